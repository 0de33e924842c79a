package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MilestoneTest extends RunningService {
    @Test
    void givesEveryStatementInTheOrderInWhichItWasMadeSoThatADateThatSlippedShows() {
        JsonPath answer = Graph.data("""
                { corridor(id: "th-hsr") { segments { id milestones { event planned earliest { text } latest { text }
                    statedOn { text } sources { id } findings { kind detail } } } } }
                """);

        String phase = "corridor.segments.find { it.id == 'th-hsr-01' }.milestones";
        assertEquals(
                List.of("2022-02-10", "2023-08-19", "2024-09-27", "2025"), answer.getList(phase + ".statedOn.text"));
        assertEquals(List.of("2026", "2027", "2028", "2030"), answer.getList(phase + ".earliest.text"));
        assertNull(answer.get(phase + "[3].latest"), "a delay of at least one year has no end");
        assertEquals(List.of("S_LT2202"), answer.getList(phase + "[0].sources.id"));
        assertEquals(List.of("DERIVED"), answer.getList(phase + "[2].findings.kind"));
    }

    @Test
    void tellsAPlanFromAReportAndADateFromNone() {
        JsonPath answer = Graph.data("""
                { port: corridor(id: "kyaukpyu-sez") { milestones { event planned earliest { text } latest { text } note } }
                  bridge: corridor(id: "th-la-fb5") { segments { milestones { event planned latest { text } } } } }
                """);

        assertEquals(List.of(true, false), answer.getList("bridge.segments[0].milestones.planned"));
        assertEquals(List.of("2024", "2025-12-25"), answer.getList("bridge.segments[0].milestones.latest.text"));
        String completion = "port.milestones.find { it.event == 'COMPLETION' }";
        assertNull(answer.get(completion + ".earliest"));
        assertNull(answer.get(completion + ".latest"));
        assertEquals("no date: \"time frame for completion is unclear\"", answer.getString(completion + ".note"));
    }
}
