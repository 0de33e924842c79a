package io.lancang.corridor;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file that would undo what a steward recorded says so, and does it only when that is agreed to. */
@QuarkusTest
@TestSecurity(user = "mei", roles = "steward")
class OverEditsTest extends RunningService {
    private static final String HEADER =
            "segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,"
                    + "cost,note,great_circle_km,source,status_note,whole_of,counted_in,doubts\n";
    /** The packaged row, with another note; S_BR26 is what the steward cites as well. */
    private static final String FILE = HEADER
            + "cm-rail-03,cm-rail,3,baoshan,ruili,rail,Baoshan–Ruili railway,197,1435 mm,,under construction,2028 (target),,"
            + "from the plan,183.1,S_BR26,,,,DERIVED: 330 km less 133 km\n";

    private static final String AS_OPENED = FILE.replace("under construction,2028 (target)", "operational,2025-05-01");

    @Inject
    DataSource database;

    private long before;

    @BeforeEach
    void noteTheLastRelease() throws SQLException {
        before = SingleFacts.last(database);
    }

    @AfterEach
    void takeBack() throws SQLException {
        SingleFacts.takeBackSince(database, before, List.of("over-road", "ov", "ov-2"));
    }

    @Test
    void refusesAFileThatWouldUndoAnEditAndNamesIt() {
        String edit = open();

        JsonPath refused = send("segments", FILE, "").statusCode(409).extract().jsonPath();

        assertEquals("CONFLICT", refused.getString("error.code"));
        assertEquals(
                "The file would undo what stewards changed: release " + edit + " (changeStatus cm-rail-03): "
                        + "opened 2025-05-01 to 2028 (target), status OPERATIONAL to UNDER_CONSTRUCTION, "
                        + "status_note operational to under construction. Nothing was changed in segments. "
                        + "If that is meant, send it again with overEdits=" + edit + " (--over-edits " + edit + ").",
                refused.getString("error.message"));
        assertEquals("OPERATIONAL", segment("").getString("segment.status"));
    }

    @Test
    void undoesTheEditThatIsNamedAndKeepsNoHistoryAgainstTheStatus() {
        String edit = open();
        String whileOpen = Releases.lastMoment();

        JsonPath loaded = send("segments", FILE, "&overEdits=" + edit)
                .statusCode(201)
                .extract()
                .jsonPath();

        assertEquals(List.of(edit), loaded.getList("undone.release"));
        assertEquals("changeStatus cm-rail-03", loaded.getString("undone[0].what"));
        assertEquals("UNDER_CONSTRUCTION", segment("").getString("segment.status"));
        assertEquals(List.of(), segment("").getList("segment.statusHistory"));
        JsonPath then = segment(", asOf: \"" + whileOpen + "\"");
        assertEquals("OPERATIONAL", then.getString("segment.status"));
        assertEquals(List.of("2025-05-01"), then.getList("segment.statusHistory.date"));
    }

    @Test
    void keepsTheChangesThatLedToTheStatusOfTheFile() {
        open();
        String limited = change("LIMITED", "2025-06-01");

        send("segments", AS_OPENED, "&overEdits=" + limited).statusCode(201);

        assertEquals(List.of("2025-05-01"), segment("").getList("segment.statusHistory.date"));
    }

    /**
     * The corridor ov and its segment ov have one id, and changes of their own. The file says that the segment is in service, as it was since
     * February: what is recorded of March goes. ov-2, of which the file says nothing, is limited since April.
     */
    @Test
    void keepsTheChangesOfWhatTheFileIsNotAbout() {
        String corridor =
                "corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,length_km,note,source\nov,Over,上,road,LA,limited use,,,,S_BR26\n";
        String row = "%s,ov,%d,%s,road,Road,,,,operational,,,%s,,S_BR26,,,,\n";
        String first =
                HEADER + row.formatted("ov", 1, "baoshan,ruili", "") + row.formatted("ov-2", 2, "ruili,muse", "");
        send("corridors", corridor, "").statusCode(201);
        send("segments", first, "").statusCode(201);
        String january = change("SEGMENT", "ov", "LIMITED", "2025-01-01");
        String february = change("SEGMENT", "ov", "OPERATIONAL", "2025-02-01");
        String march = change("SEGMENT", "ov", "LIMITED", "2025-03-01");
        change("SEGMENT", "ov-2", "LIMITED", "2025-04-01");
        change("CORRIDOR", "ov", "OPERATIONAL", "2025-04-01");
        change("CORRIDOR", "ov", "LIMITED", "2025-05-01");

        send(
                        "segments",
                        HEADER + row.formatted("ov", 1, "baoshan,ruili", "of the file"),
                        "&overEdits=" + String.join(",", january, february, march))
                .statusCode(201);
        String loaded = Releases.lastMoment();
        send("segments", HEADER + row.formatted("ov", 1, "baoshan,ruili", "of another"), "")
                .statusCode(201);

        JsonPath answer = Graph.data("""
                    { segment(id: "ov") { statusHistory { date } } other: segment(id: "ov-2") { statusHistory { date } }
                      corridor(id: "ov") { statusHistory { date } }
                      then: segment(id: "ov", asOf: "%s") { note statusHistory { date } } }
                    """.formatted(loaded));
        assertEquals(List.of("2025-01-01", "2025-02-01"), answer.getList("segment.statusHistory.date"));
        assertEquals(List.of("2025-04-01"), answer.getList("other.statusHistory.date"));
        assertEquals(List.of("2025-04-01", "2025-05-01"), answer.getList("corridor.statusHistory.date"));
        assertEquals("of the file", answer.getString("then.note"));
        assertEquals(List.of("2025-01-01", "2025-02-01"), answer.getList("then.statusHistory.date"));
    }

    @Test
    void namesEachEditOfARowWhoseValuesAreUndone() {
        String opened = open();
        String limited = change("LIMITED", "2025-06-01");

        JsonPath checked =
                send("segments", FILE, "&dryRun=true").statusCode(200).extract().jsonPath();

        assertEquals(List.of(opened, limited), checked.getList("undone.release"));
        assertEquals("opened 2025-05-01 to 2028 (target)", checked.getString("undone[0].values"));
        assertEquals(
                "status LIMITED to UNDER_CONSTRUCTION, status_note limited to under construction",
                checked.getString("undone[1].values"));
        assertEquals("LIMITED", segment("").getString("segment.status"));
    }

    @Test
    void takesAFileThatHasWhatTheStewardRecorded() {
        open();

        send("segments", AS_OPENED, "").statusCode(201);

        assertEquals("from the plan", segment("").getString("segment.note"));
        assertEquals(List.of("2025-05-01"), segment("").getList("segment.statusHistory.date"));
    }

    @Test
    void doesNotTakeTheSameFileForUnchangedAfterAnEdit() {
        send("segments", FILE, "").statusCode(201);
        assertEquals(
                "UNCHANGED",
                send("segments", FILE, "").statusCode(200).extract().path("outcome"));
        open();

        send("segments", FILE, "").statusCode(409);
    }

    @Test
    void saysThatAnAddedRowWouldBeGone() {
        Graph.data("""
                mutation { addSegment(segment: {id: "over-road", corridor: "cm-rail", from: "baoshan", to: "ruili", mode: ROAD,
                  name: "Road", status: PLANNED, source: "S_BR26"}) { id } }
                """);

        JsonPath checked = send("segments", FILE, "&replace=DATASET&dryRun=true")
                .statusCode(200)
                .extract()
                .jsonPath();

        assertEquals(
                List.of("addSegment over-road"), checked.getList("undone.what"), "once, though its source is gone too");
        assertEquals("gone", checked.getString("undone[0].values"));
    }

    @Test
    void refusesReleasesThatAreNoNumbers() {
        assertEquals(
                "`overEdits` is 'all of them'.",
                send("segments", FILE, "&overEdits=all of them")
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getString("error.message"));
    }

    private static String open() {
        return change("OPERATIONAL", "2025-05-01");
    }

    private static String change(String status, String date) {
        return change("SEGMENT", "cm-rail-03", status, date);
    }

    private static String change(String kind, String id, String status, String date) {
        Graph.data("mutation { changeStatus(kind: " + kind + ", id: \"" + id + "\", status: " + status + ", date: \""
                + date + "\", source: \"S_BR26\") { to } }");
        return lastEdit();
    }

    private static String lastEdit() {
        return Graph.data("{ edits(first: 1) { nodes { release } } }").getString("edits.nodes[0].release");
    }

    private static JsonPath segment(String asOf) {
        return Graph.data("{ segment(id: \"cm-rail-03\"" + asOf
                + ") { status note opened { text } statusHistory { date to } } }");
    }

    private static ValidatableResponse send(String dataset, String file, String parameters) {
        return given().contentType("application/octet-stream")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/releases?fileName=test.csv&dataset=" + dataset + parameters)
                .then();
    }
}
