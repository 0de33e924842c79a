package io.lancang.kit.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.Derivation;
import io.lancang.kit.dataset.FactStorage;
import io.lancang.kit.dataset.PlainStorage;
import io.lancang.kit.dataset.ReleaseFile;
import io.lancang.kit.dataset.Target;
import io.lancang.kit.fixture.ServiceDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Which number a release gets when another one is published while its rows are written. */
class ReleaseNumberTest {
    private static final FactStorage NUMBERED_LAST = new PlainStorage() {
        @Override
        public boolean isNumberedLast() {
            return true;
        }
    };

    private static final ServiceDatabase DATABASE = ServiceDatabase.start();
    private static final Dataset FISH = dataset("fish", NUMBERED_LAST);
    private static final Dataset RICE = dataset("rice", FactStorage.PLAIN);

    private final ReleaseLoader loader = new ReleaseLoader(impatient());

    @BeforeAll
    static void createTables() throws SQLException {
        Flyway.configure()
                .dataSource(DATABASE.dataSource())
                .locations("db/kit")
                .load()
                .migrate();
        for (String table : List.of("fish", "rice")) {
            execute("create table " + table + " (year int, tonnes numeric, release_id bigint not null,"
                    + " superseded_by bigint)");
        }
    }

    @AfterAll
    static void stopDatabase() {
        DATABASE.close();
    }

    @BeforeEach
    void forgetReleases() throws SQLException {
        execute("truncate fish, rice, source_past, release restart identity");
    }

    @Test
    void isThatWhichItsRowsWereWrittenUnderWhereNothingWasPublishedMeanwhile() throws Exception {
        loader.load(FISH, file("2020,5"));
        loader.load(FISH, file("2020,6"));

        assertEquals(List.of("2020 5 1 2", "2020 6 2 null"), facts("fish"));
        assertEquals(List.of("1 fish", "2 fish"), releases());
    }

    @Test
    void isHigherThanThatOfAnotherDatasetWhichWasPublishedMeanwhile() throws Exception {
        loader.load(FISH, file("2018,2", "2019,1", "2020,5"));

        LoadResult.Loaded result = assertInstanceOf(
                LoadResult.Loaded.class,
                loader.load(
                        FISH.deriving(new Meanwhile(() -> loader.load(RICE, file("2020,7")))),
                        file("2018,2", "2020,6")));

        assertEquals(List.of("1 fish", "3 rice", "4 fish"), releases());
        assertEquals(4, result.release());
        assertEquals(List.of("2018 2 1 null", "2019 1 1 4", "2020 5 1 4", "2020 6 4 null"), facts("fish"));
        assertEquals(List.of("2020 7 3 null"), facts("rice"));
    }

    @Test
    void isHandedToWhatFollowsFromTheRows() throws Exception {
        Meanwhile observed = new Meanwhile(() -> loader.load(RICE, file("2020,7")));

        loader.load(FISH.deriving(observed), file("2020,6"));

        assertEquals(List.of("derive 1", "renumber 1 3", "complete"), observed.calls);
    }

    @Test
    void ofAWithdrawalIsHigherTooThanThatOfAnotherDatasetWhichWasPublishedMeanwhile() throws Exception {
        loader.load(FISH, file("2020,5"));
        loader.load(FISH, file("2020,6"));

        LoadResult.Loaded result = loader.withdraw(
                FISH.deriving(new Meanwhile(() -> loader.load(RICE, file("2020,7")))), 2, WithdrawalEntry.NONE);

        assertEquals(5, result.release());
        assertEquals(List.of("1 fish", "2 fish", "4 rice", "5 fish"), releases());
        assertEquals(List.of("2020 5 1 2", "2020 5 5 null", "2020 6 2 5"), facts("fish"));
    }

    @Test
    void isNotOvertakenOnceItIsSettled() throws Exception {
        List<SQLException> refused = new ArrayList<>();
        Dataset settled = FISH.deriving(new AtTheEnd(() ->
                refused.add(assertThrows(SQLException.class, () -> loader.load(RICE, file("2020,7"))))));

        loader.load(settled, file("2020,6"));

        assertEquals(
                List.of("55P03"),
                refused.stream().map(SQLException::getSQLState).toList());
        assertEquals(List.of("1 fish"), releases());
    }

    @Test
    void isSettledFirstWhereRowsReferToTheirRelease() throws Exception {
        List<SQLException> refused = new ArrayList<>();
        Dataset settled = RICE.deriving((connection, release) ->
                refused.add(assertThrows(SQLException.class, () -> loader.load(FISH, file("2020,7")))));

        loader.load(settled, file("2020,6"));

        assertEquals(1, refused.size());
        assertTrue(releases().getFirst().endsWith("rice"));
    }

    /** Something that a load of another dataset does. */
    private interface Step {
        void run() throws SQLException, IOException;
    }

    /** Runs a step once while rows are written. */
    private static final class Meanwhile implements Derivation {
        private final Step step;
        private final List<String> calls = new ArrayList<>();

        Meanwhile(Step step) {
            this.step = step;
        }

        @Override
        public void derive(Connection connection, long release) throws SQLException {
            calls.add("derive " + release);
            run(step);
        }

        @Override
        public void renumber(Connection connection, long from, long to) {
            calls.add("renumber " + from + " " + to);
        }

        @Override
        public void complete(Connection connection) {
            calls.add("complete");
        }
    }

    /** Runs a step when the number is settled. */
    private record AtTheEnd(Step step) implements Derivation {
        @Override
        public void derive(Connection connection, long release) {
            // Nothing follows.
        }

        @Override
        public void complete(Connection connection) throws SQLException {
            run(step);
        }
    }

    private static void run(Step step) throws SQLException {
        try {
            step.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Dataset dataset(String name, FactStorage storage) {
        return new Dataset(
                name,
                List.of("year", "tonnes"),
                new Target.Facts(name, List.of("year"), List.of("tonnes"), "true", List.of(), storage),
                List.of(),
                (row, rows) -> rows.add(List.of(
                        String.valueOf(row.integer("year", 1900, 2100)),
                        row.amount("tonnes").toPlainString())));
    }

    /** Connections that wait for a lock for a moment: here who waits would wait for itself. */
    private static PGSimpleDataSource impatient() {
        PGSimpleDataSource dataSource = (PGSimpleDataSource) DATABASE.dataSource();
        dataSource.setOptions("-c lock_timeout=1s");
        return dataSource;
    }

    private static ReleaseFile file(String... rows) {
        String text = "year,tonnes\n" + String.join("\n", rows) + "\n";
        return new ReleaseFile() {
            @Override
            public String name() {
                return "file.csv";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static List<String> facts(String table) throws SQLException {
        return query("select concat_ws(' ', year, tonnes, release_id, coalesce(superseded_by::text, 'null')) from "
                + table + " order by year, tonnes, release_id");
    }

    private static List<String> releases() throws SQLException {
        return query("select id || ' ' || dataset from release order by loaded_at");
    }

    private static List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
