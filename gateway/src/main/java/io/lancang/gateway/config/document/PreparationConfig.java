package io.lancang.gateway.config.document;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How operations that the gateway has not met yet wait, are made ready to run, and are remembered. Clients are served in turn,
 * so that a flood of new operations from one delays that one.
 */
public interface PreparationConfig {
    /**
     * How many operations are prepared at the same time: half of the processors if it is left out. More only take time from the
     * requests whose operations are known.
     */
    OptionalInt workers();

    /** How many operations may wait in all. When they do, the client with the most gives one up for one of another client. */
    @WithDefault("200")
    int maxWaiting();

    /** How many operations of one client may wait; more are refused with status 503. */
    @WithDefault("100")
    int maxWaitingPerClient();

    /** How large the documents may be that wait, together. */
    @WithDefault("8M")
    MemorySize maxWaitingSize();

    /**
     * From which size on a request is read by a worker. To read the JSON of a smaller one takes less time than to hand it over;
     * a larger one would hold up the requests of others. As many may wait as operations.
     */
    @WithDefault("16K")
    MemorySize largeRequest();

    /**
     * How long a worker may take to parse, check and plan one operation. One that takes longer is refused with
     * {@code LIMIT_EXCEEDED}, and tried anew when it is asked for again.
     */
    @WithDefault("5s")
    Duration maxDuration();

    /**
     * How much memory documents, operations, plans and answers about the schema may take together, so that they need not be
     * made anew. It is estimated; those that are asked for least are forgotten first.
     */
    @WithDefault("24M")
    MemorySize cacheSize();
}
