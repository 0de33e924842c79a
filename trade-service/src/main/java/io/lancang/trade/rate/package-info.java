/**
 * Exchange rates as sourced facts, and figures converted with them. A figure that came with a rate of its own keeps it.
 */
@NullMarked
package io.lancang.trade.rate;

import org.jspecify.annotations.NullMarked;
