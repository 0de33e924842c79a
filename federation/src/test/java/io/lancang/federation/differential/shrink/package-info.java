/**
 * Makes a case that failed smaller while it fails in the same way, until nothing more can be left out. Decides by running
 * what it cut, so a cut need not be right.
 */
@NullMarked
package io.lancang.federation.differential.shrink;

import org.jspecify.annotations.NullMarked;
