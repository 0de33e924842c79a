/**
 * Series of a reporter's trade with partners as they leave the service whole, in files and in SDMX: from the first period with a figure to
 * the last, each with its quality and sources, and what is missing between them. Figures are those that the graph's series have; no format
 * is known here.
 */
@NullMarked
package io.lancang.trade.series;

import org.jspecify.annotations.NullMarked;
