package io.lancang.gateway.http.body;

import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.http.refusal.HeadLimits;
import io.lancang.gateway.http.refusal.HttpRefusals;
import io.lancang.gateway.limits.ClientLimits;
import io.lancang.gateway.limits.Sweep;
import io.lancang.gateway.request.Refusal;
import io.lancang.gateway.request.RefusedException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Reads requests with a body of JSON within the bounds that hold for all of them, whatever they ask for. Thread-safe. */
@Singleton
public class JsonBodies {
    private final BodyReader.Rules rules;
    private final HeadLimits headLimits;

    @Inject
    JsonBodies(ClientLimits limits, Sweep sweep, GatewayConfig config) {
        this.rules = new BodyReader.Rules(config.limits().maxBodySize().asLongValue(), limits, sweep);
        this.headLimits = new HeadLimits(config.limits());
    }

    /** Why a request is refused whatever its body is; null if it is not. */
    public @Nullable Refusal refusal(HttpServerRequest request) {
        return headLimits.check(request);
    }

    /** Why the body of a request is not read; null if it is. */
    public @Nullable Refusal refusalOfBody(HttpServerRequest request) {
        String contentType = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (!ContentTypeHeader.isJson(contentType)) {
            return HttpRefusals.unsupportedMediaType(contentType == null ? "" : contentType);
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return CompressedBody.isKnown(encoding)
                ? null
                : HttpRefusals.unsupportedEncoding(encoding == null ? "" : encoding, CompressedBody.known());
    }

    /**
     * The body, inflated if it was compressed; whoever asks has to release it. Fails with a {@link RefusedException} as soon as it is known
     * that there will be none, or with an {@link AbandonedBodyException} if the client leaves in the middle of it.
     *
     * @param client identifies the client
     */
    public Future<ReceivedBody> read(HttpServerRequest request, String client) {
        return BodyReader.read(request, rules, client).compose(received -> {
            try {
                return Future.succeededFuture(CompressedBody.inflated(
                        received, request.getHeader(HttpHeaders.CONTENT_ENCODING), rules.maximum()));
            } catch (RefusedException refused) {
                return Future.failedFuture(refused);
            }
        });
    }

    /** Lets the body of a request come without keeping it. */
    public void discard(HttpServerRequest request) {
        DiscardedBody.of(request, rules);
    }
}
