/**
 * How much more two economies trade than their sizes in the world's trade would have it. Needs totals of other reporters and
 * of the world; without them it answers with what is missing, and never estimates them.
 */
@NullMarked
package io.lancang.trade.intensity;

import org.jspecify.annotations.NullMarked;
