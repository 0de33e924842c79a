package io.lancang.gateway.subgraph.endpoint;

import io.lancang.gateway.config.subscription.ConnectionInit;
import io.lancang.gateway.config.subscription.StreamProtocol;
import io.lancang.gateway.config.subscription.StreamSharing;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a subgraph is subscribed to.
 *
 * @param protocol that the subgraph speaks
 * @param path and query of its endpoint for subscriptions; null if they are those for requests
 * @param connectionInit what the first message of a WebSocket connection carries
 * @param idleTimeout how long the connection may be silent
 * @param maximum how many streams an event loop opens at most
 * @param openingAtOnce how many streams may be on the way to being opened at the same time
 * @param sharing whether clients that subscribe to the same share a stream
 * @param maxUnread how many events of a shared stream may wait for one client at most
 */
public record StreamSettings(
        StreamProtocol protocol,
        @Nullable String path,
        ConnectionInit connectionInit,
        Duration idleTimeout,
        int maximum,
        int openingAtOnce,
        StreamSharing sharing,
        int maxUnread) {}
