package io.lancang.trade.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The functions and tables of Citus that {@code distribute.sql} uses, as {@code citus/stand-in.sql} has them. */
public final class CitusStandIn {
    private static final Path SCRIPT = Path.of("distribute.sql");
    private static final Path FUNCTIONS = Path.of("src/test/resources/citus/stand-in.sql");

    private CitusStandIn() {}

    /** Makes a database one that Citus seems to be installed in, with two nodes. */
    public static void install(DataSource database) throws SQLException, IOException {
        execute(database, Files.readString(FUNCTIONS));
        execute(database, "insert into pg_dist_node values ('one', true, true), ('two', true, true)");
    }

    /** Runs the script that operators run. */
    public static void distribute(DataSource database) throws SQLException, IOException {
        execute(database, Files.readString(SCRIPT));
        requireRules(database);
    }

    /** Fails where a distributed table breaks a rule of Citus. */
    public static void requireRules(DataSource database) throws SQLException {
        execute(database, "select require_rules_of_distribution()");
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
