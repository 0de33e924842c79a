/**
 * Sums over figures of trade: grouped, compared and ranked in one statement. What cannot be added is kept apart and said so:
 * currencies always, valuations and datasets unless the question combines them.
 */
@NullMarked
package io.lancang.trade.summary;

import org.jspecify.annotations.NullMarked;
