package io.lancang.kit.freshness;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells whoever gets an answer how long it may be kept ({@code Cache-Control}, RFC 9111 and RFC 5861), and by which tag it is
 * called back when a release or an edit changes what it stands on ({@code Cache-Tag}, the name of the subgraph). Holds no state.
 */
@Singleton
public final class Freshness {
    private static final String CACHE_CONTROL = "Cache-Control";
    private static final String CACHE_TAG = "Cache-Tag";
    private static final String NOT_KEPT = "no-store";

    private final String policy;
    private final String tag;
    private final boolean isKept;

    Freshness(FreshnessConfig config, @ConfigProperty(name = "lancang.subgraph") String subgraph) {
        this.isKept = !config.maxAge().isZero();
        this.policy = "max-age=%d, stale-while-revalidate=%d, stale-if-error=%d"
                .formatted(
                        seconds(config.maxAge()),
                        seconds(config.staleWhileRevalidate()),
                        seconds(config.staleIfError()));
        this.tag = subgraph;
    }

    private static long seconds(Duration duration) {
        return duration.toSeconds();
    }

    /** Tells of an answer that holds until facts change. Who asks with a token gets it for nobody else. */
    public void tellKept(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (response.headWritten()) {
            return;
        }
        if (isKept) {
            boolean isForAll = !request.headers().contains("Authorization");
            response.putHeader(CACHE_CONTROL, (isForAll ? "public, " : "private, ") + policy);
            response.putHeader(CACHE_TAG, tag);
        } else {
            tellNotKept(request);
        }
    }

    /** Tells of an answer that is not to be kept: one with an error, or to a mutation. */
    public void tellNotKept(HttpServerRequest request) {
        if (!request.response().headWritten()) {
            request.response().putHeader(CACHE_CONTROL, NOT_KEPT);
        }
    }
}
