package io.lancang.integration.job.work;

import org.jspecify.annotations.Nullable;

/**
 * What the gateway says of a file that it begins to send.
 *
 * @param from the place of the first byte that comes
 * @param total how many bytes the whole file has; null if that is not said
 * @param etag its version; null if that is not said
 * @param contentType its type; null if that is not said
 * @param disposition the header {@code Content-Disposition}; null for none
 */
record Offered(
        long from,
        @Nullable Long total,
        @Nullable String etag,
        @Nullable String contentType,
        @Nullable String disposition) {}
