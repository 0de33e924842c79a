package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A single fact is undone: what was before is there again, and the past still has what was given. */
@QuarkusTest
@TestSecurity(user = "mei", roles = "steward")
class UndoTest extends RunningService {
    private static final String STATUS = """
            mutation { changeStatus(kind: SEGMENT, id: "cm-rail-03", status: %s, date: "%s", source: "S_BR26") { to } }
            """;
    private static final String SEGMENT = """
            segment(id: "cm-rail-03"%s) { status opened { text target } statusHistory { date to } }""";

    @Inject
    DataSource database;

    @AfterEach
    void takeBack() throws SQLException {
        SingleFacts.takeBack(database, List.of("undo-road"), List.of("undo-halt"));
    }

    @Test
    void putsBackAStatusItsOpeningAndItsHistory() {
        String before = Graph.data("{ " + SEGMENT.formatted("") + " }").prettify();
        Graph.data(STATUS.formatted("OPERATIONAL", "2025-05-01"));
        String whileOpen = Releases.lastMoment();
        JsonPath replaced = JsonPath.from(
                Graph.data("{ edits(first: 1) { nodes { before } } }").getString("edits.nodes[0].before"));
        assertEquals("UNDER_CONSTRUCTION", replaced.getString("status"));
        assertEquals("2028 (target)", replaced.getString("opened"));

        JsonPath undone = undo(lastEdit());

        assertEquals(before, Graph.data("{ " + SEGMENT.formatted("") + " }").prettify());
        assertEquals("undoNetworkEdit", undone.getString("action"));
        assertEquals("cm-rail-03", undone.getString("subject"));
        assertEquals("S_BR26", undone.getString("source.id"));
        JsonPath then = Graph.data("{ " + SEGMENT.formatted(", asOf: \"" + whileOpen + "\"") + " }");
        assertEquals("OPERATIONAL", then.getString("segment.status"));
        assertEquals(List.of("2025-05-01"), then.getList("segment.statusHistory.date"));
    }

    @Test
    void makesTheChangeAgainWhenTheUndoingIsUndone() {
        Graph.data(STATUS.formatted("OPERATIONAL", "2025-05-01"));
        String undoing = undo(lastEdit()).getString("release");

        undo(undoing);

        JsonPath again = Graph.data("{ " + SEGMENT.formatted("") + " }");
        assertEquals("OPERATIONAL", again.getString("segment.status"));
        assertEquals("2025-05-01", again.getString("segment.opened.text"));
        assertEquals(List.of("2025-05-01"), again.getList("segment.statusHistory.date"));
    }

    @Test
    void takesAwayASegmentAndKeepsItsIdFromOthers() {
        String add = """
                mutation { addSegment(segment: {id: "undo-road", corridor: "kbe", from: "mohan", to: "boten", mode: ROAD,
                  name: "Road", status: PLANNED, source: "S_W_KBE", doubts: [{kind: UNVERIFIED, detail: "one page"}]}) { id } }
                """;
        String segments = "{ corridor(id: \"kbe\") { segments { id } } }";
        List<String> before = Graph.data(segments).getList("corridor.segments.id");
        Graph.data(add);

        undo(lastEdit());

        assertEquals(before, Graph.data(segments).getList("corridor.segments.id"));
        assertEquals(
                "NOT_FOUND",
                Graph.error("{ segment(id: \"undo-road\") { id } }").getString("extensions.code"));
        assertEquals(
                "There is, or once was, a segment 'undo-road'.",
                Graph.error(add).getString("message"));
    }

    @Test
    void addsASegmentAtAPlaceInTheOrderAndGivesThePlacesBack() {
        List<String> before = segmentsOf("cm-rail");
        List<String> after = new ArrayList<>(before);
        after.add(before.indexOf("cm-rail-03"), "undo-road");
        Graph.data("""
                mutation { addSegment(segment: {id: "undo-road", corridor: "cm-rail", from: "baoshan", to: "ruili", mode: ROAD,
                  before: "cm-rail-03", name: "Road", status: PLANNED, source: "S_BR26"}) { id } }
                """);

        assertEquals(after, segmentsOf("cm-rail"));
        undo(lastEdit());
        assertEquals(before, segmentsOf("cm-rail"));
    }

    @Test
    void refusesAPlaceBeforeASegmentOfAnotherCorridor() {
        assertEquals(
                "`before`: 'clr-01' is of the corridor 'clr'.", Graph.error("""
                        mutation { addSegment(segment: {id: "undo-road", corridor: "cm-rail", from: "baoshan", to: "ruili",
                          mode: ROAD, before: "clr-01", name: "Road", status: PLANNED, source: "S_BR26"}) { id } }
                        """).getString("message"));
    }

    private static List<String> segmentsOf(String corridor) {
        return Graph.data("{ corridor(id: \"" + corridor + "\") { segments { id } } }")
                .getList("corridor.segments.id");
    }

    @Test
    void putsBackAFigureWithWhatItCited() {
        String figures = """
                { corridor(id: "clr") { throughput(metric: FREIGHT_TOTAL) { periodEnd value sources { id } } } }""";
        String before = Graph.data(figures).prettify();
        Graph.data("""
                mutation { recordThroughput(throughput: {corridor: "clr", metric: FREIGHT_TOTAL, periodStart: "2024-01-01",
                  periodEnd: "2024-12-31", value: 19700000, unit: "t", basis: PERIOD, source: "S_CLR_2510"}) { value } }
                """);

        undo(lastEdit());

        assertEquals(before, Graph.data(figures).prettify());
    }

    @Test
    void readsTheNetworkAnew() {
        String route =
                "{ routes(from: \"mohan\", to: \"boten\", modes: [ROAD]) { routes { legs { segment { id } } } } }";
        List<String> before = Graph.data(route).getList("routes.routes[0].legs.segment.id");
        Graph.data("""
                mutation { addSegment(segment: {id: "undo-road", corridor: "kbe", from: "mohan", to: "boten", mode: ROAD,
                  name: "Road", lengthKm: 3.6, status: OPERATIONAL, source: "S_W_KBE"}) { id } }
                """);
        assertEquals(List.of("undo-road"), Graph.data(route).getList("routes.routes[0].legs.segment.id"));

        undo(lastEdit());

        assertEquals(before, Graph.data(route).getList("routes.routes[0].legs.segment.id"));
    }

    @Test
    void refusesWhatWasChangedAgain() {
        Graph.data(STATUS.formatted("OPERATIONAL", "2025-05-01"));
        String first = lastEdit();
        Graph.data(STATUS.formatted("LIMITED", "2025-06-01"));
        String second = lastEdit();

        JsonPath error = Graph.error(mutation(first));

        assertEquals("CONFLICT", error.getString("extensions.code"));
        assertEquals(
                "What release " + first + " wrote was changed again by release " + second + ".",
                error.getString("message"));
        assertEquals(
                "LIMITED",
                Graph.data("{ " + SEGMENT.formatted("") + " }").getString("segment.status"),
                "nothing is kept of the attempt");
    }

    @Test
    void refusesToUndoTwice() {
        Graph.data(STATUS.formatted("OPERATIONAL", "2025-05-01"));
        String first = lastEdit();
        String undoing = undo(first).getString("release");

        assertEquals(
                "Release " + first + " was undone already, by release " + undoing + ".",
                Graph.error(mutation(first)).getString("message"));
    }

    @Test
    void refusesToTakeAwayWhatSomethingRefersTo() {
        Graph.data("""
                mutation { addLocation(location: {id: "undo-halt", name: "Halt", nameZh: "小站", partner: "LAO", kind: TOWN,
                  source: "S_W_BVR"}) { id } }
                """);
        String location = lastEdit();
        Graph.data("""
                mutation { addSegment(segment: {id: "undo-road", corridor: "kbe", from: "boten", to: "undo-halt", mode: ROAD,
                  name: "Road", status: PLANNED, source: "S_W_KBE"}) { id } }
                """);

        JsonPath error = Graph.error(mutation(location));

        assertEquals("CONFLICT", error.getString("extensions.code"));
        assertEquals(
                "Release " + location
                        + " cannot be undone. The location undo-halt is left out, but segment undo-road refers to it.",
                error.getString("message"));
        assertEquals("Undo first what refers to it.", error.getString("extensions.hint"));
        assertEquals(
                "undo-halt",
                Graph.data("{ location(id: \"undo-halt\") { id } }").getString("location.id"));
    }

    @Test
    void refusesWhatIsNoSingleFact() {
        assertEquals("NOT_FOUND", Graph.error(mutation("1")).getString("extensions.code"));
        assertEquals(
                "`release` is 'one', which is no number of a release.",
                Graph.error(mutation("one")).getString("message"));
    }

    @Test
    @TestSecurity(user = "reader", roles = "reader")
    void refusesWhoeverIsNoSteward() {
        assertEquals("FORBIDDEN", Graph.error(mutation("1")).getString("extensions.code"));
    }

    private static String lastEdit() {
        return Graph.data("{ edits(first: 1) { nodes { release } } }").getString("edits.nodes[0].release");
    }

    private static JsonPath undo(String release) {
        JsonPath undone = Graph.data(mutation(release)).setRootPath("data.undoNetworkEdit");
        assertEquals(release, undone.getString("undoes"));
        return undone;
    }

    private static String mutation(String release) {
        return "mutation { undoNetworkEdit(release: \"" + release
                + "\") { release action subject undoes source { id } } }";
    }
}
