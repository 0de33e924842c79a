/**
 * How trade is made up: how it spreads over partners, what members contribute to a bloc, and how large it is beside those
 * who trade. Shares of members are computed from memory, all other ratios
 * in the database, one statement for all that a request asks for.
 */
@NullMarked
package io.lancang.trade.structure;

import org.jspecify.annotations.NullMarked;
