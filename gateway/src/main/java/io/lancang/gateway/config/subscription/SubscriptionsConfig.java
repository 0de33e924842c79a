package io.lancang.gateway.config.subscription;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** How clients subscribe. */
public interface SubscriptionsConfig {
    /**
     * How many subscriptions may be open at the same time, on all transports together. One that has ended counts until its connection
     * at the subgraph is closed.
     */
    @WithDefault("10000")
    int maxConcurrent();

    /** How many subscriptions of one client may be open at the same time; more are refused with status 429. */
    @WithDefault("2000")
    int maxConcurrentPerClient();

    /**
     * How many subscriptions may be on the way to being opened at one subgraph at the same time. Further ones wait, those of each
     * client in turn, until the time of a request to that subgraph is over.
     */
    @WithDefault("16")
    int maxOpening();

    /** How many WebSocket connections may be open at the same time; more are refused with status 503. */
    @WithDefault("3000")
    int maxConnections();

    /** How many operations may run on one WebSocket connection at the same time. */
    @WithDefault("100")
    int maxPerConnection();

    /**
     * How many operations of one WebSocket connection may wait for their answers at the same time; a subscription does until it is
     * accepted, and again from its end until its connection at the subgraph is closed. While there are as many, nothing more is read
     * from the connection.
     */
    @WithDefault("16")
    int maxUnansweredPerConnection();

    /**
     * How many frames a second a client may send on one WebSocket connection on average, taken over five seconds, pings and
     * parts of messages included. A connection with more is closed with the code 1008.
     */
    @WithDefault("200")
    int maxFramesPerSecond();

    /** How long a WebSocket connection may wait with its first message, {@code connection_init}. */
    @WithDefault("3s")
    Duration initTimeout();

    /**
     * Members of the payload of {@code connection_init} that count as headers of the client, because pages cannot set
     * headers of a WebSocket. One that the request itself has, perhaps from a proxy that knows the client, wins.
     */
    @WithDefault("authorization")
    Set<String> connectionInitHeaders();

    /**
     * How often a quiet stream shows that it is alive: a ping on WebSocket, a comment on server-sent events, a heartbeat
     * on multipart. A WebSocket client that answers no ping until the next is due is disconnected.
     */
    @WithDefault("10s")
    Duration keepAlive();

    /**
     * How long a client may leave what it was sent unread. Until then its subscriptions ask their subgraphs for no more
     * events, so nothing is lost and nothing piles up; then its connection is closed.
     */
    @WithDefault("30s")
    Duration slowClientTimeout();

    /**
     * How many events of a stream from a subgraph that clients share may wait for one of them. One for which more would wait, or more
     * than {@code lancang.gateway.traffic.max-response-size} of them, is left behind: its subscription ends with LIMIT_EXCEEDED, behind
     * the events that came before.
     */
    @WithDefault("256")
    int maxUnreadEvents();

    /**
     * The argument of a subscription's field that takes the place behind which events begin. A client that gives it a variable can
     * go on behind the last event that it has seen: over server-sent events each event has its place as its id, and the header
     * Last-Event-ID of a client that connects again becomes the value of the variable.
     */
    @WithDefault("after")
    String cursorArgument();

    /** The field of an event that says its place, as the argument takes it. A client selects it. */
    @WithDefault("cursor")
    String cursorField();
}
