package io.lancang.federation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A subgraph's answer: any bytes that claim to be a GraphQL response. The engine keeps references into {@code body} until
 * the client's answer is written, so it must not be changed.
 *
 * @param staleAge how old the answer is, if it is an old one because no new one could be had, which the client gets to know; null
 *     otherwise
 */
public record SubgraphResponse(byte[] body, @Nullable Duration staleAge) {
    /** An answer that counts. */
    public SubgraphResponse(byte[] body) {
        this(body, null);
    }
}
