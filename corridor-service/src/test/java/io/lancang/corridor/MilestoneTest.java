package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
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

    /** Four were stated on one day: they come by their first day, then by their last, and what has no day comes behind; the oldest has none. */
    @Test
    @TestSecurity(user = "mei", roles = "steward")
    void comesByTheDayOfTheStatementThenByWhatWasStated() {
        try (Releases releases = new Releases()) {
            releases.load("milestones", """
                    subject_kind,subject_id,event,planned,earliest,latest,stated_on,note,source
                    segment,kbe-07,OPENING,true,2099,2099,2023-01-01,,S_W_BVR
                    segment,kbe-07,OPENING,true,,,2024-01-01,,S_W_BVR
                    segment,kbe-07,OPENING,true,2097,2097,2024-01-01,,S_W_BVR
                    segment,kbe-07,OPENING,true,2096,2098,2024-01-01,,S_W_BVR
                    segment,kbe-07,OPENING,true,2096,2096,2024-01-01,,S_W_BVR
                    segment,kbe-07,OPENING,true,2095,2095,,,S_W_BVR
                    """);

            assertEquals(
                    List.of("2095-2095", "2099-2099", "2096-2096", "2096-2098", "2097-2097", "null-null"),
                    Graph.data("{ segment(id: \"kbe-07\") { milestones { earliest { text } latest { text } } } }")
                            .getList("segment.milestones.collect { it.earliest?.text + '-' + it.latest?.text }"));
        }
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

    /**
     * Phase 1 of the Thai high-speed railway: announced for 2026, 2027 (365 days later), 2028 (366, a leap year), then not before
     * 2030, a year and a day after the end of 2028. The fifth bridge was announced for 2024 and opened on 25 December 2025.
     */
    @Test
    void tellsHowADateMovedFromStatementToStatement() {
        JsonPath answer = Graph.data("""
                { railway: segment(id: "th-hsr-01") { slippage { day atLeast sincePreviousDays sinceFirstDays milestone { planned } } }
                  bridge: segment(id: "th-la-fb5-01") { slippage { day sincePreviousDays milestone { planned } } }
                  other: segment(id: "th-hsr-01") { slippage(event: COMPLETION) { day } } }
                """);

        assertEquals(
                List.of("2026-12-31", "2027-12-31", "2028-12-31", "2030-01-01"),
                answer.getList("railway.slippage.day"));
        assertEquals(List.of(false, false, false, true), answer.getList("railway.slippage.atLeast"));
        assertEquals(
                java.util.Arrays.asList(null, 365, 366, 366), answer.getList("railway.slippage.sincePreviousDays"));
        assertEquals(List.of(0, 365, 731, 1097), answer.getList("railway.slippage.sinceFirstDays"));
        assertEquals(List.of("2024-12-31", "2025-12-25"), answer.getList("bridge.slippage.day"));
        assertEquals(List.of(true, false), answer.getList("bridge.slippage.milestone.planned"));
        // 365 days of 2025 less the six after Christmas Day
        assertEquals(359, answer.getInt("bridge.slippage[1].sincePreviousDays"));
        assertEquals(List.of(), answer.getList("other.slippage"));
    }
}
