/**
 * The trade of a reporter, China unless another is asked for, by partner and year: the series of a partner, a bloc or a set of partners, its points and changes.
 * The SQL that chooses and sums figures stands in one place here.
 */
@NullMarked
package io.lancang.trade.flow;

import org.jspecify.annotations.NullMarked;
