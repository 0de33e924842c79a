package io.lancang.trade.flow;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.figure.Currency;

/**
 * In which terms trade is told.
 *
 * @param frequency length of the periods
 * @param currency currency of the amounts
 * @param vantage from when the figures are seen
 */
public record Terms(Frequency frequency, Currency currency, Vantage vantage) {}
