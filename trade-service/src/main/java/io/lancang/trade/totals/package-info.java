/**
 * The trade of a reporter, China first of all, in all goods with every partner, in memory: one picture of all that releases have said, made anew when a
 * release is published. What a question about totals needs is looked up here, without a statement.
 *
 * <p>Whose trade it is, and how it is divided into points, belongs to flow.
 */
@NullMarked
package io.lancang.trade.totals;

import org.jspecify.annotations.NullMarked;
