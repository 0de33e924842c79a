/** What addresses and headers say in the SDMX REST API, and how a request is refused. Knows no structure and no figure. */
@NullMarked
package io.lancang.trade.sdmx.request;

import org.jspecify.annotations.NullMarked;
