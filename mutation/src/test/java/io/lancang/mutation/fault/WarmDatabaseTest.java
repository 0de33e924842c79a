package io.lancang.mutation.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Puts faults into the functions and views of a database that the tests of a module use. */
class WarmDatabaseTest {
    private static final String FROM = "create function from_on(bound int) returns bigint language sql as $$"
            + " select sum(n) from numbers where n >= bound and n < 100 $$;";
    private static final String FEW = "create view few as select n from numbers where n < 3;";
    private static final String ABSENT =
            "create function absent() returns bigint language sql as $$ select count(*) from numbers $$;";
    private static final String MIGRATION = FROM + "\n" + FEW + "\n";

    private static final Fault BOUND = fault(FROM, "n >= bound", "n > bound");
    private static final Fault UNNOTICED = fault(FROM, "n < 100", "true");
    private static final Fault VIEW = fault(FEW, "n < 3", "n < 2");
    private static final Fault REFUSED = fault(FEW, "n < 3", "m < 3");
    private static final Fault NOWHERE = fault(ABSENT, "count(*)", "count(distinct n)");

    @TempDir
    private Path root;

    private EmbeddedPostgres postgres;

    @BeforeEach
    void buildAModule() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        query("create table numbers as select generate_series(1, 4) n; " + MIGRATION
                + "create table flyway_schema_history as select 'V1__numbers.sql' as script, true as success");
        ModulesOnDisk modules = new ModulesOnDisk(root);
        modules.write("numbers/src/main/resources/V1__numbers.sql", MIGRATION);
        modules.write("numbers/src/main/resources/V2__others.sql", ABSENT);
        modules.write("numbers/src/main/java/n/Numbers.java", "package n; public class Numbers {}");
        modules.write("numbers/src/test/java/n/DatabaseTest.java", """
                package n;
                import static org.junit.jupiter.api.Assertions.assertEquals;
                import java.sql.DriverManager;
                import org.junit.jupiter.api.Test;
                class DatabaseTest {
                    private static final String DATABASE = "%s";
                    static { System.setProperty("lancang.test.databases", DATABASE); }
                    @Test void sums() throws Exception { assertEquals(7, sum("select from_on(3)")); }
                    @Test void sumsFew() throws Exception { assertEquals(3, sum("select sum(n) from few")); }
                    private static long sum(String sql) throws Exception {
                        try (var connection = DriverManager.getConnection(DATABASE);
                                var result = connection.createStatement().executeQuery(sql)) {
                            result.next();
                            return result.getLong(1);
                        }
                    }
                }
                """.formatted(address()));
        modules.build("numbers");
    }

    @AfterEach
    void stopTheDatabase() throws IOException {
        postgres.close();
    }

    @Test
    void saysWhichTestNoticedAndPutsEverythingBack() throws Exception {
        assertEquals(
                Map.of(
                        BOUND, new Verdict.Caught("DatabaseTest.sums"),
                        VIEW, new Verdict.Caught("DatabaseTest.sumsFew")),
                run(BOUND, UNNOTICED, VIEW));
        assertEquals(List.of("7 3"), query("select from_on(3) || ' ' || sum(n) from few"));
    }

    /** No migration with it would run: every test notices. */
    @Test
    void countsWhatTheDatabaseRefusesAsNoticed() throws Exception {
        assertEquals(Set.of(REFUSED), run(REFUSED).keySet());
    }

    /** The tables of a test may be those of an earlier version, or there may be none yet. */
    @Test
    void leavesADatabaseAsItIsThatHasNoSuchDefinition() throws Exception {
        assertEquals(Map.of(), run(NOWHERE));
        assertEquals(List.of("0"), query("select count(*)::text from pg_proc where proname = 'absent'"));
    }

    private Map<Fault, Verdict> run(Fault... faults) throws IOException, InterruptedException {
        return new ModulesOnDisk(root).caught("numbers", Set.of("n.DatabaseTest"), Duration.ofSeconds(20), faults);
    }

    private String address() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> rows = new ArrayList<>();
            if (statement.execute(sql)) {
                ResultSet result = statement.getResultSet();
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
            return rows;
        }
    }

    private static Fault fault(String definition, String was, String is) {
        String file = MIGRATION.contains(definition) ? "V1__numbers.sql" : "V2__others.sql";
        int begin = Math.max(0, MIGRATION.indexOf(definition));
        int at = begin + definition.indexOf(was);
        return new Fault(
                was + " becomes " + is,
                Path.of("numbers/src/main/resources", file),
                "why",
                List.of(),
                new Edit.InDefinition(begin, begin + definition.length(), new Edit.Span(at, at + was.length(), is)),
                Optional.empty());
    }
}
