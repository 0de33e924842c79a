package io.lancang.kit.event;

import io.lancang.kit.database.Primary;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Listens to channels of PostgreSQL's NOTIFY.
 *
 * <p>Each subscription holds one connection of the pool until it is cancelled, so a service subscribes once for a channel
 * and passes on to its clients what comes: see {@link ReleaseEvents}.
 */
@Singleton
public class Notices {
    private static final Logger LOG = Logger.getLogger(Notices.class);
    static final Duration FIRST_RETRY = Duration.ofMillis(100);
    static final Duration LONGEST_RETRY = Duration.ofSeconds(2);
    /** Who is further behind loses the connection, and so hears that it missed something. */
    private static final int BUFFER = 1024;

    private final Pool pool;

    Notices(Pool pool) {
        this.pool = Primary.of(pool);
    }

    /**
     * Everything that is sent to a channel, for ever: a connection that is lost is made anew.
     *
     * @param channel its name as a plain SQL identifier, in lower case
     */
    public Multi<Notice> of(String channel) {
        return of(channel, () -> LOG.tracef("Not listening to %s", channel));
    }

    /** @param lost called whenever nothing is heard any more, until the next {@link Notice.Listening} */
    Multi<Notice> of(String channel, Runnable lost) {
        return Multi.createFrom()
                .<Notice>emitter(emitter -> new Listening(channel, emitter).begin(pool), BackPressureStrategy.IGNORE)
                // Not the emitter's own buffer: whoever cancels clears it while another thread reads it, which may then
                // never end.
                .onOverflow()
                .buffer(BUFFER)
                .onFailure()
                .invoke(failure -> {
                    lost.run();
                    LOG.warnf("Not listening to %s, will try again: %s", channel, failure);
                })
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .indefinitely();
    }
}
