/** What happens to the data while a client listens: subscriptions of the graph. */
@NullMarked
package io.lancang.trade.event;

import org.jspecify.annotations.NullMarked;
