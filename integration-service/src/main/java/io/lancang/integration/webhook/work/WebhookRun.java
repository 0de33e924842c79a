package io.lancang.integration.webhook.work;

import io.lancang.integration.page.Moments;
import io.lancang.integration.webhook.WebhookEntity;
import io.lancang.integration.webhook.WebhookState;
import io.lancang.integration.webhook.event.EventTaker;
import io.lancang.integration.webhook.event.TakenEvents;
import io.lancang.integration.webhook.outbox.Due;
import io.lancang.integration.webhook.outbox.Outbox;
import io.lancang.integration.webhook.outbox.OutboxRepository.Lease;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The work on one webhook while this instance has the lease: events are taken, and delivered one after the other. Belongs to one context, on
 * which all is called.
 */
final class WebhookRun implements EventTaker.Listener {
    private static final Logger LOG = Logger.getLogger(WebhookRun.class);
    /** After the database failed. */
    private static final long PAUSE = 1_000;

    private static final Duration LONGEST_TIMER = Duration.ofHours(1);

    private final Context context;
    private final Lease lease;
    private final WebhookEntity webhook;
    private final Equipment equipment;
    private final EventTaker taker;
    private final Queue<Due> due = new ArrayDeque<>();
    private @Nullable String notice = "";
    private int parked;
    private long timer = -1;
    private boolean isDelivering;
    private boolean hasMore;
    /** No more is done, but the database may not know yet. */
    private boolean isOver;

    private boolean isAbandoned;

    /** What runs share. */
    record Equipment(Outbox outbox, Subscribing subscribing, WebhookStops stops, LeaseRepository leases) {}

    WebhookRun(Context context, String owner, WebhookEntity webhook, Equipment equipment) {
        this.context = context;
        this.lease = new Lease(webhook.id(), owner, webhook.revision());
        this.webhook = webhook;
        this.equipment = equipment;
        this.parked = webhook.parkedInARow();
        Subscribing subscribing = equipment.subscribing();
        this.taker = new EventTaker(
                context,
                lease,
                new TakenEvents(
                        webhook.id(),
                        webhook.field(),
                        subscribing.config().maxPayload(),
                        subscribing.config().incompleteAttempts()),
                webhook.place(),
                subscribing.of(webhook),
                this);
    }

    long revision() {
        return lease.revision();
    }

    /**
     * Whether it has ended without a word to the database, so that somebody has to go on. While a word is on its way, and once it is there,
     * nobody has to.
     */
    boolean isAbandoned() {
        return isAbandoned;
    }

    void begin() {
        taker.begin();
        deliver();
    }

    /** Works on it no more, since somebody else does or will. */
    void end() {
        cease();
        isAbandoned = true;
    }

    private void cease() {
        isOver = true;
        taker.end();
        context.owner().cancelTimer(timer);
    }

    @Override
    public void added() {
        hasMore = true;
        deliver();
    }

    @Override
    public void refused(String why) {
        stop(WebhookState.PAUSED, "No events can be taken. " + why);
    }

    @Override
    public void hindered(@Nullable String why) {
        if (!Objects.equals(notice, why)) {
            notice = why;
            on(equipment.leases().notice(lease, why))
                    .onFailure(failure -> LOG.debugf("A notice was not kept: %s", failure));
        }
    }

    @Override
    public void lost() {
        LOG.debugf("Somebody else works on the webhook %s, or it was changed", lease.webhook());
        end();
    }

    /** Goes on with the first that waits, unless that is under way or has its moment still to come. */
    private void deliver() {
        if (isOver || isDelivering || timer >= 0) {
            return;
        }
        isDelivering = true;
        Due first = due.poll();
        if (first != null) {
            on(equipment
                            .outbox()
                            .deliver(
                                    lease, new Outbox.Receiver(webhook.url(), webhook.secretsAt(Moments.now())), first))
                    .onSuccess(this::progressed)
                    .onFailure(this::failed);
            return;
        }
        hasMore = false;
        on(equipment.outbox().due(lease))
                .onSuccess(found -> {
                    due.addAll(found);
                    isDelivering = false;
                    if (!found.isEmpty() || hasMore) {
                        deliver();
                    }
                })
                .onFailure(this::failed);
    }

    private void progressed(Outbox.Progress progress) {
        isDelivering = false;
        switch (progress) {
            case Outbox.Progress.More() -> {
                parked = 0;
                deliver();
            }
            case Outbox.Progress.Until(OffsetDateTime moment) -> {
                due.clear();
                wait(Duration.between(Moments.now(), moment));
            }
            case Outbox.Progress.Parked(String why) -> parked(why);
            case Outbox.Progress.Gone() -> stop(WebhookState.ENDED, "The receiver answered 410 (Gone).");
            case Outbox.Progress.Lost() -> lost();
        }
    }

    private void parked(String why) {
        parked++;
        int most = equipment.subscribing().config().pauseAfter();
        if (parked >= most) {
            stop(
                    WebhookState.PAUSED,
                    parked + " deliveries in a row were tried for "
                            + equipment.subscribing().config().patience() + " each and parked. The last attempt: " + why
                            + " See that the receiver works, then resumeWebhook, and replayWebhook for what was parked.");
        } else {
            deliver();
        }
    }

    private void failed(Throwable failure) {
        LOG.warnf("Delivering for the webhook %s goes on in a second: %s", lease.webhook(), failure);
        isDelivering = false;
        due.clear();
        wait(Duration.ofMillis(PAUSE));
    }

    private void wait(Duration time) {
        if (isOver) {
            return;
        }
        long millis = Math.clamp(time.toMillis(), 1, LONGEST_TIMER.toMillis());
        timer = context.owner()
                .setTimer(
                        millis,
                        ignored -> context.runOnContext(now -> {
                            timer = -1;
                            deliver();
                        }));
    }

    private void stop(WebhookState next, String why) {
        cease();
        LOG.infof("The webhook %s is %s: %s", lease.webhook(), next, why);
        on(equipment.stops().stop(lease, next, why)).onFailure(failure -> {
            isAbandoned = true;
            LOG.warnf("The webhook %s could not be stopped: %s", lease.webhook(), failure);
        });
    }

    private <T> Future<T> on(Uni<T> work) {
        return Future.fromCompletionStage(work.subscribeAsCompletionStage(), context);
    }
}
