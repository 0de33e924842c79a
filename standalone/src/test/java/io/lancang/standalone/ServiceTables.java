package io.lancang.standalone;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The database of a service, as the service's own role sees it; stays there when the service is gone. */
final class ServiceTables {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Map<String, String> configuration;

    private ServiceTables(Map<String, String> configuration) {
        this.configuration = configuration;
    }

    static ServiceTables of(LancangSet set, String service) {
        return new ServiceTables(set.configuration(service));
    }

    /** The first value of the first row, as text. */
    String ask(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Asks until the answer is as expected. */
    void await(String expected, String sql) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (String answer = ask(sql); !expected.equals(answer); answer = ask(sql)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(answer + " is the last answer to " + sql);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** Locks a table until the connection is closed. */
    Connection lock(String table, String mode) throws SQLException {
        Connection connection = connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in " + mode + " mode");
        }
        return connection;
    }

    /** A connection of its own. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                configuration.get("QUARKUS_DATASOURCE_JDBC_URL"),
                configuration.get("QUARKUS_DATASOURCE_USERNAME"),
                configuration.get("QUARKUS_DATASOURCE_PASSWORD"));
    }
}
