package io.lancang.gateway.http.format;

import io.lancang.federation.engine.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * What a client takes.
 *
 * @param single the format for one answer; null if it takes none
 * @param stream the format for a stream of answers; null if it takes none
 * @param prefersStream whether one answer goes out as a stream as well
 * @param parts the format for what is deferred in parts of their own; null if it takes none
 */
public record Accepted(
        @Nullable ResponseFormat single,
        @Nullable StreamFormat stream,
        boolean prefersStream,
        @Nullable PartsFormat parts) {
    public static final Accepted JSON =
            new Accepted(ResponseFormat.JSON, /* stream= */ null, /* prefersStream= */ false, /* parts= */ null);

    public boolean isNothing() {
        return single == null && stream == null && parts == null;
    }

    public Delivery delivery() {
        return parts == null ? Delivery.WHOLE : Delivery.IN_PARTS;
    }
}
