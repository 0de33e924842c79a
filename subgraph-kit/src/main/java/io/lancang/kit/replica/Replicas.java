package io.lancang.kit.replica;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The standbys that answer questions, if the service has been given any; without them nothing here does anything. Safe for any thread.
 *
 * <p>What a service knows of its releases is told here: who publishes an event tells it first, so that no answer is older than an
 * event that came before the question.
 */
@Singleton
public class Replicas {
    private static final Logger LOG = Logger.getLogger(Replicas.class);

    private final ReplicaConfig config;
    private final MeterRegistry metrics;
    private final Floor floor = new Floor();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile @Nullable Watch watch;

    public Replicas(ReplicaConfig config, MeterRegistry metrics) {
        this.config = config;
        this.metrics = metrics;
    }

    /** Whether there are any, at the moment or not. */
    public boolean areUsed() {
        return config.hosts().isPresent();
    }

    /** The servers of the database: the primary alone, or with its standbys, which are looked at from now on. */
    public Servers servers(Vertx vertx, Pools pools) {
        Server primary = new Server("primary", pools.primary());
        List<String> hosts = config.hosts().orElse(List.of());
        if (hosts.isEmpty()) {
            return Servers.only(primary);
        }
        List<Address> names =
                hosts.stream().map(host -> Address.of(host, pools.port())).toList();
        Watch begun = new Watch(vertx, config, names, pools, floor);
        watch = begun;
        measure(begun);
        return new Several(primary, begun);
    }

    private void measure(Watch begun) {
        Gauge.builder(
                        "lancang.database.replicas.known",
                        begun,
                        all -> all.standbys().size())
                .description("Standbys that are there")
                .register(metrics);
        Gauge.builder("lancang.database.replicas.serving", begun, this::serving)
                .description("Standbys that may be asked: they have every release, and are not too far behind")
                .register(metrics);
        Gauge.builder("lancang.database.replicas.lag", begun, Replicas::lag)
                .description("For how long the primary has had what the standby that is furthest behind has not")
                .baseUnit("seconds")
                .register(metrics);
        Gauge.builder("lancang.database.replicas.listening", floor, level -> level.isListening() ? 1 : 0)
                .description("1 while releases are heard of as they are published; else questions go to the primary")
                .register(metrics);
        Gauge.builder("lancang.database.replicas.primary", begun, all -> all.primaryAnswers() ? 1 : 0)
                .description("1 while the primary answers")
                .register(metrics);
    }

    private double serving(Watch all) {
        long release = floor.level().release();
        return all.standbys().stream()
                .map(Standby::standing)
                .filter(one -> one.isStandby()
                        && one.release() >= release
                        && one.behind().compareTo(config.lag()) <= 0)
                .count();
    }

    private static double lag(Watch all) {
        return all.standbys().stream()
                        .map(standby -> standby.standing().behind())
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO)
                        .toMillis()
                / (double) TimeUnit.SECONDS.toMillis(1);
    }

    /** Told before anybody else hears of a release: no question that comes after this is answered without it. */
    public void published(long release) {
        floor.published(release);
        lookSoon();
    }

    /** Told when this process has changed something by another way than the pool of {@link #servers}. */
    public void changed() {
        floor.changed();
        lookSoon();
    }

    /** Told when releases are heard of, from now on. */
    public void listens() {
        floor.listens();
        lookSoon();
    }

    /** Told when releases are not heard of any more. The primary answers until they are. */
    public void lost() {
        floor.lost();
    }

    /** Whether releases are heard of as they are published. Without standbys nobody listens before somebody subscribes. */
    public boolean isListening() {
        return floor.isListening();
    }

    /**
     * Whether a release is known to be there: what a standby shows may be so new that the primary, which waits for it, does not show it
     * yet, and neither do others.
     */
    public boolean isHeardOf(long release) {
        return !areUsed() || release <= floor.level().release();
    }

    private void lookSoon() {
        Watch begun = watch;
        if (begun != null) {
            begun.look();
        }
    }

    /** The primary and its standbys. */
    private final class Several implements Servers {
        private final Server primary;
        private final Watch watch;
        private final Counter ofPrimary;
        private final Counter ofStandbys;
        private final Counter again;

        private Several(Server primary, Watch watch) {
            this.primary = primary;
            this.watch = watch;
            ofPrimary = reads("primary");
            ofStandbys = reads("standby");
            again = Counter.builder("lancang.database.replicas.again")
                    .description(
                            "Reads that one server failed to answer by its own fault, and that another was asked for")
                    .register(metrics);
        }

        private Counter reads(String server) {
            return Counter.builder("lancang.database.replicas.reads")
                    .description("Reads by the server that was asked first")
                    .tag("server", server)
                    .register(metrics);
        }

        @Override
        public Server primary() {
            return primary;
        }

        @Override
        public boolean areSeveral() {
            return true;
        }

        @Override
        public Route route(@Nullable Server before) {
            Route route = new Choice(primary, watch.primaryAnswers(), floor.level(), config.lag())
                    .of(
                            watch.standbys().stream().map(Standby::candidate).toList(),
                            before,
                            before == null ? turn.getAndIncrement() : 0);
            (route.first().equals(primary) ? ofPrimary : ofStandbys).increment();
            return route;
        }

        @Override
        public void changed() {
            Replicas.this.changed();
        }

        @Override
        public void askedAgain(Route route, Throwable failure) {
            again.increment();
            LOG.debugf("Asked again what %s did not answer: %s", route.first().name(), failure);
        }

        @Override
        public Future<Void> close() {
            return Future.join(watch.close(), primary.pool().close()).mapEmpty();
        }
    }
}
