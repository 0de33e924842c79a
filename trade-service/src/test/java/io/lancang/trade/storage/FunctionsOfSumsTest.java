package io.lancang.trade.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.kit.fixture.ServiceDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** The functions that sum figures are those of the repeatable migrations, in a new database as in one of a version before. */
class FunctionsOfSumsTest {
    private static final String BEFORE = "22";
    private static final String NONE = "none";
    private static final String FUNCTIONS = """
            select p.oid::regprocedure || ' ' || pg_get_functiondef(p.oid) from pg_proc p
            where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' order by 1
            """;

    @Test
    void areTheSameInANewDatabaseAndInOneOfAVersionBefore() throws SQLException {
        try (ServiceDatabase fresh = ServiceDatabase.start();
                ServiceDatabase upgraded = ServiceDatabase.start()) {
            migrate(fresh, "latest", "R");
            migrate(upgraded, BEFORE, NONE);

            migrate(upgraded, "latest", "R");

            assertEquals(functions(fresh), functions(upgraded));
        }
    }

    /** A function that a versioned migration made and a repeatable one has in other words would stay as an overload beside it. */
    @Test
    void areNoOverloads() throws SQLException {
        try (ServiceDatabase database = ServiceDatabase.start()) {
            migrate(database, "latest", NONE);
            List<String> before = overloads(database);

            migrate(database, "latest", "R");

            assertEquals(before, overloads(database));
            assertEquals(
                    List.of("smallint, bigint"),
                    query(
                            database,
                            "select oidvectortypes(proargtypes) from pg_proc where proname = 'refresh_trade_rollups'"));
        }
    }

    private static List<String> functions(ServiceDatabase database) throws SQLException {
        return query(database, FUNCTIONS);
    }

    private static List<String> overloads(ServiceDatabase database) throws SQLException {
        return query(
                database,
                "select proname from pg_proc where pronamespace = 'public'::regnamespace group by 1 having count(*) > 1"
                        + " order by 1");
    }

    /** @param repeatable what names of repeatable migrations begin with: of another prefix none is found */
    private static void migrate(ServiceDatabase database, String version, String repeatable) {
        Flyway.configure()
                .repeatableSqlMigrationPrefix(repeatable)
                .dataSource(database.dataSource())
                .locations("db/kit", "db/migration")
                .outOfOrder(true)
                .target(version)
                .load()
                .migrate();
    }

    private static List<String> query(ServiceDatabase database, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
