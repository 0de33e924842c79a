/**
 * Files over HTTP that are written while the database reads their rows. A service says which statement and which format;
 * nothing here knows what the rows are about.
 */
@NullMarked
package io.lancang.kit.export;

import org.jspecify.annotations.NullMarked;
