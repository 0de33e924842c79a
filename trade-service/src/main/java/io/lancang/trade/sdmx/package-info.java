/**
 * Trade for statistical software, in the terms of SDMX 3.0: structure and availability as SDMX-JSON, data as SDMX-CSV and SDMX-JSON, at the
 * paths of the SDMX REST API. Figures in all goods come from the totals in memory, as those of the graph do, and those of products from the
 * table of flows; nothing here computes one.
 */
@NullMarked
package io.lancang.trade.sdmx;

import org.jspecify.annotations.NullMarked;
