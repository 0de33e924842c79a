package io.lancang.gateway.config.telemetry;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * What clients may hold: connections, bodies on their way in, answers on their way out. The defaults fit the shipped heap of
 * 192 MB; a larger heap carries more.
 */
public interface ClientsConfig {
    /** How many connections may be open at the same time; more are answered with status 503 and closed. */
    @WithDefault("4000")
    int maxConnections();

    /**
     * How many connections one address may have open. A proxy counts as one address, with the connections of all whom it
     * serves: raise the number to {@code max-connections} behind a single one.
     */
    @WithDefault("2000")
    int maxConnectionsPerAddress();

    /**
     * How many connections a second one address may open. Those that come faster are let in a moment later, a few at a time. A
     * proxy that opens one for each request wants more.
     */
    @WithDefault("500")
    int maxConnectionsPerSecond();

    /**
     * How many requests a client may send on one connection of HTTP/1.1 before the one ahead of them is answered. What it sends
     * beyond them is not read until then.
     */
    @WithDefault("8")
    int maxRequestsAhead();

    /**
     * How many streams of HTTP/2 one address may reset within 30 seconds, on all its connections together. After that each
     * reset ends its connection. A proxy that hands on what many users cancel wants more.
     */
    @WithDefault("400")
    int maxResets();

    /** How long the head of a request may take from its first byte, or from the opening of the connection. */
    @WithDefault("10s")
    Duration headTimeout();

    /** How long the body of a request may take in all; then the request is refused with status 408. */
    @WithDefault("30s")
    Duration bodyTimeout();

    /**
     * How many bytes a second a body brings on average at least, from its fifth second on. A slower one is refused with status
     * 408, so that nobody holds a place among the bodies being read for the price of a byte now and then.
     */
    @WithDefault("1K")
    MemorySize minBodyRate();

    /** How many bodies may be read at the same time; more requests are refused with status 503 before their body. */
    @WithDefault("2000")
    int maxBodiesReading();

    /** How many bodies of one client may be read at the same time; more are refused with status 429. */
    @WithDefault("1000")
    int maxBodiesReadingPerClient();

    /**
     * How many bytes of requests are held at the same time, from their arrival until they are answered. What does not fit is
     * refused with status 503.
     */
    @WithDefault("24M")
    MemorySize maxBytesReceived();

    /**
     * How many bytes of answers may wait for clients to read them. Above that the connections with the most unread bytes are
     * closed.
     */
    @WithDefault("32M")
    MemorySize maxBytesUnread();

    /**
     * How many bytes a second a client reads on average at least while an answer waits for it, taken over ten seconds. The
     * connection of a slower one is closed.
     */
    @WithDefault("1K")
    MemorySize minReadRate();
}
