package io.lancang.gateway.cache.invalidation;

import io.lancang.federation.SubgraphResponse;
import io.lancang.gateway.cache.invalidation.EventSource.Opened;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Flow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the events of one subgraph. Each makes answers invalid; while nobody listens, nothing that is kept of the subgraph can be
 * trusted, and once somebody does, what was kept before is invalid, since an event may have been missed.
 *
 * <p>Belongs to one event loop, but for {@link #isTrusted}.
 */
public final class EventGuard implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EventGuard.class);
    private static final int LONGEST_WAIT = 8;
    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final Context context;
    private final EventSource source;
    private final Invalidations invalidations;
    private final String subgraph;
    private final Collection<String> marks;
    private final Times times;
    private final Runnable heard;
    private volatile boolean trusted;
    private @Nullable Attempt current;
    private int wait = 1;
    private long timer = NO_TIMER;
    private boolean isRepeating;
    private boolean hasMore;
    private boolean closed;

    /**
     * How long things take.
     *
     * @param retry before a subscription that broke is opened again
     * @param settle between the subgraph's word that it has the subscription and its first event
     * @param again between an event and the last answer of a replica that has not heard of it; zero if there is none
     */
    public record Times(Duration retry, Duration settle, Duration again) {}

    /**
     * @param marks of the answers that each event makes invalid
     * @param heard is called for each event, when that is done
     */
    public EventGuard(
            Vertx vertx,
            EventSource source,
            Invalidations invalidations,
            String subgraph,
            Collection<String> marks,
            Times times,
            Runnable heard) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.source = source;
        this.invalidations = invalidations;
        this.subgraph = subgraph;
        this.marks = List.copyOf(marks);
        this.times = times;
        this.heard = heard;
    }

    /** Whether each event has been heard since what is kept was asked for. */
    public boolean isTrusted() {
        return trusted;
    }

    private void repeatLater() {
        isRepeating = true;
        hasMore = false;
        vertx.setTimer(Math.max(1, times.again().toMillis()), ignored -> repeat());
    }

    /** Drops what came of replicas that had not heard of an event; once for all events of a burst, and once after its last. */
    private void repeat() {
        isRepeating = false;
        invalidations.invalidate(marks);
        if (hasMore) {
            repeatLater();
        }
    }

    /** Begins to listen. */
    public void start() {
        context.runOnContext(ignored -> open());
    }

    private void open() {
        if (!closed) {
            Attempt attempt = new Attempt();
            current = attempt;
            source.open(new Opened(attempt, attempt::accepted));
        }
    }

    @Override
    public void close() {
        context.runOnContext(ignored -> {
            closed = true;
            trusted = false;
            vertx.cancelTimer(timer);
            if (current != null) {
                current.cancel();
            }
        });
    }

    /** One subscription, from its opening to its end. */
    private final class Attempt implements Flow.Subscriber<SubgraphResponse> {
        private Flow.@Nullable Subscription subscription;
        private boolean ended;

        void cancel() {
            ended = true;
            if (subscription != null) {
                subscription.cancel();
            }
        }

        @Override
        public void onSubscribe(Flow.Subscription opened) {
            subscription = opened;
            opened.request(Long.MAX_VALUE);
        }

        void accepted() {
            // The subgraph says that it has the subscription before it really listens to its own events.
            timer = vertx.setTimer(Math.max(1, times.settle().toMillis()), ignored -> settled());
        }

        private void settled() {
            if (!ended) {
                wait = 1;
                invalidations.invalidate(List.of(Invalidations.subgraph(subgraph)));
                trusted = true;
                LOG.infof("What is kept of subgraph %s is invalidated by its events from now on", subgraph);
            }
        }

        @Override
        public void onNext(SubgraphResponse event) {
            invalidations.invalidate(marks);
            heard.run();
            if (isRepeating) {
                hasMore = true;
            } else if (times.again().isPositive()) {
                repeatLater();
            }
        }

        @Override
        public void onError(Throwable failure) {
            ended();
        }

        @Override
        public void onComplete() {
            ended();
        }

        private void ended() {
            if (!ended) {
                ended = true;
                if (trusted) {
                    trusted = false;
                    LOG.warnf(
                            "What is kept of subgraph %s counts as unknown until its events are heard again", subgraph);
                }
                vertx.cancelTimer(timer);
                timer = vertx.setTimer(Math.max(1, wait * times.retry().toMillis()), ignored -> open());
                wait = Math.min(LONGEST_WAIT, wait * 2);
            }
        }
    }
}
