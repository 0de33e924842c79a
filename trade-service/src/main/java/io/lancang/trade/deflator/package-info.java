/**
 * Amounts at the prices of one year, by deflators that a steward loads. What amounts are converted to another currency by
 * belongs to rate.
 */
@NullMarked
package io.lancang.trade.deflator;

import org.jspecify.annotations.NullMarked;
