/**
 * Measures the engine in one process, without a network: {@code ./lancang bench engine}. Prints figures and judges none.
 * Compiled by that command alone, and no part of what is released.
 */
@NullMarked
package io.lancang.federation.bench;

import org.jspecify.annotations.NullMarked;
