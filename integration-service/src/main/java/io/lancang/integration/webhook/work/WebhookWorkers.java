package io.lancang.integration.webhook.work;

import io.lancang.integration.webhook.WebhookConfig;
import io.lancang.integration.webhook.WebhookEntity;
import io.lancang.integration.webhook.outbox.Outbox;
import io.lancang.integration.webhook.outbox.OutboxRepository;
import io.lancang.kit.startup.StartupReleases;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * This instance's part of the work: several times within a lease it asks which webhooks are its own, begins with new ones, begins anew with
 * those that were changed, and leaves those that it lost. All of it happens on one context.
 */
@Singleton
public class WebhookWorkers {
    private static final Logger LOG = Logger.getLogger(WebhookWorkers.class);
    private static final int TIMES_A_LEASE = 3;
    private static final int LOOKS_BETWEEN_FORGETTING = 100;

    private final String owner = UUID.randomUUID().toString();
    private final LeaseRepository leases;
    private final OutboxRepository deliveries;
    private final StartupReleases startup;
    private final WebhookRun.Equipment equipment;
    private final Vertx vertx;
    private final Context context;
    private final long period;
    /** Written on the context alone. */
    private final Map<String, WebhookRun> runs = new ConcurrentHashMap<>();

    private int looks;
    private boolean isLooking;
    private boolean looksAgain;
    private boolean isOver;

    WebhookWorkers(
            LeaseRepository leases,
            OutboxRepository deliveries,
            Outbox outbox,
            Subscribing subscribing,
            WebhookStops stops,
            StartupReleases startup,
            Vertx vertx,
            MeterRegistry metrics) {
        this.leases = leases;
        this.deliveries = deliveries;
        this.startup = startup;
        this.equipment = new WebhookRun.Equipment(outbox, subscribing, stops, leases);
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        WebhookConfig config = subscribing.config();
        this.period = Math.max(1, config.lease().toMillis() / TIMES_A_LEASE);
        Gauge.builder("lancang.integration.webhooks", runs, Map::size)
                .description("Webhooks that this instance works on")
                .register(metrics);
    }

    void begin(@Observes StartupEvent event) {
        vertx.setPeriodic(1, period, ignored -> wake());
    }

    /** Others take over at once. */
    void end(@Observes ShutdownDelayInitiatedEvent event) {
        context.runOnContext(ignored -> {
            isOver = true;
            runs.values().forEach(WebhookRun::end);
            runs.clear();
            on(leases.leave(owner))
                    .onFailure(failure -> LOG.debugf("Webhooks wait for their leases to end: %s", failure));
        });
    }

    /** Looks for changes at once instead of after a while. */
    public void wake() {
        context.runOnContext(ignored -> look());
    }

    private void look() {
        if (isOver || !(startup.state() instanceof StartupReleases.State.Ready)) {
            return;
        }
        if (isLooking) {
            looksAgain = true;
            return;
        }
        isLooking = true;
        looksAgain = false;
        on(leases.share(owner))
                .compose(this::adjust)
                .onFailure(failure -> LOG.warnf("Which webhooks to work on cannot be read: %s", failure))
                .onComplete(end -> {
                    isLooking = false;
                    forgetNowAndThen();
                    if (looksAgain) {
                        look();
                    }
                });
    }

    private Future<Void> adjust(Map<String, Long> mine) {
        runs.entrySet().removeIf(entry -> {
            Long revision = mine.get(entry.getKey());
            boolean goes = revision == null
                    || revision != entry.getValue().revision()
                    || entry.getValue().isAbandoned();
            if (goes) {
                entry.getValue().end();
            }
            return goes;
        });
        List<String> others =
                mine.keySet().stream().filter(id -> !runs.containsKey(id)).toList();
        return others.isEmpty()
                ? Future.succeededFuture()
                : on(leases.read(others)).onSuccess(this::beginWith).mapEmpty();
    }

    private void beginWith(List<WebhookEntity> webhooks) {
        for (WebhookEntity webhook : webhooks) {
            if (!isOver) {
                WebhookRun run = new WebhookRun(context, owner, webhook, equipment);
                runs.put(webhook.id(), run);
                run.begin();
            }
        }
    }

    private void forgetNowAndThen() {
        if (looks++ % LOOKS_BETWEEN_FORGETTING == 0) {
            on(deliveries.forget()).onFailure(failure -> LOG.debugf("Old deliveries stay for now: %s", failure));
        }
    }

    private <T> Future<T> on(Uni<T> work) {
        return Future.fromCompletionStage(work.subscribeAsCompletionStage(), context);
    }
}
