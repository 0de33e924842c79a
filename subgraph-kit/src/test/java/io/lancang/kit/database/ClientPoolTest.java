package io.lancang.kit.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.kit.fixture.Eventually;
import io.lancang.kit.fixture.KnownStandbys;
import io.lancang.kit.fixture.LeavingClient;
import io.lancang.kit.fixture.ServiceDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server answers each request with what a test does, on a pool of few connections. No statement is ended by time. */
class ClientPoolTest {
    private static final String LONG = "select pg_sleep(3600)";
    private static final String WRITE = "insert into written values (1)";

    private static ServiceDatabase database;
    private static Vertx vertx;

    private final CompletableFuture<Void> arrived = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private Pool pool;
    private HttpServer server;
    private volatile Supplier<Future<?>> work = Future::succeededFuture;

    private record Config(Duration patience, int waiting, int heavyAtOnce) implements PoolConfig {}

    private record Input(Vertx vertx, PoolOptions poolOptions, List<PgConnectOptions> pgConnectOptionsList)
            implements PgPoolCreator.Input {}

    @BeforeAll
    static void start() throws SQLException {
        database = ServiceDatabase.start();
        vertx = Vertx.vertx();
        execute("create table written (value int)");
    }

    @AfterAll
    static void stop() {
        join(vertx.close());
        database.close();
    }

    @BeforeEach
    void serve() throws SQLException {
        execute("truncate written");
        pool = poolOf(1);
        server = join(vertx.createHttpServer()
                .requestHandler(request -> {
                    Client.attach(request.response());
                    request.response().closeHandler(left -> closed.complete(null));
                    work.get().onSuccess(result -> request.response().end(String.valueOf(result)));
                    arrived.complete(null);
                })
                .listen(0, "127.0.0.1"));
    }

    @AfterEach
    void close() {
        join(server.close());
        join(pool.close());
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void endsTheStatementOfAClientThatLeavesAndAnswersTheNext(HttpClient.Version version) throws SQLException {
        work = () -> pool.preparedQuery(LONG).execute();
        try (LeavingClient client = client(version)) {
            await("1", running(LONG));
            client.leave();
            await("0", running(LONG));
        }

        work = () -> number("select 7");
        try (LeavingClient next = client(version)) {
            assertEquals("7", next.answer());
        }
    }

    @Test
    void asksNothingForAClientThatLeftWhileItWaitedForAConnection() throws SQLException {
        SqlConnection held = join(pool.getConnection());
        CompletableFuture<Void> ended = new CompletableFuture<>();
        work = () -> pool.query(WRITE).execute().onComplete(result -> ended.complete(null));
        try (LeavingClient client = client(HttpClient.Version.HTTP_1_1)) {
            join(arrived);
            client.leave();
            join(closed);
        }
        join(held.close());
        join(ended);

        assertEquals("0", ask("select count(*) from written"));
    }

    @Test
    void finishesATransactionThatItsClientDoesNotWaitFor() throws SQLException {
        join(pool.close());
        pool = poolOf(2);
        try (Connection lock = lockWritten()) {
            CompletableFuture<Void> ended = new CompletableFuture<>();
            leaveWhile(
                    WRITE,
                    () -> pool.withTransaction(
                                    connection -> connection.query(WRITE).execute())
                            .onComplete(result -> ended.complete(null)));
            lock.rollback();
            join(ended);
        }

        assertEquals("1", ask("select count(*) from written"));
    }

    @Test
    void endsATransactionThatOnlyReadsForAClientThatLeavesAndAnswersTheNext() throws SQLException {
        work = () -> UniHelper.toFuture(ClientReads.inTransaction(
                io.vertx.mutiny.sqlclient.Pool.newInstance(pool),
                connection -> connection
                        .query("set transaction read only")
                        .execute()
                        .chain(() -> connection.query(LONG).execute()),
                () -> true));
        try (LeavingClient client = client(HttpClient.Version.HTTP_1_1)) {
            await("1", running(LONG));
            client.leave();
            await("0", running(LONG));
        }

        work = () -> pool.query(WRITE).execute().compose(written -> number("select 7"));
        try (LeavingClient next = client(HttpClient.Version.HTTP_1_1)) {
            assertEquals("7", next.answer());
        }
    }

    @Test
    void readsOnForOthersWhoWaitForTheSame() throws SQLException {
        join(pool.close());
        pool = poolOf(2);
        String read = "select count(*)::int as lines from written";
        Uni<Integer> shared = SharedRead.of(
                Uni.createFrom().completionStage(() -> number(read).toCompletionStage()));
        try (Connection lock = lockWritten()) {
            leaveWhile(read, () -> Future.fromCompletionStage(shared.subscribeAsCompletionStage()));
            work = () -> Future.fromCompletionStage(shared.subscribeAsCompletionStage());
            try (LeavingClient other = client(HttpClient.Version.HTTP_1_1)) {
                lock.rollback();
                assertEquals("0", other.answer());
            }
        }
    }

    /** Often, since the cancellation meets nothing, or the statement that ends the connection. */
    @RepeatedTest(40)
    void givesAConnectionToNobodyThatACancellationMayStillBeOnItsWayTo() {
        SqlConnection connection = join(pool.getConnection());
        String backend = "select pg_backend_pid()";
        int before = backendOf(connection.query(backend));
        ClientStatement statement = new ClientStatement(connection, vertx);
        statement.cancel();
        assertThrows(CompletionException.class, () -> join(statement.release(Future.succeededFuture())));

        assertNotEquals(before, backendOf(pool.query(backend)));
    }

    /** Asks for something and, beside it, for what never ends; leaves, and waits until only the latter has ended. */
    private void leaveWhile(String sql, Supplier<Future<?>> asked) throws SQLException {
        work = () -> Future.join(asked.get(), pool.query(LONG).execute());
        try (LeavingClient client = client(HttpClient.Version.HTTP_1_1)) {
            await("1", running(sql));
            await("1", running(LONG));
            client.leave();
            await("0", running(LONG));
        }
        assertEquals("1", ask(running(sql)));
    }

    private static Pool poolOf(int size) {
        PgConnectOptions where = PgConnectOptions.fromUri(database.reactiveUrl())
                .setUser(ServiceDatabase.NAME)
                .setPassword(ServiceDatabase.NAME);
        return new BoundedPools(
                        new Config(Duration.ofMinutes(2), 10, 1), KnownStandbys.none(), new SimpleMeterRegistry())
                .create(new Input(vertx, new PoolOptions().setMaxSize(size), List.of(where)));
    }

    private LeavingClient client(HttpClient.Version version) {
        return new LeavingClient(version, URI.create("http://127.0.0.1:" + server.actualPort() + "/"), "{ any }");
    }

    private Future<Integer> number(String sql) {
        return pool.query(sql).execute().map(rows -> rows.iterator().next().getInteger(0));
    }

    private static int backendOf(Query<RowSet<Row>> query) {
        return join(query.execute()).iterator().next().getInteger(0);
    }

    private static String running(String sql) {
        return "select count(*) from pg_stat_activity where state = 'active' and query = '" + sql + "'";
    }

    private static void await(String expected, String sql) {
        Eventually.holds(sql + " is " + expected, () -> expected.equals(ask(sql)));
    }

    private static Connection lockWritten() throws SQLException {
        Connection connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table written in access exclusive mode");
        }
        return connection;
    }

    private static String ask(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static <T> T join(Future<T> future) {
        return join(future.toCompletionStage().toCompletableFuture());
    }

    /** What never comes fails the test that waits for it, and not the whole build. */
    private static <T> T join(CompletableFuture<T> future) {
        return future.orTimeout(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
