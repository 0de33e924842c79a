package io.lancang.gateway.request;

import org.jspecify.annotations.Nullable;

/**
 * An error that the gateway itself reports to a client.
 *
 * @param code {@code extensions.code}
 * @param message what is wrong, with the value
 * @param hint {@code extensions.hint}: what to do; null if the message says it
 * @param service {@code extensions.service}: the subgraph that it is about; null if it is about none
 */
public record Problem(
        String code,
        String message,
        @Nullable String hint,
        @Nullable String service) {}
