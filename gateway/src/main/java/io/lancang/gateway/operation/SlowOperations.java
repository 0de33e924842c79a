package io.lancang.gateway.operation;

import io.lancang.federation.engine.GraphQLRequest;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.config.telemetry.SlowOperationsConfig;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.opentelemetry.api.trace.Span;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Logs operations whose answers take long, so many in a minute. Thread-safe. */
@Singleton
class SlowOperations {
    private static final Logger LOG = Logger.getLogger("io.lancang.gateway.slow");
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final long threshold;
    private final int maximum;
    private final LongSupplier nanoTime;

    // These three belong to whoever holds the monitor.
    private long minute;
    private int logged;
    private long leftOut;

    @Inject
    SlowOperations(GatewayConfig config) {
        this(config.slowOperations(), System::nanoTime);
    }

    SlowOperations(SlowOperationsConfig config, LongSupplier nanoTime) {
        this.threshold = config.threshold().map(Duration::toNanos).orElse(Long.MAX_VALUE);
        this.maximum = config.maxPerMinute();
        this.nanoTime = nanoTime;
        this.minute = nanoTime.getAsLong();
    }

    boolean isOn() {
        return threshold != Long.MAX_VALUE;
    }

    /**
     * An operation has its answer.
     *
     * @param begin when it began, by {@link System#nanoTime}
     * @param plan as text, which takes a while to write
     */
    void note(long begin, Supplier<String> plan, GraphQLRequest request, ClientRequest client) {
        long now = nanoTime.getAsLong();
        long took = now - begin;
        if (took < threshold) {
            return;
        }
        long others = mayLog(now);
        if (others >= 0) {
            LOG.warn("An operation took " + Duration.ofNanos(took).toMillis() + " ms: name "
                    + (request.operationName() == null ? "none" : request.operationName()) + ", client "
                    + client.client() + ", trace "
                    + Span.current().getSpanContext().getTraceId()
                    + (others == 0 ? "" : "; " + others + " others were not logged before it") + "\n" + plan.get());
        }
    }

    /** How many were left out before this one; negative if this one is left out as well. */
    private synchronized long mayLog(long now) {
        if (now - minute >= MINUTE) {
            minute = now;
            logged = 0;
        }
        if (logged >= maximum) {
            leftOut++;
            return -1;
        }
        logged++;
        long others = leftOut;
        leftOut = 0;
        return others;
    }
}
