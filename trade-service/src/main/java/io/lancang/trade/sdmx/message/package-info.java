/** Answers as SDMX-JSON and SDMX-CSV: structures, what is available, and data, which are sent while they are read. */
@NullMarked
package io.lancang.trade.sdmx.message;

import org.jspecify.annotations.NullMarked;
