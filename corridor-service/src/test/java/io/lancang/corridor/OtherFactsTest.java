package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a steward gave of something else, or has undone, decides nothing about a new fact. */
@QuarkusTest
@TestSecurity(user = "mei", roles = "steward")
class OtherFactsTest extends RunningService {
    @Inject
    DataSource database;

    @AfterEach
    void takeBack() throws SQLException {
        SingleFacts.takeBack(database, List.of("other-road", "other-way"), List.of());
    }

    @Test
    void aStatusMayChangeBeforeTheLastChangeOfAnotherSegment() {
        change("cm-rail-03", "2025-05-01");

        assertEquals("OPERATIONAL", change("cm-rail-04", "2025-04-01"));
    }

    @Test
    void aStatusMayChangeBeforeAChangeThatIsUndone() {
        change("cm-rail-03", "2025-05-01");
        undoTheLast();

        assertEquals("OPERATIONAL", change("cm-rail-03", "2025-04-01"));
    }

    /** The ninth of this corridor is its last; others have more. */
    @Test
    void aSegmentIsLastOfItsCorridorAlone() throws SQLException {
        add("other-road");

        assertEquals(10, placeOf("other-road"));
    }

    @Test
    void aSegmentTakesThePlaceOfOneThatIsUndone() throws SQLException {
        add("other-road");
        undoTheLast();

        add("other-way");

        assertEquals(10, placeOf("other-way"));
    }

    private static String change(String segment, String date) {
        return Graph.data("""
                mutation { changeStatus(kind: SEGMENT, id: "%s", status: OPERATIONAL, date: "%s", source: "S_BR26") { to } }
                """.formatted(segment, date)).getString("changeStatus.to");
    }

    private static void add(String segment) {
        Graph.data("""
                mutation { addSegment(segment: {id: "%s", corridor: "cm-rail", from: "baoshan", to: "ruili", mode: ROAD,
                  name: "Road", status: PLANNED, source: "S_BR26"}) { id } }
                """.formatted(segment));
    }

    private static void undoTheLast() {
        String release = Graph.data("{ edits(first: 1) { nodes { release } } }").getString("edits.nodes[0].release");
        Graph.data("mutation { undoNetworkEdit(release: \"" + release + "\") { release } }");
    }

    private int placeOf(String segment) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet place = statement.executeQuery(
                        "select position from segment_fact where id = '" + segment + "' and superseded_by is null")) {
            place.next();
            return place.getInt(1);
        }
    }
}
