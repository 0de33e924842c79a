/**
 * Figures of trade as files over HTTP: whatever {@code tradeFlows} finds, streamed from the database to the client.
 */
@NullMarked
package io.lancang.trade.export;

import org.jspecify.annotations.NullMarked;
