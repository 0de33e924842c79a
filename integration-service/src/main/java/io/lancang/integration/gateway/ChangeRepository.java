package io.lancang.integration.gateway;

import io.lancang.kit.event.Notice;
import io.lancang.kit.event.Notices;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * What changed of keys, clients and plans, whichever instance changed it. Triggers of the tables send it to a channel of PostgreSQL; this
 * instance sends a pulse to the same channel each second. While pulses come back, so does everything else: a gateway that hears them knows
 * that it misses nothing.
 */
@Singleton
class ChangeRepository {
    private static final Logger LOG = Logger.getLogger(ChangeRepository.class);
    private static final String CHANNEL = "key_changed";
    private static final String SEND = "select pg_notify('" + CHANNEL + "', $1)";
    private static final String PULSE = "pulse ";
    private static final Duration EACH = Duration.ofSeconds(1);

    private final String own = PULSE + UUID.randomUUID();
    private final Notices notices;
    private final Pool pool;
    private final Multi<Signal> signals;

    ChangeRepository(Notices notices, Pool pool) {
        this.notices = notices;
        this.pool = pool;
        // One connection for all streams of this instance, as long as there are any.
        this.signals = Multi.createFrom()
                .deferred(this::listen)
                .broadcast()
                .withCancellationAfterLastSubscriberDeparture()
                .toAllSubscribers();
    }

    /** What happens from now on; {@link Signal.Alive} at least each second. Ends only by being cancelled. */
    Multi<Signal> signals() {
        return signals;
    }

    private Multi<Signal> listen() {
        AtomicBoolean listens = new AtomicBoolean();
        Multi<Signal> heard = notices.of(CHANNEL).onItem().transformToMultiAndConcatenate(notice -> switch (notice) {
            case Notice.Listening() ->
                listens.getAndSet(true)
                        ? Multi.createFrom().<Signal>item(new Signal.Lost())
                        : pulse().onItem()
                                .<Signal>transformToMulti(
                                        sent -> Multi.createFrom().empty());
            case Notice.Received(String what) -> received(what);
        });
        Multi<Signal> pulses = Multi.createFrom()
                .ticks()
                .every(EACH)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> pulse())
                .onItem()
                .transformToMultiAndConcatenate(sent -> Multi.createFrom().empty());
        return Multi.createBy().merging().streams(heard, pulses);
    }

    private Multi<Signal> received(String what) {
        if (what.startsWith(PULSE)) {
            return what.equals(own)
                    ? Multi.createFrom().item(new Signal.Alive())
                    : Multi.createFrom().empty();
        }
        return Multi.createFrom().item(new Signal.Changed(what));
    }

    /** That one is not sent shows by that it does not come back. */
    private Uni<Boolean> pulse() {
        return pool.preparedQuery(SEND)
                .execute(Tuple.of(own))
                .replaceWith(true)
                .ifNoItem()
                .after(EACH)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.debugf("A pulse was not sent: %s", failure))
                .onFailure()
                .recoverWithItem(false);
    }
}
