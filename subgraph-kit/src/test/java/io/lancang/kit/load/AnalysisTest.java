package io.lancang.kit.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.LoadProgress;
import io.lancang.kit.dataset.ReleaseFile;
import io.lancang.kit.dataset.Target;
import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.fixture.Tables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database looks at after a load: what changed enough to change a plan. */
class AnalysisTest {
    private static final ServiceDatabase DATABASE = ServiceDatabase.start(new Tables());
    private static final int MANY = 1_500;

    private final ReleaseLoader loader = new ReleaseLoader(DATABASE.dataSource());

    @AfterAll
    static void stopDatabase() {
        DATABASE.close();
    }

    @BeforeEach
    void createTables() throws SQLException {
        execute("drop table if exists plain, parted");
        String columns = " (number int not null, release_id bigint not null, superseded_by bigint)";
        execute("create table plain" + columns);
        execute("create table parted" + columns + " partition by range (number)");
        execute("create table parted_low partition of parted for values from (0) to (10000)");
        execute("create table parted_high partition of parted for values from (10000) to (20000)");
        execute("truncate release, release_load, source_past");
    }

    @Test
    void isOfATableThatChangedByMuch() throws Exception {
        load("plain", 0, MANY);

        assertEquals(MANY, rowsKnownOf("plain"));
    }

    @Test
    void isNotOfATableThatChangedByLittle() throws Exception {
        load("plain", 0, MANY);
        load("plain", 0, MANY + 1);

        assertEquals(MANY, rowsKnownOf("plain"));
    }

    /** The whole is looked at with its partitions. */
    @Test
    void isOfAPartitionedTableThatGrewByMuchAndOnceOfItsPartitions() throws Exception {
        load("parted", 0, MANY);

        assertEquals(MANY, rowsKnownOf("parted"));
        assertEquals(1, analysesOf("parted_low"));
    }

    /** Another load that runs began later: what that looks at is another question. */
    @Test
    void isNotOfATableThatTheLoadLookedAtItself() throws Exception {
        execute("insert into release_load (dataset, file_name, phase, rows_read, started_at, updated_at)"
                + " select dataset, '', 'DERIVING', 0, now() + later, now()"
                + " from (values ('plain', interval '0'), ('other', '1 hour')) load (dataset, later)");
        execute("begin; insert into plain select number, 1, null from generate_series(1, " + MANY + ") number;"
                + " analyze plain; commit");

        loader.analyzeChanged(numbers("plain"), LoadProgress.NONE);

        assertEquals(1, analysesOf("plain"));
    }

    @Test
    void isNotOfAPartitionedTableThatGrewByLittleNorOfItsPartitions() throws Exception {
        load("parted", 0, MANY);
        load("parted", 0, MANY + 1);

        assertEquals(MANY, rowsKnownOf("parted"));
        assertEquals(MANY, rowsKnownOf("parted_low"));
    }

    @Test
    void isOfAPartitionThatChangedByMuchAndNotOfTheOthers() throws Exception {
        load("parted", 8_000, 4_000);
        long low = analysesOf("parted_low");
        long high = analysesOf("parted_high");

        // The lower partition had 2,000 rows, and gets 1,300 more; the whole grows by less than 1,000 and a tenth of
        // it.
        load("parted", 6_700, 5_300);

        assertEquals(low + 1, analysesOf("parted_low"));
        assertEquals(high, analysesOf("parted_high"));
    }

    private void load(String table, int from, int rows) throws SQLException, IOException {
        Dataset dataset = numbers(table);
        String numbers =
                IntStream.range(from, from + rows).mapToObj(String::valueOf).collect(Collectors.joining("\n"));
        loader.load(dataset, file("number\n" + numbers + "\n"));
        loader.analyzeChanged(dataset, LoadProgress.NONE);
    }

    private static Dataset numbers(String table) {
        return new Dataset(
                table,
                List.of("number"),
                new Target.Facts(table, List.of("number"), List.of(), "true"),
                List.of(),
                (row, kept) -> kept.add(List.of(String.valueOf(row.integer("number", 0, 20_000)))));
    }

    private static ReleaseFile file(String text) {
        return new ReleaseFile() {
            @Override
            public String name() {
                return "numbers.csv";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static long rowsKnownOf(String table) throws SQLException {
        return number("select reltuples::bigint from pg_class where oid = '" + table + "'::regclass");
    }

    private static long analysesOf(String table) throws SQLException {
        return number("select pg_stat_get_analyze_count('" + table + "'::regclass)");
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
