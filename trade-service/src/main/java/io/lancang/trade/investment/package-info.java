/**
 * Direct investment as it was quoted: concepts that differ are asked for one at a time, so that they never meet in a list.
 * Also quoted shares of members in the trade of their bloc.
 */
@NullMarked
package io.lancang.trade.investment;

import org.jspecify.annotations.NullMarked;
