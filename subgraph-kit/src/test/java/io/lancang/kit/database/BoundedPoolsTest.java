package io.lancang.kit.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.error.DatabaseFailure;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.fixture.Eventually;
import io.lancang.kit.fixture.KnownStandbys;
import io.lancang.kit.fixture.ServiceDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundedPoolsTest {
    private static ServiceDatabase database;
    private static Vertx vertx;

    private Pool pool;

    private record Config(Duration patience, int waiting, int heavyAtOnce) implements PoolConfig {}

    private record Input(Vertx vertx, PoolOptions poolOptions, List<PgConnectOptions> pgConnectOptionsList)
            implements PgPoolCreator.Input {}

    @BeforeAll
    static void start() {
        database = ServiceDatabase.start();
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        join(vertx.close());
        database.close();
    }

    @BeforeEach
    void createPoolOfOne() {
        pool = poolOf(Eventually.PATIENCE, server());
    }

    private static Pool poolOf(Duration patience, PgConnectOptions... servers) {
        return new BoundedPools(new Config(patience, 1, 1), KnownStandbys.none(), new SimpleMeterRegistry())
                .create(new Input(vertx, new PoolOptions().setMaxSize(1), List.of(servers)));
    }

    private static PgConnectOptions server() {
        return PgConnectOptions.fromUri(database.reactiveUrl())
                .setUser(ServiceDatabase.NAME)
                .setPassword(ServiceDatabase.NAME);
    }

    @AfterEach
    void closePool() {
        join(pool.close());
    }

    @Test
    void tellsThatAllConnectionsAreInUseAfterItsPatienceAndAnswersAgainWhenOneIsFree() {
        Pool impatient = poolOf(Duration.ofSeconds(2), server());
        try {
            SqlConnection held = connectionOf(impatient);

            ServiceException refusal = refusalOf(impatient.query("select 1").execute());
            join(held.close());

            assertEquals(ErrorCode.UNAVAILABLE, refusal.code());
            assertEquals("All connections of this service to its database are in use.", refusal.getMessage());
            assertEquals(1, join(impatient.query("select 1").execute()).size());
        } finally {
            join(impatient.close());
        }
    }

    /** On a busy machine the first connection takes longer than a short patience; it is there for who asks again. */
    private static SqlConnection connectionOf(Pool impatient) {
        AtomicReference<SqlConnection> given = new AtomicReference<>();
        Eventually.holds("the pool has given its connection", () -> {
            try {
                given.set(join(impatient.getConnection()));
                return true;
            } catch (CompletionException late) {
                return false;
            }
        });
        return given.get();
    }

    @Test
    void refusesAtOnceWhatWouldWaitBehindTooMany() {
        SqlConnection held = join(pool.getConnection());
        Future<?> waiting = pool.query("select 1").execute();

        ServiceException refusal = refusalOf(pool.query("select 2").execute());
        boolean isFirstWaiting = !waiting.isComplete();
        join(held.close());

        assertEquals(ErrorCode.UNAVAILABLE, refusal.code());
        assertTrue(isFirstWaiting, "it was refused before the patience of another ended");
        join(waiting);
    }

    @Test
    void findsTheServerThatAnswersWhereAnotherIsDown() throws IOException {
        PgConnectOptions down = server().setPort(unusedPort());
        for (PgConnectOptions[] servers :
                new PgConnectOptions[][] {{down, server()}, {server(), down}, {down, server(), down}}) {
            Pool all = poolOf(Eventually.PATIENCE, servers);
            try {
                assertEquals(1, join(all.query("select 1").execute()).size());
            } finally {
                join(all.close());
            }
        }
    }

    @Test
    void tellsWhatIsWrongWhereAllServersAreDown() throws IOException {
        Pool both = poolOf(Eventually.PATIENCE, server().setPort(unusedPort()), server().setPort(unusedPort()));
        try {
            assertEquals(
                    ErrorCode.UNAVAILABLE,
                    refusalOf(both.query("select 1").execute()).code());
        } finally {
            join(both.close());
        }
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static ServiceException refusalOf(Future<?> refused) {
        CompletionException failure = assertThrows(CompletionException.class, () -> join(refused));
        return DatabaseFailure.explained(Objects.requireNonNull(failure.getCause()))
                .orElseThrow();
    }

    private static <T> T join(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
