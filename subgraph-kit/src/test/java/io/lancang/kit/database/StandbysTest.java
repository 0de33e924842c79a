package io.lancang.kit.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.Eventually;
import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.history.DataStates;
import io.lancang.kit.replica.ReplicaConfig;
import io.lancang.kit.replica.Replicas;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A primary and a standby that streams from it. The test tells of releases what a service hears of them. */
class StandbysTest {
    private static final String WHO =
            "select pg_is_in_recovery() as standby, coalesce(max(id), 0) as release from release";
    private static final String PUBLISH =
            "insert into release (dataset, file_name, sha256) values ('harvest', 'f', '') returning id";
    private static final String RUNNING =
            "select count(*) from pg_stat_activity where state = 'active' and pid <> pg_backend_pid() and query like ";
    private static final Duration FAR = Duration.ofMinutes(10);
    private static final Duration OFTEN = Duration.ofMillis(20);
    /** Looks are taken where something has happened, and only then. */
    private static final Duration NEVER = Duration.ofHours(1);

    private static final String LAG = "lancang.database.replicas.lag";
    private static final String AGAIN = "lancang.database.replicas.again";
    private static final String SERVING = "lancang.database.replicas.serving";

    private static ServiceDatabase primary;
    private static ServiceDatabase standby;
    private static Vertx vertx;

    private SimpleMeterRegistry metrics;
    private Replicas replicas;
    private Pool pool;
    private final List<SqlConnection> held = new ArrayList<>();

    private record Config(Duration patience, int waiting, int heavyAtOnce) implements PoolConfig {}

    private record Standbys(Optional<List<String>> hosts, Duration lag, Duration look, int most)
            implements ReplicaConfig {}

    private record Input(Vertx vertx, PoolOptions poolOptions, List<PgConnectOptions> pgConnectOptionsList)
            implements PgPoolCreator.Input {}

    private record Answer(boolean ofStandby, long release) {}

    @BeforeAll
    static void start() {
        primary = ServiceDatabase.startPrimary();
        Flyway.configure()
                .dataSource(primary.dataSource())
                .locations("db/kit")
                .load()
                .migrate();
        standby = primary.startStandby();
        vertx = Vertx.vertx();
        // Begins what threads of the pool would begin at the same moment.
        Uni.createFrom().item(() -> "begun").await().indefinitely();
    }

    @AfterAll
    static void stop() {
        join(vertx.close());
        standby.close();
        primary.close();
    }

    @BeforeEach
    void listen() {
        begin(FAR, NEVER, primary);
    }

    private void begin(Duration lag, Duration look, ServiceDatabase... taken) {
        List<PgConnectOptions> servers = Stream.of(taken)
                .map(server -> PgConnectOptions.fromUri(server.reactiveUrl())
                        .setUser(ServiceDatabase.NAME)
                        .setPassword(ServiceDatabase.NAME))
                .toList();
        metrics = new SimpleMeterRegistry();
        replicas =
                new Replicas(new Standbys(Optional.of(List.of("127.0.0.1:" + standby.port())), lag, look, 1), metrics);
        pool = new BoundedPools(new Config(Duration.ofMinutes(2), 10, 1), replicas, metrics)
                .create(new Input(vertx, new PoolOptions().setMaxSize(4), servers));
        replicas.listens();
    }

    private void beginAgain(Duration lag) {
        join(pool.close());
        begin(lag, OFTEN, primary);
    }

    @AfterEach
    void leave() {
        held.forEach(connection -> join(connection.close()));
        join(pool.close());
    }

    @Test
    void answersQuestionsFromTheStandbyAndWritesToThePrimary() {
        awaitStandby();

        assertTrue(snapshot().ofStandby(), "and what is read of one state is asked of it, too");
        assertEquals(
                false,
                join(pool.withConnection(
                                connection -> connection.query(WHO).execute().map(StandbysTest::answer)))
                        .ofStandby());
    }

    @Test
    void answersNoQuestionAfterAReleaseFromAStandbyThatLacksIt() throws SQLException {
        awaitStandby();
        standby.asSuperuser("select pg_wal_replay_pause()");
        try {
            long before = ask().release();
            long release = publish();
            replicas.published(release);

            assertEquals(new Answer(false, release), ask());
            assertEquals(new Answer(false, release), snapshot());
            assertEquals(before, shownByStandby(), "which the standby did not show yet");
        } finally {
            standby.asSuperuser("select pg_wal_replay_resume()");
        }

        awaitStandby();
    }

    /** As after a failover, when the standby of before is the primary. All at once, and none of them fails. */
    @Test
    void connectsToWhicheverOfSeveralAddressesIsThePrimary() {
        join(pool.close());
        begin(FAR, NEVER, standby, primary);
        List<Future<SqlConnection>> asked = List.of(pool.getConnection(), pool.getConnection(), pool.getConnection());
        for (Future<SqlConnection> one : asked) {
            SqlConnection connection = join(one);
            held.add(connection);
            assertEquals(
                    false,
                    join(connection.query(WHO).execute().map(StandbysTest::answer))
                            .ofStandby());
        }
    }

    /** As during a failover. */
    @Test
    void tellsThatNoneOfSeveralAddressesIsThePrimary() {
        join(pool.close());
        begin(FAR, NEVER, standby, standby);

        CompletionException failure =
                assertThrows(CompletionException.class, () -> held.add(join(pool.getConnection())));
        assertTrue(String.valueOf(failure.getMessage()).contains("none of the addresses"), failure::toString);
    }

    /** As where a name leads for a moment that was the primary's. */
    @Test
    void givesNoConnectionToAStandbyForOneToThePrimary() {
        join(pool.close());
        begin(FAR, NEVER, standby);

        assertThrows(CompletionException.class, () -> held.add(join(pool.getConnection())));
    }

    /** Nobody told of a release: that something was written here is enough. */
    @Test
    void answersWithWhatThisProcessHasJustWritten() {
        awaitStandby();
        standby.asSuperuser("select pg_wal_replay_pause()");
        try {
            long written = join(pool.withTransaction(connection -> connection
                    .query("insert into release (dataset, file_name, sha256) values ('own', 'f', '') returning id")
                    .execute()
                    .map(rows -> rows.iterator().next().getLong("id"))));

            assertEquals(new Answer(false, written), ask());
        } finally {
            standby.asSuperuser("select pg_wal_replay_resume()");
        }
    }

    /** The primary waits for a standby that there is not, and shows no release before; the one that there is has replayed it. */
    @Test
    void keepsNothingForAReleaseThatAStandbyAloneShows() throws SQLException {
        awaitStandby();
        primary.asSuperuser("alter system set synchronous_standby_names = 'nobody'");
        primary.asSuperuser("select pg_reload_conf()");
        AtomicReference<CompletableFuture<Long>> published =
                new AtomicReference<>(CompletableFuture.completedFuture(0L));
        try {
            Eventually.holds("a release waits", () -> {
                if (published.get().isDone()) {
                    published.set(CompletableFuture.supplyAsync(StandbysTest::publishedEverywhere));
                }
                return "1".equals(ask(primary, "select count(*) from pg_stat_activity where wait_event = 'SyncRep'"));
            });
            long shown = Long.parseLong(ask(primary, "select coalesce(max(id), 0) from release"));
            replicas.published(shown);
            Eventually.holds("the standby is ahead", () -> shownByStandby() > shown);
            awaitStandby();

            assertTrue(ask().release() > shown);
            assertEquals(
                    shown,
                    new DataStates(io.vertx.mutiny.sqlclient.Pool.newInstance(pool), replicas)
                            .current()
                            .await()
                            .atMost(Eventually.PATIENCE)
                            .last());
        } finally {
            primary.asSuperuser("alter system reset synchronous_standby_names");
            primary.asSuperuser("select pg_reload_conf()");
        }
        assertTrue(published.get().join() > 0);
    }

    @Test
    void asksThePrimaryWhileItHearsOfNoRelease() {
        awaitStandby();
        replicas.lost();

        assertEquals(false, ask().ofStandby());

        replicas.listens();
        awaitStandby();
    }

    @Test
    void leavesAStandbyOutThatIsFurtherBehindThanItMayBe() {
        beginAgain(Duration.ofMillis(300));
        awaitStandby();
        standby.asSuperuser("select pg_wal_replay_pause()");
        try {
            // Flushed by its commit, and no release.
            primary.asSuperuser("create table later_" + System.nanoTime() + " (value int)");
            Eventually.holds("the lag is told", () -> metrics.get(LAG).gauge().value() > 0.3);
            Eventually.holds("the primary answers", () -> !ask().ofStandby());
            assertEquals(0, metrics.get(SERVING).gauge().value());
        } finally {
            standby.asSuperuser("select pg_wal_replay_resume()");
        }

        awaitStandby();
        Eventually.holds("nothing is behind", () -> metrics.get(LAG).gauge().value() == 0);
    }

    /** A lock of the primary that is replayed ends the statement on the standby after the delay of a tenth of a second. */
    @Test
    void asksThePrimaryForWhatAStandbyEndsByWhatItReplays() throws Exception {
        execute("create table held as select 1 as value");
        awaitStandby();
        Eventually.holds(
                "the table is there",
                () -> "1".equals(onStandby("select count(*) from pg_class where relname = 'held'")));
        String slow = "select pg_is_in_recovery() as standby, value::bigint as release from held, pg_sleep(1)";
        Future<Answer> answer = pool.query(slow).execute().map(StandbysTest::answer);
        Eventually.holds("it is asked", () -> "1".equals(onStandby(RUNNING + "'%, pg_sleep(1)'")));
        execute("alter table held add column other int");

        assertEquals(new Answer(false, 1), join(answer));
        assertEquals(1, metrics.get(AGAIN).counter().count());
    }

    @Test
    void goesOnWithThePrimaryWhenAStandbyDiesAndAsksItAgainWhenItIsBack() {
        beginAgain(FAR);
        awaitStandby();
        Future<Answer> slow = pool.query(WHO.replace(
                        "from release", "from release, pg_sleep(case when pg_is_in_recovery() then 60 else 0 end)"))
                .execute()
                .map(StandbysTest::answer);
        Eventually.holds("it is asked", () -> "1".equals(onStandby(RUNNING + "'%, pg_sleep(case%'")));
        standby.stop();
        try {
            assertEquals(false, join(slow).ofStandby());
            assertEquals(1, metrics.get(AGAIN).counter().count());
            assertEquals(false, ask().ofStandby());
        } finally {
            standby.resume();
        }

        awaitStandby();
    }

    @Test
    void answersFromTheStandbyWhileThePrimaryIsDown() throws SQLException {
        beginAgain(FAR);
        awaitStandby();
        long release = publish();
        replicas.published(release);
        Eventually.holds("the standby has it", () -> ask().equals(new Answer(true, release)));
        primary.stop();
        try {
            assertEquals(new Answer(true, release), ask());
            // Whoever listened lost the connection, too.
            replicas.lost();
            assertEquals(new Answer(true, release), ask());
            assertEquals(new Answer(true, release), snapshot());
        } finally {
            primary.resume();
        }
        Eventually.holds("the primary answers", () -> !ask().ofStandby());
    }

    private void awaitStandby() {
        Eventually.holds("the standby answers", () -> {
            // Nothing new, which is reason enough to look.
            replicas.published(0);
            return ask().ofStandby();
        });
    }

    private Answer ask() {
        return join(pool.query(WHO).execute().map(StandbysTest::answer));
    }

    private Answer snapshot() {
        io.vertx.mutiny.sqlclient.Pool asked = io.vertx.mutiny.sqlclient.Pool.newInstance(pool);
        Uni<Answer> read = Snapshot.of(
                asked,
                snapshot -> snapshot.rows(WHO, Tuple.tuple()).map(rows -> {
                    Row row = rows.iterator().next();
                    return new Answer(row.getBoolean("standby"), row.getLong("release"));
                }));
        return read.await().atMost(Eventually.PATIENCE);
    }

    private static Answer answer(io.vertx.sqlclient.RowSet<io.vertx.sqlclient.Row> rows) {
        io.vertx.sqlclient.Row row = rows.iterator().next();
        return new Answer(row.getBoolean("standby"), row.getLong("release"));
    }

    private static long publish() throws SQLException {
        return Long.parseLong(ask(primary, PUBLISH));
    }

    /** As production commits; the server of tests waits for nobody by itself. */
    private static long publishedEverywhere() {
        try (Connection connection = primary.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = on");
            try (ResultSet inserted = statement.executeQuery(PUBLISH)) {
                inserted.next();
                return inserted.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = primary.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long shownByStandby() throws SQLException {
        return Long.parseLong(onStandby("select coalesce(max(id), 0) from release"));
    }

    private static String onStandby(String sql) throws SQLException {
        return ask(standby, sql);
    }

    private static String ask(ServiceDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }

    private static <T> T join(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
