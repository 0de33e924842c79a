package io.lancang.gateway.subgraph.request;

import io.lancang.gateway.config.traffic.TrafficConfig;
import io.lancang.gateway.limits.BytePot;

/**
 * The room for subgraphs' answers, bounded for each request of a client and for all together. Thread-safe.
 *
 * @param pot for all together
 * @param maximumPerRequest bytes
 */
public record AnswerRoom(BytePot pot, long maximumPerRequest) {
    /** The room of the configuration. */
    public static AnswerRoom of(TrafficConfig traffic) {
        return new AnswerRoom(
                new BytePot(traffic.maxBytesInFlight().asLongValue()),
                traffic.maxResponseSizePerRequest().asLongValue());
    }

    /** Takes room for bytes of an answer. False if there is none. */
    public boolean take(ClientRequest client, long bytes) {
        return client.room().take(pot, bytes, maximumPerRequest);
    }
}
