/**
 * Indicators that describe a partner's size: gross domestic product and population.
 * Ratios of trade to them belong to structure.
 */
@NullMarked
package io.lancang.trade.indicator;

import org.jspecify.annotations.NullMarked;
