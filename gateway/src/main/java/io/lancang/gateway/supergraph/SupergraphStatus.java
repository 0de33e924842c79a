package io.lancang.gateway.supergraph;

import io.lancang.gateway.telemetry.GatewayMetrics;
import io.lancang.gateway.telemetry.SupergraphLoad;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which supergraph is served, and why no other is, for health and metrics. Thread-safe. */
@Singleton
class SupergraphStatus {
    private final GatewayMetrics metrics;
    private volatile @Nullable Served served;
    private volatile @Nullable Problem problem;
    private volatile boolean isValid;

    /**
     * The one that is served.
     *
     * @param digest of its text
     */
    record Served(String digest, Instant since) {}

    /** Why another is not served. */
    record Problem(String message, Instant time) {}

    @Inject
    SupergraphStatus(GatewayMetrics metrics) {
        this.metrics = metrics;
    }

    void serves(String digest) {
        Instant now = Instant.now();
        served = new Served(digest, now);
        problem = null;
        metrics.supergraphLoad(SupergraphLoad.LOADED);
        metrics.supergraph(digest, now);
    }

    /** The first one has been looked through; all others are before they are served. */
    void validated() {
        isValid = true;
    }

    boolean isValid() {
        return isValid;
    }

    /** What is there is what is served. */
    void holds() {
        problem = null;
        metrics.supergraphLoad(SupergraphLoad.UNCHANGED);
    }

    /** What is there cannot be served. */
    void refused(String message) {
        problem = new Problem(message, Instant.now());
        metrics.supergraphLoad(SupergraphLoad.REFUSED);
    }

    @Nullable
    Served served() {
        return served;
    }

    @Nullable
    Problem problem() {
        return problem;
    }
}
