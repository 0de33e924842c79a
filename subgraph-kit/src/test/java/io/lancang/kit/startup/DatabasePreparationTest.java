package io.lancang.kit.startup;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.ReleaseFile;
import io.lancang.kit.dataset.ReleaseRejectedException;
import io.lancang.kit.dataset.Target;
import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.load.ReleaseLoader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.internal.scanner.Scanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabasePreparationTest {
    private static final String CONTENT = "code\ndurian\nmango\n";
    private static final Dataset FRUIT = new Dataset(
            "fruit",
            List.of("code"),
            new Target.Terms("fruit", List.of("code"), List.of()),
            List.of(),
            (row, rows) -> rows.add(List.of(row.text("code"))));

    private final ServiceDatabase server = ServiceDatabase.start();
    private final AtomicInteger connections = new AtomicInteger();
    private final DataSource counted = counted(server.dataSource());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DatabasePreparation preparation = preparation(CONTENT);

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void missesMigrationsOfADatabaseThatNobodyPrepared() {
        NotPreparedException missing = assertThrows(NotPreparedException.class, preparation::verify);

        assertTrue(missing.advice().contains("V0_1__releases_and_sources.sql"), missing.advice());
    }

    @Test
    void missesAPackagedReleaseThatIsNotLoaded() throws SQLException {
        flyway().migrate();

        NotPreparedException missing = assertThrows(NotPreparedException.class, preparation::verify);

        assertTrue(missing.advice().contains("packaged releases [fruit.csv]"), missing.advice());
    }

    @Test
    void findsWhatItPrepared() throws SQLException {
        createFruit();

        preparation.prepare();

        assertDoesNotThrow(preparation::verify);
        assertEquals(2, count("fruit"));
    }

    /** As integration-service, which has no releases at all. */
    @Test
    void asksForNoReleaseWhereNoneIsPackaged() throws SQLException {
        flyway().migrate();
        execute("drop table release cascade");

        assertDoesNotThrow(new DatabasePreparation(flyway(), new ReleaseLoader(counted, meters), List::of)::verify);
    }

    /** Quarkus has Flyway write the folder down as well. */
    @Test
    void findsMigrationsByTheirFilesWhateverTheirFolder() throws SQLException {
        createFruit();
        preparation.prepare();
        execute("update flyway_schema_history set script = 'db/kit/' || script");

        assertDoesNotThrow(preparation::verify);
    }

    @Test
    void changesNothingWhenItPreparesAgain() throws SQLException {
        createFruit();
        preparation.prepare();

        preparation.prepare();

        assertEquals(1, count("release"));
        assertEquals(1, loads("loaded"));
        assertEquals(1, loads("unchanged"));
    }

    @Test
    void findsADatabaseThatANewerVersionPrepared() throws SQLException {
        createFruit();
        preparation.prepare();
        preparation("code\ndurian\nmango\nrambutan\n").prepare();
        record("V99__newer.sql", true);

        assertDoesNotThrow(preparation::verify);
    }

    @Test
    void missesARepeatableMigrationThatNeverRan(@TempDir Path folder) throws SQLException, IOException {
        createFruit();
        preparation.prepare();

        NotPreparedException missing = assertThrows(
                NotPreparedException.class,
                () -> preparation(CONTENT, flyway(repeatable(folder, "select 1")))
                        .verify());

        assertTrue(missing.advice().contains("R__names.sql"), missing.advice());
    }

    /** What a newer version changed is there in its form: the version before goes on with it. */
    @Test
    void findsARepeatableMigrationThatANewerVersionChanged(@TempDir Path folder) throws SQLException, IOException {
        createFruit();
        preparation(CONTENT, flyway(repeatable(folder, "select 2"))).prepare();

        assertDoesNotThrow(() ->
                preparation(CONTENT, flyway(repeatable(folder, "select 1"))).verify());
    }

    /** A job of a newer version that ended in the middle leaves this behind. */
    @Test
    void missesAMigrationThatFailed() throws SQLException {
        createFruit();
        preparation.prepare();
        record("V99__newer.sql", false);

        NotPreparedException missing = assertThrows(NotPreparedException.class, preparation::verify);

        assertTrue(missing.advice().contains("migrations [V99__newer.sql]"), missing.advice());
    }

    @Test
    void findsAMigrationThatFailedAndRanLater() throws SQLException {
        createFruit();
        preparation.prepare();
        record("R__names.sql", false);
        record("R__names.sql", true);

        assertDoesNotThrow(preparation::verify);
    }

    @Test
    void missesAPackagedReleaseWhoseContentAnotherDatasetHas() throws SQLException {
        createFruit();
        preparation.prepare();
        execute("update release set dataset = 'vegetable'");

        NotPreparedException missing = assertThrows(NotPreparedException.class, preparation::verify);

        assertTrue(missing.advice().contains("packaged releases [fruit.csv]"), missing.advice());
    }

    /** A steward took it back: it is not for a pod to ask for it again. */
    @Test
    void findsAPackagedReleaseThatWasWithdrawn() throws SQLException {
        createFruit();
        preparation.prepare();
        execute("update release set withdrawn_at = now()");

        assertDoesNotThrow(preparation::verify);
    }

    /** Every pod does it at its start: once for the migrations and once for the releases. */
    @Test
    void looksTwiceAndNoMore() throws SQLException {
        createFruit();
        preparation.prepare();
        connections.set(0);

        preparation.verify();

        assertEquals(2, connections.get());
    }

    private static String repeatable(Path folder, String sql) throws IOException {
        Files.writeString(folder.resolve("R__names.sql"), sql);
        return "filesystem:" + folder;
    }

    @Test
    void rejectsAPackagedFileWithABadRowAndCountsIt() throws SQLException {
        createFruit();

        assertThrows(ReleaseRejectedException.class, preparation("code\n\"\"\n")::prepare);

        assertEquals(1, loads("rejected"));
    }

    private DatabasePreparation preparation(String content) {
        return preparation(content, flyway());
    }

    private DatabasePreparation preparation(String content, Flyway flyway) {
        PackagedReleases packaged = () -> List.of(new PackagedReleases.Packaged(FRUIT, new Content(content)));
        return new DatabasePreparation(flyway, new ReleaseLoader(counted, meters), packaged);
    }

    /** With the files of the application in it, as Quarkus hands them to Flyway. */
    private Flyway flyway(String... further) {
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(counted)
                .locations(
                        Stream.concat(Stream.of("db/kit"), Stream.of(further)).toArray(String[]::new))
                .outOfOrder(true);
        return configuration
                .resourceProvider(new Scanner<>(JavaMigration.class, configuration, configuration.getLocations()))
                .load();
    }

    private void createFruit() throws SQLException {
        flyway().migrate();
        execute("create table fruit (code text primary key)");
    }

    private void record(String script, boolean success) throws SQLException {
        execute("insert into flyway_schema_history (installed_rank, description, type, script, checksum, installed_by,"
                + " execution_time, success) select max(installed_rank) + 1, 'newer', 'SQL', '" + script
                + "', 1, 'service', 1, " + success + " from flyway_schema_history");
    }

    private long loads(String outcome) {
        return meters.get("lancang.releases.loads")
                .tag("outcome", outcome)
                .timer()
                .count();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String table) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private DataSource counted(DataSource source) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        connections.incrementAndGet();
                    }
                    return method.invoke(source, arguments);
                });
    }

    private record Content(String text) implements ReleaseFile {
        @Override
        public String name() {
            return "fruit.csv";
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
