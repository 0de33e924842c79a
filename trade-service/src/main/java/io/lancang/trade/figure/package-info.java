/**
 * How a figure is served: an exact amount with currency, valuation and quality, or a gap with a reason.
 * Values only; nothing here reads a database.
 */
@NullMarked
package io.lancang.trade.figure;

import org.jspecify.annotations.NullMarked;
