package io.lancang.gateway.http.refusal;

import io.lancang.gateway.config.limits.LimitsConfig;
import io.lancang.gateway.request.Refusal;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long the part of a request before its body may be. The HTTP server has limits of its own, far above these, because it
 * answers what passes them without a word.
 *
 * @param maxUri characters of path and query together
 * @param maxHeaders characters of all names and values together
 */
public record HeadLimits(long maxUri, long maxHeaders) {
    public HeadLimits(LimitsConfig limits) {
        this(limits.maxUriLength().asLongValue(), limits.maxHeaderSize().asLongValue());
    }

    /** Why the request is refused; null if it is not. */
    @Nullable
    public Refusal check(HttpServerRequest request) {
        if (request.uri().length() > maxUri) {
            return HttpRefusals.uriTooLong(maxUri);
        }
        long size = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size > maxHeaders ? HttpRefusals.headersTooLarge(maxHeaders) : null;
    }
}
