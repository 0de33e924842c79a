/**
 * Figures of trade one by one, as their datasets give them: page by page, with everything that each refers to.
 * Nothing is summed here.
 */
@NullMarked
package io.lancang.trade.ledger;

import org.jspecify.annotations.NullMarked;
