package io.lancang.gateway.http;

import io.lancang.federation.engine.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * What a client takes.
 *
 * @param single the format for one answer; null if it takes none
 * @param stream the format for a stream of answers; null if it takes none
 * @param prefersStream whether one answer goes out as a stream as well
 * @param delivery whether it takes what is deferred in parts of their own
 */
record Accepted(
        @Nullable ResponseFormat single, @Nullable StreamFormat stream, boolean prefersStream, Delivery delivery) {
    static final Accepted JSON =
            new Accepted(ResponseFormat.JSON, /* stream= */ null, /* prefersStream= */ false, Delivery.WHOLE);

    boolean isNothing() {
        return single == null && stream == null && delivery == Delivery.WHOLE;
    }
}
