package io.lancang.trade.totals;

import io.lancang.trade.figure.Quality;
import java.math.BigDecimal;
import java.util.List;

/**
 * A flow with one or several partners, as one dataset gives it: that which comes first among those with a figure of any of
 * them.
 *
 * @param amount the sum over the partners with a figure
 * @param quality the weakest of the figures
 * @param dataset number of the dataset
 * @param sources ids of the sources that the figures cite, ascending
 * @param partners codes of the partners with a figure, in the order in which they were asked for
 */
public record Sum(BigDecimal amount, Quality quality, int dataset, List<String> sources, List<String> partners) {}
