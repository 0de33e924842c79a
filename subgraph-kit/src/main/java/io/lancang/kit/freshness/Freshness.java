package io.lancang.kit.freshness;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
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
    private final String pastPolicy;
    private final Duration pastAfter;
    private final String tag;
    private final boolean isKept;

    Freshness(FreshnessConfig config, @ConfigProperty(name = "lancang.subgraph") String subgraph) {
        this.isKept = !config.maxAge().isZero();
        this.policy = "max-age=%d, stale-while-revalidate=%d, stale-if-error=%d"
                .formatted(
                        seconds(config.maxAge()),
                        seconds(config.staleWhileRevalidate()),
                        seconds(config.staleIfError()));
        this.pastPolicy = "max-age=%d, immutable, stale-if-error=%d"
                .formatted(seconds(config.pastMaxAge()), seconds(config.staleIfError()));
        this.pastAfter = config.pastAfter();
        this.tag = subgraph;
    }

    private static long seconds(Duration duration) {
        return duration.toSeconds();
    }

    /** The moment before which no release is loaded any more. */
    public Instant settled() {
        return Instant.now().minus(pastAfter);
    }

    /** Tells of an answer that holds until facts change. Who asks with a token gets it for nobody else. */
    public void markKept(HttpServerRequest request) {
        if (mark(request, policy)) {
            request.response().putHeader(CACHE_TAG, tag);
        }
    }

    /** Tells of an answer that holds for ever. It has no tag, since nothing calls it back. */
    public void markPast(HttpServerRequest request) {
        mark(request, pastPolicy);
    }

    private boolean mark(HttpServerRequest request, String kept) {
        if (!isKept) {
            markNotKept(request);
            return false;
        }
        if (request.response().headWritten()) {
            return false;
        }
        boolean isForAll = !request.headers().contains("Authorization");
        request.response().putHeader(CACHE_CONTROL, (isForAll ? "public, " : "private, ") + kept);
        return true;
    }

    /** Tells of an answer that is not to be kept: one with an error, or to a mutation. */
    public void markNotKept(HttpServerRequest request) {
        if (!request.response().headWritten()) {
            request.response().putHeader(CACHE_CONTROL, NOT_KEPT);
        }
    }
}
