/**
 * From a file to rows that wait in the database, checked one by one and together.
 * What becomes of them is decided by load.
 */
@NullMarked
package io.lancang.kit.staging;

import org.jspecify.annotations.NullMarked;
