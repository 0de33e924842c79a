package io.lancang.kit.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.fixture.Tables;
import io.lancang.kit.load.LoadWatch;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** 502 releases of one dataset and, behind them, one of another. */
class ReleaseListTest {
    private static final ServiceDatabase DATABASE = ServiceDatabase.start(new Tables());

    private final ReleaseList releases = new ReleaseList(DATABASE.dataSource());

    @BeforeAll
    static void publish() throws SQLException {
        execute("insert into release (dataset, file_name, sha256)"
                + " select 'harvest', number || '.csv', '' from generate_series(1, 502) number order by number");
        execute("insert into release (dataset, file_name, sha256) values ('catch', 'catch.csv', '')");
    }

    @AfterAll
    static void stopDatabase() {
        DATABASE.close();
    }

    /** 500 are listed, so that 1.csv and 2.csv are not. */
    @Test
    void hasTheLatestOfADataset() throws Exception {
        List<String> names = names("harvest");

        assertEquals(500, names.size());
        assertEquals("502.csv", names.getFirst());
        assertEquals("3.csv", names.getLast());
    }

    @Test
    void hasTheLatestOfAllDatasetsWhereNoneIsNamed() throws Exception {
        List<String> names = names(null);

        assertEquals(List.of("catch.csv", "502.csv", "501.csv"), names.subList(0, 3));
        assertEquals("4.csv", names.getLast());
    }

    @Test
    void hasNoneOfADatasetWithout() throws Exception {
        assertEquals("[]", releases.of("silk"));
    }

    @Test
    void tellsOfOneByItsNumber() throws Exception {
        assertEquals("catch.csv", new JsonObject(releases.one(503)).getString("fileName"));
        assertEquals("2.csv", new JsonObject(releases.one(2)).getString("fileName"));
        assertEquals("catch", releases.datasetOf(503));
    }

    /**
     * The first that began comes first. At the one the connection says which step it is at, of the other it was written down; of catch
     * nobody holds the lock any longer, but for somebody in another database.
     */
    @Test
    void tellsOfLoadsWhoseLockIsHeld() throws Exception {
        assertEquals("[]", releases.running());
        execute("insert into release_load (dataset, file_name, phase, rows_read, started_at, updated_at, step, steps)"
                + " values ('tea', 'tea.csv', 'PUBLISHING', 7, now() - interval '1 minute', now(), 3, 4),"
                + " ('harvest', 'harvest.csv', 'DERIVING', 9, now() - interval '2 minutes', now(), 1, 1),"
                + " ('catch', 'catch.csv', 'DERIVING', 9, now(), now(), 1, 1)");
        DATABASE.asSuperuser("create database elsewhere");
        try (Connection _ = holding("tea", ServiceDatabase.NAME, "lancang load step 8 of 9");
                Connection _ = holding("harvest", ServiceDatabase.NAME, "lancang load step 2 of 5");
                Connection _ = holding("catch", "elsewhere", "lancang load step 8 of 9")) {
            assertEquals(
                    List.of("harvest 2 of 5", "tea 3 of 4"),
                    new JsonArray(releases.running())
                            .stream()
                                    .map(JsonObject.class::cast)
                                    .map(load -> load.getString("dataset") + " " + load.getInteger("step") + " of "
                                            + load.getInteger("steps"))
                                    .toList());
        } finally {
            DATABASE.asSuperuser("drop database elsewhere with (force)");
            execute("delete from release_load");
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection holding(String dataset, String database, String name) throws SQLException {
        PGSimpleDataSource source = (PGSimpleDataSource) DATABASE.dataSource();
        source.setDatabaseName(database);
        source.setApplicationName(name);
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LoadWatch.lockOf("'" + dataset + "'") + ")");
        }
        return connection;
    }

    private List<String> names(@Nullable String dataset) throws SQLException {
        return new JsonArray(releases.of(dataset))
                .stream()
                        .map(release -> ((JsonObject) release).getString("fileName"))
                        .toList();
    }
}
