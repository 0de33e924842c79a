/**
 * Runs a federation and the whole that it is made of side by side, and tells in what they differ. Neither makes them nor
 * makes them smaller.
 */
@NullMarked
package io.lancang.federation.differential.run;

import org.jspecify.annotations.NullMarked;
