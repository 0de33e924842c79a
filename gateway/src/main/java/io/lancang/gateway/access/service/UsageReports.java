package io.lancang.gateway.access.service;

import io.lancang.gateway.access.ApiClient;
import io.lancang.gateway.config.access.KeyServiceConfig;
import io.lancang.gateway.limits.rate.Consumption;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells the service now and then what clients use. A report that may not have arrived is sent again as it was, under the same number, by
 * which the service counts it once. Thread-safe.
 */
public final class UsageReports {
    private static final Logger LOG = Logger.getLogger(UsageReports.class);
    private static final int MOST_ROWS = 10_000;
    private static final long PATIENCE_MILLIS = 1_000;

    private final Vertx vertx;
    private final KeyService service;
    private final UsageLedger ledger;
    private final long intervalMillis;
    private final String gateway = UUID.randomUUID().toString();
    private final Counter dropped;
    private final AtomicBoolean isSending = new AtomicBoolean();
    // These belong to whoever has set isSending.
    private @Nullable JsonObject unconfirmed;
    private long sequence;
    private volatile long timer;

    public UsageReports(Vertx vertx, ServiceKeys keys, KeyServiceConfig config, MeterRegistry registry) {
        this.vertx = vertx;
        this.service = keys.service();
        this.ledger = new UsageLedger(Math.clamp(config.maxUsage(), 1, MOST_ROWS));
        this.intervalMillis = Math.max(100, config.usageInterval().toMillis());
        this.dropped = Counter.builder("lancang.gateway.keys.usage.dropped")
                .description(
                        "Counts of a minute and a key that were never reported, for want of room or because the service refused them")
                .register(registry);
    }

    /** Begins to report. */
    public void start() {
        timer = vertx.setPeriodic(intervalMillis, ignored -> report());
    }

    /** Counts what this client uses. */
    public Consumption of(ApiClient client) {
        return (requests, refused, cost) -> dropped.increment(
                ledger.add(System.currentTimeMillis(), client.name(), client.prefix(), requests, refused, cost));
    }

    private Future<Void> report() {
        if (!isSending.compareAndSet(false, true)) {
            return Future.succeededFuture();
        }
        JsonObject usage = unconfirmed == null ? next() : unconfirmed;
        if (usage == null) {
            isSending.set(false);
            return Future.succeededFuture();
        }
        unconfirmed = usage;
        return service.report(usage)
                .onSuccess(isTaken -> {
                    if (!isTaken) {
                        int rows = usage.getJsonArray("minutes").size();
                        LOG.warnf("The service that knows the keys refuses %d counts of usage; they are dropped", rows);
                        dropped.increment(rows);
                    }
                    unconfirmed = null;
                })
                .onFailure(failure -> LOG.debugf("Usage was not reported: %s", failure.getMessage()))
                .<Void>mapEmpty()
                .onComplete(end -> isSending.set(false));
    }

    private @Nullable JsonObject next() {
        JsonArray minutes = ledger.drain();
        if (minutes.isEmpty()) {
            return null;
        }
        sequence++;
        return new JsonObject()
                .put("gateway", gateway)
                .put("sequence", sequence)
                .put("minutes", minutes);
    }

    /** Reports what is left, and waits for a moment. Not to be called on an event loop. */
    public void close() {
        vertx.cancelTimer(timer);
        try {
            report().compose(sent -> report())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("What clients have used last could not be reported");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
