package io.lancang.kit.event;

import io.lancang.kit.database.Primary;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.replica.Passing;
import io.lancang.kit.replica.Replicas;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureFailure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The releases that any instance publishes, as they are published. While there are subscribers the instance holds one
 * connection and reads each release once, however many they are. Safe for any thread.
 */
@Singleton
public class ReleaseEvents {
    private static final String CHANNEL = "release_published";
    private static final int BUFFER = 256;

    private final Multi<PublishedRelease> published;

    private final Pool pool;
    private final int most;
    private final Duration look;
    private final AtomicInteger subscribers = new AtomicInteger();

    ReleaseEvents(Notices notices, Pool pool, Replicas replicas, EventConfig config, MeterRegistry metrics) {
        this.pool = Primary.of(pool);
        most = config.subscribers();
        look = config.look();
        Gauge.builder("lancang.events.subscribers", subscribers, AtomicInteger::get)
                .description("Subscriptions that are under way")
                .register(metrics);
        published = Multi.createFrom()
                .deferred(() -> new ReleaseTail(this.pool, told(notices, replicas)).follow())
                // Before anybody hears of it, so that what is asked then is answered with it.
                .invoke(release -> replicas.published(release.id()))
                .broadcast()
                .withCancellationAfterLastSubscriberDeparture()
                .toAllSubscribers();
    }

    private static Multi<Notice> told(Notices notices, Replicas replicas) {
        return notices.of(CHANNEL, replicas::lost).invoke(notice -> {
            if (notice instanceof Notice.Listening) {
                replicas.listens();
            }
        });
    }

    /**
     * Every release after the subscription, in order of its number, each once. Ends only by being cancelled, or with
     * LIMIT_EXCEEDED for a subscriber that falls too far behind the others. Fails with UNAVAILABLE where there are as many
     * subscribers as there may be.
     */
    public Multi<PublishedRelease> published() {
        return Multi.createFrom().deferred(() -> {
            if (subscribers.incrementAndGet() > most) {
                subscribers.decrementAndGet();
                return Multi.createFrom()
                        .failure(new ServiceException(
                                ErrorCode.UNAVAILABLE,
                                most + " subscriptions are under way, the most that this instance takes.",
                                "Subscribe once for all datasets, or again later."));
            }
            return heard().onTermination().invoke(subscribers::decrementAndGet);
        });
    }

    /**
     * As {@link #published}, beginning with what was published after a release, so that nothing is lost between two subscriptions.
     * Events only say when to look, and a look now and then finds what was published while listening began: the table is what counts.
     * While the database is away it waits, as who listens does, and goes on behind the last release that it told of.
     *
     * @param release number of the last release that was seen; 0 for all
     */
    public Multi<PublishedRelease> publishedAfter(long release) {
        return Multi.createFrom().deferred(() -> {
            AtomicLong last = new AtomicLong(release);
            Multi<Boolean> looks = Multi.createBy()
                    .merging()
                    .streams(
                            Multi.createFrom()
                                    .ticks()
                                    .every(look)
                                    .map(tick -> true)
                                    .onOverflow()
                                    .drop(),
                            published().map(event -> true));
            return looks.onOverflow()
                    .dropPreviousItems()
                    .onItem()
                    .transformToMultiAndConcatenate(now -> ReleaseTail.readAfter(pool, last.get()))
                    .invoke(found -> last.set(found.id()))
                    .onFailure(Passing::isOf)
                    .retry()
                    .withBackOff(Notices.FIRST_RETRY, Notices.LONGEST_RETRY)
                    .indefinitely();
        });
    }

    /** As {@link #published}, for the service itself: it takes no client's place, and is not counted as one. */
    public Multi<PublishedRelease> heard() {
        // Every subscriber has a buffer of its own, since the slowest would hold the others up.
        return published
                .onOverflow()
                .buffer(BUFFER)
                .onFailure(BackPressureFailure.class)
                .transform(late -> new ServiceException(
                        ErrorCode.LIMIT_EXCEEDED,
                        "More than " + BUFFER + " releases wait for this subscriber.",
                        "Subscribe anew, and read `datasets { releases }` for what was missed."));
    }
}
