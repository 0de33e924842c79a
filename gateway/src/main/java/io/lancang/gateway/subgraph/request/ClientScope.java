package io.lancang.gateway.subgraph.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.gateway.bytes.Sha256;
import io.vertx.core.MultiMap;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who may see the same of a subgraph: clients for which it gets the same headers. What traces requests says nothing of the client.
 *
 * @param digest of the headers, SHA-256; equal for clients of the same scope only
 * @param isIdentified whether the headers say who the client is
 */
public record ClientScope(byte[] digest, boolean isIdentified) {
    /** The headers that each request has, and those of traces. */
    private static final Set<String> NOT_COUNTED = Set.of("content-type", "accept", "traceparent", "tracestate");

    /**
     * The scope of a client.
     *
     * @param headers that subgraphs get
     * @param isIdentified whether they say who the client is
     */
    public static ClientScope of(MultiMap headers, boolean isIdentified) {
        // Sorted, because those of claims come in any order; stable, so that values of one name stay in theirs.
        List<Map.Entry<String, String>> counted = new ArrayList<>(headers.size());
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!NOT_COUNTED.contains(lower)) {
                counted.add(Map.entry(lower, value));
            }
        });
        counted.sort(Map.Entry.comparingByKey());
        MessageDigest digest = Sha256.begin();
        for (Map.Entry<String, String> entry : counted) {
            add(digest, entry.getKey());
            add(digest, entry.getValue());
        }
        return new ClientScope(digest.digest(), isIdentified);
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        // The length before, so that no end is taken for a beginning.
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
