package io.lancang.gateway.config.subscription;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How the gateway subscribes to one subgraph. Each stream of events has a connection of its own. */
public interface SubgraphSubscriptionsConfig {
    /** The protocol on which this subgraph gives events. */
    @WithDefault("websocket")
    StreamProtocol protocol();

    /**
     * The path of the endpoint for subscriptions, with a query if it needs one. Host, port and TLS are those of the
     * subgraph's URL; so is the path, unless it stands here.
     */
    Optional<String> path();

    /** What the first message on a WebSocket connection carries besides its type. */
    @WithDefault("empty")
    ConnectionInit connectionInit();

    /**
     * How long the connection may be silent before the subgraph counts as gone. A quiet WebSocket connection is asked
     * for a sign of life after half of it. On server-sent events the subgraph has to send comments more often than that.
     */
    @WithDefault("60s")
    Duration idleTimeout();

    /**
     * Whether clients that subscribe to the same share one stream from this subgraph: with the same document and variables, and the
     * same headers for it. {@code never}; {@code until-first-event}, which is safe for every subgraph: whoever joins gets all that ever
     * came on the stream; {@code always} for subgraphs that send new subscribers nothing but what happens from then on. One that begins
     * behind an event which the client names is never joined after its first event.
     */
    @WithDefault("until-first-event")
    StreamSharing sharing();
}
