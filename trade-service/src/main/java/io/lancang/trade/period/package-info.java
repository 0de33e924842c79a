/** Spans of time that figures are about: years, months, and sums from January on. */
@NullMarked
package io.lancang.trade.period;

import org.jspecify.annotations.NullMarked;
