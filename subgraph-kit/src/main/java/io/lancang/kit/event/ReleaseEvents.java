package io.lancang.kit.event;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureFailure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;

/**
 * The releases that any instance publishes, as they are published. While there are subscribers the instance holds one
 * connection and reads each release once, however many they are. Safe for any thread.
 */
@Singleton
public class ReleaseEvents {
    private static final String CHANNEL = "release_published";
    private static final int BUFFER = 256;

    private final Multi<PublishedRelease> published;

    ReleaseEvents(Notices notices, Pool pool) {
        published = Multi.createFrom()
                .deferred(() -> new ReleaseTail(pool, notices.of(CHANNEL)).follow())
                .broadcast()
                .withCancellationAfterLastSubscriberDeparture()
                .toAllSubscribers();
    }

    /**
     * Every release after the subscription, in order of its number, each once. Ends only by being cancelled, or with
     * LIMIT_EXCEEDED for a subscriber that falls too far behind the others.
     */
    public Multi<PublishedRelease> published() {
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
