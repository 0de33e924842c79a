package io.lancang.corridor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Takes back the single facts that a test gave, since the other tests count what ships. */
final class SingleFacts {
    private static final List<String> TABLES = List.of(
            "status_change",
            "citation",
            "stated_doubt",
            "throughput",
            "segment_fact",
            "corridor_fact",
            "location_unlocode",
            "zone_fact",
            "industrial_transfer",
            "location_fact",
            "corridor_country",
            "corridor_programme",
            "name",
            "milestone");

    private SingleFacts() {}

    /** The number of the last release. */
    static long last(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet last = statement.executeQuery("select max(id) from release")) {
            last.next();
            return last.getLong(1);
        }
    }

    /**
     * Leaves nothing of the single facts and files since a release but their numbers.
     *
     * @param segments ids that the test made known
     */
    static void takeBackSince(DataSource database, long release, List<String> segments) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("delete from " + table + " where release_id > " + release);
                statement.execute("update " + table + " set superseded_by = null where superseded_by > " + release);
            }
            statement.execute("delete from edit");
            statement.execute(
                    "update release set withdrawn_at = now() where dataset <> 'single_facts' and id > " + release);
            forget(statement, "segment", segments);
            isAnotherState(statement);
        }
    }

    /**
     * Leaves nothing of them but their numbers.
     *
     * @param segments ids that the test made known
     * @param locations the same
     */
    static void takeBack(DataSource database, List<String> segments, List<String> locations) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("delete from " + table
                        + " t using release r where r.id = t.release_id and r.dataset = 'single_facts'");
                statement.execute("update " + table + " t set superseded_by = null from release r"
                        + " where r.id = t.superseded_by and r.dataset = 'single_facts'");
            }
            statement.execute("delete from edit");
            forget(statement, "segment", segments);
            forget(statement, "location", locations);
            isAnotherState(statement);
        }
    }

    private static void forget(Statement statement, String table, List<String> ids) throws SQLException {
        statement.execute("delete from " + table + " where id in ('" + String.join("', '", ids) + "')");
    }

    /** What the service made of the data is of this state of them: it changes by releases alone. */
    private static void isAnotherState(Statement statement) throws SQLException {
        statement.execute("insert into release (dataset, file_name, sha256, row_count, facts_added)"
                + " values ('single_facts', 'taken back', md5(random()::text), 0, 0)");
    }
}
