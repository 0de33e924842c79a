package io.lancang.kit.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.fixture.Eventually;
import io.lancang.kit.fixture.KnownStandbys;
import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.replica.Replicas;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ReleaseEventsTest {
    private static final long PATIENCE_SECONDS = Eventually.PATIENCE.toSeconds();
    private static final int MOST = 2;
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final ServiceDatabase DATABASE = ServiceDatabase.start();
    private static final Vertx VERTX = Vertx.vertx();

    private final List<Pool> pools = new ArrayList<>();
    private final List<Cancellable> subscriptions = new ArrayList<>();

    @BeforeAll
    static void createTables() {
        Flyway.configure()
                .dataSource(DATABASE.dataSource())
                .locations("db/kit")
                .load()
                .migrate();
    }

    @AfterEach
    void leave() {
        subscriptions.forEach(Cancellable::cancel);
        pools.forEach(Pool::closeAndAwait);
        // The server ends their processes later, and the next test must not take one for its own.
        awaitListeners(0);
    }

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
        DATABASE.close();
    }

    @Test
    void tellEveryInstanceOfAReleaseThatOneOfThemPublished() throws Exception {
        BlockingQueue<PublishedRelease> one = subscribe(instance());
        BlockingQueue<PublishedRelease> other = subscribe(instance());
        awaitListeners(2);

        publish("harvest");

        assertEquals("harvest", next(one).dataset());
        assertEquals("harvest", next(other).dataset());
    }

    /** At whatever moment they leave: while a connection is on its way, while the last release is read, and before. */
    @RepeatedTest(5)
    void keepNoConnectionOfSubscribersWhoLeaveAtOnce() throws Exception {
        ReleaseEvents instance = instance();
        for (int subscriber = 0; subscriber < 200; subscriber++) {
            Cancellable subscription = instance.published().subscribe().with(release -> {});
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(20L * subscriber));
            subscription.cancel();
        }

        assertEquals(
                1,
                pools.getFirst()
                        .query("select 1 as one")
                        .execute()
                        .await()
                        .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                        .iterator()
                        .next()
                        .getInteger("one"));
    }

    @Test
    void tellNothingOfAReleaseThatWasRolledBack() throws Exception {
        BlockingQueue<PublishedRelease> received = subscribe(instance());
        awaitListeners(1);

        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into release (dataset, file_name, sha256) values ('dropped', 'f', '')");
            connection.rollback();
        }
        publish("kept");

        assertEquals("kept", next(received).dataset());
    }

    @Test
    void tellAfterARestartOfTheDatabaseWhatWasPublishedWhileNobodyListened() throws Exception {
        BlockingQueue<PublishedRelease> received = subscribe(instance());
        awaitListeners(1);
        publish("before");
        assertEquals("before", next(received).dataset());

        DATABASE.restart();
        publish("missed");
        awaitListeners(1);
        publish("after");

        assertEquals("missed", next(received).dataset());
        assertEquals("after", next(received).dataset());
    }

    @Test
    void refuseMoreSubscribersThanThereMayBeUntilOneLeaves() throws Exception {
        ReleaseEvents instance = instance();
        subscribe(instance);
        BlockingQueue<PublishedRelease> second = subscribe(instance);
        for (int refused = 0; refused < 3; refused++) {
            BlockingQueue<Throwable> received = new LinkedBlockingQueue<>();
            subscriptions.add(instance.published().subscribe().with(release -> {}, received::add));
            ServiceException failure =
                    assertInstanceOf(ServiceException.class, received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
            assertEquals("2 subscriptions are under way, the most that this instance takes.", failure.getMessage());
        }

        subscriptions.getFirst().cancel();
        BlockingQueue<PublishedRelease> third = subscribe(instance);
        awaitListeners(1);
        publish("room");

        assertEquals("room", next(second).dataset());
        assertEquals("room", next(third).dataset());
    }

    @Test
    void holdOneConnectionForAllSubscribersAndNoneWithout() throws Exception {
        ReleaseEvents instance = instance();
        BlockingQueue<PublishedRelease> one = subscribe(instance);
        BlockingQueue<PublishedRelease> other = subscribe(instance);
        awaitListeners(1);
        publish("shared");
        assertEquals("shared", next(one).dataset());
        assertEquals("shared", next(other).dataset());

        subscriptions.forEach(Cancellable::cancel);
        awaitListeners(0);

        BlockingQueue<PublishedRelease> later = subscribe(instance);
        awaitListeners(1);
        publish("later");
        assertEquals("later", next(later).dataset());
        assertNull(one.poll());
    }

    /** Whoever asks then is answered by no standby without it. */
    @Test
    void areKnownOfBeforeAnybodyIsTold() throws Exception {
        Replicas replicas = KnownStandbys.unseen();
        BlockingQueue<Boolean> received = new LinkedBlockingQueue<>();
        subscriptions.add(instance(replicas)
                .published()
                .subscribe()
                .with(release -> received.add(replicas.isHeardOf(release.id()))));
        awaitListeners(1);
        publish("known");

        assertEquals(true, received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(false, replicas.isHeardOf(Long.MAX_VALUE));
    }

    @Test
    void areKnownToBeMissedWhileTheDatabaseIsGone() {
        Replicas replicas = KnownStandbys.unseen();
        subscribe(instance(replicas));
        Eventually.holds("they are heard of", replicas::isListening);

        DATABASE.stop();
        try {
            Eventually.holds("they are not", () -> !replicas.isListening());
        } finally {
            DATABASE.resume();
        }

        Eventually.holds("they are heard of again", replicas::isListening);
    }

    @Test
    void goOnBehindTheLastOneThatWasToldWhileTheDatabaseIsAwayForAMoment() throws Exception {
        long before = publish("before_all");
        BlockingQueue<PublishedRelease> received = new LinkedBlockingQueue<>();
        BlockingQueue<Throwable> failed = new LinkedBlockingQueue<>();
        subscriptions.add(instance().publishedAfter(before).subscribe().with(received::add, failed::add));
        publish("first");
        assertEquals("first", next(received).dataset());

        DATABASE.stop();
        // Several looks, all of which fail.
        assertNull(failed.poll(20 * LOOK.toMillis(), TimeUnit.MILLISECONDS));
        DATABASE.resume();
        publish("second");

        assertEquals("second", next(received).dataset());
        assertNull(failed.poll());
    }

    private record Bounds(int subscribers, Duration look) implements EventConfig {}

    private ReleaseEvents instance() {
        return instance(KnownStandbys.none());
    }

    private ReleaseEvents instance(Replicas replicas) {
        PgConnectOptions options = PgConnectOptions.fromUri(DATABASE.reactiveUrl())
                .setUser(ServiceDatabase.NAME)
                .setPassword(ServiceDatabase.NAME);
        Pool pool = Pool.newInstance(PgBuilder.pool()
                .using(VERTX)
                .connectingTo(options)
                .with(new PoolOptions().setMaxSize(2))
                .build());
        pools.add(pool);
        return new ReleaseEvents(new Notices(pool), pool, replicas, new Bounds(MOST, LOOK), new SimpleMeterRegistry());
    }

    private BlockingQueue<PublishedRelease> subscribe(ReleaseEvents events) {
        BlockingQueue<PublishedRelease> received = new LinkedBlockingQueue<>();
        subscriptions.add(events.published().subscribe().with(received::add));
        return received;
    }

    private static PublishedRelease next(BlockingQueue<PublishedRelease> received) throws InterruptedException {
        @Nullable PublishedRelease release = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (release == null) {
            throw new AssertionError("No release was announced");
        }
        return release;
    }

    /** The number of the release. */
    private static long publish(String dataset) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet published =
                        statement.executeQuery("insert into release (dataset, file_name, sha256) values ('" + dataset
                                + "', 'f', '') returning id")) {
            published.next();
            return published.getLong(1);
        }
    }

    private static void awaitListeners(int wanted) {
        Eventually.holds("there are " + wanted + " listeners", () -> listeners() == wanted);
    }

    private static int listeners() throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from pg_stat_activity where state = 'idle'"
                        + " and query = 'listen release_published'")) {
            found.next();
            return found.getInt(1);
        }
    }
}
