package io.lancang.gateway.http;

import org.jspecify.annotations.Nullable;

/**
 * What a client takes.
 *
 * @param single the format for one answer; null if it takes none
 * @param stream the format for a stream of answers; null if it takes none
 * @param prefersStream whether one answer goes out as a stream as well
 */
record Accepted(@Nullable ResponseFormat single, @Nullable StreamFormat stream, boolean prefersStream) {
    static final Accepted JSON = new Accepted(ResponseFormat.JSON, /* stream= */ null, /* prefersStream= */ false);

    boolean isNothing() {
        return single == null && stream == null;
    }
}
