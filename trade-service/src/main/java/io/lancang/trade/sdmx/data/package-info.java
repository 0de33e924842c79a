/** Which observations a request asks for: keys, filters, periods, and how the answer is arranged. */
@NullMarked
package io.lancang.trade.sdmx.data;

import org.jspecify.annotations.NullMarked;
