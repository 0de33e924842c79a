package io.lancang.corridor.changes.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.ServiceDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A version whose vocabulary is another reads all files anew, over the database of the version before. */
class PackagedAgainTest {
    private static final List<String> PRESENT = List.of(
            "select count(*), md5(string_agg(concat_ws('|', id, position, from_location, to_location, length_km, status, opened), ',' order by id))"
                    + " from segment_fact where superseded_by is null",
            "select count(*), md5(string_agg(concat_ws('|', id, name_en, country, kind), ',' order by id))"
                    + " from location_fact where superseded_by is null",
            "select count(*), md5(string_agg(concat_ws('|', id, name_en, status), ',' order by id))"
                    + " from corridor_fact where superseded_by is null");

    @Test
    void theRecordIsAsBeforeAndNothingThatWasAddedLaterIsInTheWay() throws SQLException {
        try (ServiceDatabase server = ServiceDatabase.start(new ShippedNetwork())) {
            List<String> before = present(server);

            execute(server, "update release set sha256 = 'by other words ' || id");
            new ShippedNetwork().fill(server.dataSource());

            assertEquals(before, present(server));
            assertTrue(before.getFirst().startsWith("217 "));
        }
    }

    private static List<String> present(ServiceDatabase server) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String facts : PRESENT) {
                try (ResultSet row = statement.executeQuery(facts)) {
                    row.next();
                    all.add(row.getLong(1) + " " + row.getString(2));
                }
            }
        }
        return all;
    }

    private static void execute(ServiceDatabase server, String sql) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
