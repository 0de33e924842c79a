/**
 * A small world of partners that do not exist, in years of which nothing is packaged, so that every figure can be worked out
 * by hand. It holds rules that the packaged data cannot show, because its datasets hardly overlap and its members hardly change.
 */
@NullMarked
package io.lancang.trade.world;

import org.jspecify.annotations.NullMarked;
