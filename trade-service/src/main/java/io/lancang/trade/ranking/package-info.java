/**
 * Who comes first: rankings of many partners, the place of one among all, and how many places it moved. How trade is made up is the matter of
 * structure; series of one subject belong to flow.
 */
@NullMarked
package io.lancang.trade.ranking;

import org.jspecify.annotations.NullMarked;
