package io.lancang.corridor;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Takes back the single facts that a test gave, since the other tests count what ships. */
final class SingleFacts {
    private SingleFacts() {}

    /**
     * Leaves nothing of them but their numbers.
     *
     * @param segments ids that the test made known
     * @param locations the same
     */
    static void takeBack(DataSource database, List<String> segments, List<String> locations) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of(
                    "status_change",
                    "citation",
                    "stated_doubt",
                    "throughput",
                    "segment_fact",
                    "corridor_fact",
                    "location_unlocode",
                    "location_fact")) {
                statement.execute("delete from " + table
                        + " t using release r where r.id = t.release_id and r.dataset = 'single_facts'");
                statement.execute("update " + table + " t set superseded_by = null from release r"
                        + " where r.id = t.superseded_by and r.dataset = 'single_facts'");
            }
            statement.execute("delete from edit");
            statement.execute("delete from segment where id in ('" + String.join("', '", segments) + "')");
            statement.execute("delete from location where id in ('" + String.join("', '", locations) + "')");
            // What the service made of the data is of this state of them: it changes by releases alone.
            statement.execute("insert into release (dataset, file_name, sha256, row_count, facts_added)"
                    + " values ('single_facts', 'taken back', md5(random()::text), 0, 0)");
        }
    }
}
