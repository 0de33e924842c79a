package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FindingTest extends RunningService {
    @Test
    void namesWhatIsDoubtfulInTheFilesThatShip() {
        JsonPath answer =
                Graph.data("{ networkFindings { kind subject detail } }").setRootPath("data.networkFindings");

        assertEquals(List.of("khunjerab"), subjects(answer, "UNVERIFIED_COORDINATES"));
        assertEquals(List.of("cl-500kv-01", "cl-500kv-02"), subjects(answer, "OPENED_BUT_NOT_IN_SERVICE"));
        assertTrue(subjects(answer, "SHORTER_THAN_GREAT_CIRCLE").contains("nn-hanoi-11"));
        assertEquals("25 km, great circle 41.6 km", answer.getString("find { it.subject == 'nn-hanoi-11' }.detail"));
        assertTrue(subjects(answer, "NO_COORDINATES").contains("vientiane-south"));
        List<String> inPieces = subjects(answer, "CORRIDOR_IN_PIECES");
        assertTrue(inPieces.contains("cmec"), "Ruili, Zhangfeng and Houqiao are crossings of their own");
        assertTrue(!inPieces.contains("clr"), "the railway hangs together");
        assertEquals(List.of(), subjects(answer, "OPENED_BEFORE_CONSTRUCTION"));
    }

    @Test
    void marksWhatIsDisputedOrUnverifiedWhereItIsTold() {
        JsonPath answer = Graph.data("""
                { khunjerab: location(id: "khunjerab") { findings { kind detail } }
                  railway: corridor(id: "clr") { findings { kind } }
                  frame: corridor(id: "cmec") { findings { kind subject } }
                  hydro: corridor(id: "mm-hydro") { segments { id findings { kind detail } } } }
                """);

        assertEquals(List.of("UNVERIFIED_COORDINATES", "UNVERIFIED_SOURCE"), answer.getList("khunjerab.findings.kind"));
        assertEquals(List.of(), answer.getList("railway.findings"));
        assertEquals(List.of("CORRIDOR_IN_PIECES"), answer.getList("frame.findings.kind"));
        assertEquals(
                "completion year differs between sources",
                answer.getString("hydro.segments.find { it.id == 'mm-hydro-02' }.findings[0].detail"));
    }

    @Test
    void givesOnlyTheKindsAskedFor() {
        JsonPath answer = Graph.data("{ networkFindings(kinds: [UNVERIFIED_COORDINATES]) { subject } }");

        assertEquals(List.of("khunjerab"), answer.getList("networkFindings.subject"));
    }

    private static List<String> subjects(JsonPath answer, String kind) {
        return answer.getList("findAll { it.kind == '" + kind + "' }.subject");
    }
}
