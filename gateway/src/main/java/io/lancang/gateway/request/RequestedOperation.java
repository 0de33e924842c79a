package io.lancang.gateway.request;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for, with the document itself, with what the document is known by, or with both.
 *
 * @param query the document; null if only its id is sent
 * @param documentId by which the gateway may know the document; null if none is sent
 * @param hash of the document under which it may be remembered: SHA-256, 64 hexadecimal digits; null if none is sent
 * @param operationName which of the document's operations to run; null if there is only one
 * @param variables as the engine takes them
 */
public record RequestedOperation(
        @Nullable String query,
        @Nullable String documentId,
        @Nullable String hash,
        @Nullable String operationName,
        Map<String, @Nullable Object> variables) {}
