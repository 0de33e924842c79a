/** The series that answer a request: those in all goods from the totals in memory, those of products from the table of flows. */
@NullMarked
package io.lancang.trade.sdmx.series;

import org.jspecify.annotations.NullMarked;
