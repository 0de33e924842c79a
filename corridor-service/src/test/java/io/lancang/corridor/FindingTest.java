package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
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
        assertEquals(
                List.of("cl-500kv-01", "cl-500kv-02", "gms-sec-05"), subjects(answer, "OPENED_BUT_NOT_IN_SERVICE"));
        assertEquals(
                List.of(
                        "cmec-01",
                        "kbe-10",
                        "kh-exp-02",
                        "khh-road-05",
                        "kyh-rail-01",
                        "my-sg-03",
                        "nn-hanoi-11",
                        "nn-hanoi-15",
                        "th-hsr-03"),
                subjects(answer, "SHORTER_THAN_GREAT_CIRCLE"),
                "of a segment with an end that nobody can place, no distance is known");
        assertEquals("25 km, great circle 41.6 km", answer.getString("find { it.subject == 'nn-hanoi-11' }.detail"));
        assertTrue(subjects(answer, "NO_COORDINATES").contains("vientiane-south"));
        List<String> inPieces = subjects(answer, "CORRIDOR_IN_PIECES");
        assertTrue(inPieces.contains("cmec"), "Ruili, Zhangfeng and Houqiao are crossings of their own");
        assertTrue(!inPieces.contains("clr"), "the railway hangs together");
        assertEquals(List.of(), subjects(answer, "OPENED_BEFORE_CONSTRUCTION"));
    }

    @Test
    void marksEachDoubtThatTheFilesThatShipState() {
        JsonPath answer = Graph.data("{ networkFindings(kinds: [SOURCES_DISAGREE, UNVERIFIED, DERIVED, APPROXIMATE,"
                        + " UNVERIFIED_SOURCE]) { kind subject detail } }")
                .setRootPath("data.networkFindings");

        assertEquals(
                List.of(
                        "ah14-mm-03",
                        "bt-hx-exp-01",
                        "cm-gas",
                        "cm-rail-01",
                        "cm-rail-07",
                        "corridor:clr:freight_total:2021-12-03/2022-04-06:cumulative_since_opening",
                        "jinshuihe",
                        "kbe-09",
                        "khh-rail-02",
                        "khh-road-05",
                        "km-nn-01",
                        "lancang-mekong-05",
                        "mm-hydro-02",
                        "my-sg-02",
                        "nn-hanoi-02",
                        "node:lweje:border_imports_from_china:2017-04-01/2018-03-23:period",
                        "r13n-08",
                        "th-south-03",
                        "tianbao",
                        "tlh-01"),
                subjects(answer, "SOURCES_DISAGREE"));
        assertEquals(
                "460 km (S_LCA_MMR); 453 km (S_INVMM); 477 km (S_W_NH3MM)",
                answer.getString("find { it.subject == 'ah14-mm-03' }.detail"));
        assertEquals(
                List.of(
                        "ah14-mm-06",
                        "corridor:clr:freight_total:2021-12-03/2022-06-02:cumulative_since_opening",
                        "corridor:clr:freight_total:2021-12-03/2022-12-02:cumulative_since_opening",
                        "gms-sec-04",
                        "gms-sec-05",
                        "khh-road-04",
                        "ksr-eastern-10",
                        "lc-exp-05",
                        "my-sg-05",
                        "my-sg-06"),
                subjects(answer, "UNVERIFIED"));
        assertEquals(
                List.of(
                        "cm-oil-02",
                        "cm-rail-03",
                        "lancang-mekong-03",
                        "mm-rakhine-01",
                        "segment:funan-01:completion:true:2028/2028:2024-08-05",
                        "segment:kh-exp-02:completion:true:2027-06/2027-06:2023-06-07",
                        "segment:th-hsr-01:opening:true:2028/2028:2024-09-27",
                        "segment:th-hsr-01:opening:true:2030/:2025"),
                subjects(answer, "DERIVED"));
        assertEquals(
                List.of(
                        "cl-115kv-01",
                        "cl-500kv-01",
                        "cv-power-01",
                        "cv-power-02",
                        "gms-sec-05",
                        "huu-nghi",
                        "jakarta-tanjung-priok",
                        "kyaukpyu",
                        "maday-island",
                        "my-sg-01",
                        "my-sg-03",
                        "ngwe-saung",
                        "qinzhou-port",
                        "r13n-08",
                        "sadao",
                        "th-la-fb5-01",
                        "thanh-thuy",
                        "tianbao",
                        "tuas",
                        "woodlands"),
                subjects(answer, "APPROXIMATE"));
        assertEquals(List.of("khunjerab"), subjects(answer, "UNVERIFIED_SOURCE"));
    }

    @Test
    void marksWhatIsDisputedOrUnverifiedWhereItIsServed() {
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
    @TestSecurity(user = "mei", roles = "steward")
    void marksFiguresAndTransfersOfATimeBeforeWhatTheyAreAbout() {
        try (Releases releases = new Releases()) {
            releases.load("throughput", """
                    subject_kind,subject_id,metric,period_start,period_end,value,unit,basis,note,source,doubts
                    corridor,clr,cargo,2019-01-01,2019-12-31,5,t,period,,S_W_BVR,
                    corridor,clr,cargo,2022-01-01,2022-12-31,6,t,period,,S_W_BVR,SOURCES_DISAGREE: 6 or 7
                    """);
            releases.load("industrial_transfers", """
                    zone_id,subject,sector,fact,year,value,unit,source
                    ftz-kunming,Early works,textiles,moved in,2010,5,projects,S_W_BVR
                    """);
            JsonPath answer = Graph.data("""
                    { corridor(id: "clr") { throughput(metric: CARGO) { periodEnd findings { kind subject detail } } }
                      zones(filter: {location: "kunming"}) { id findings { kind }
                        industrialTransfers { subject findings { kind detail } } }
                      networkFindings(kinds: [BEFORE_OPENING]) { subject } }
                    """);

            String figure = "corridor.throughput.find { it.periodEnd == '%s' }.findings";
            assertEquals(List.of("BEFORE_OPENING"), answer.getList(figure.formatted("2019-12-31") + ".kind"));
            assertEquals(
                    "of 2019-01-01 to 2019-12-31, clr opened 2021-12-03",
                    answer.getString(figure.formatted("2019-12-31") + "[0].detail"));
            assertEquals(List.of("SOURCES_DISAGREE"), answer.getList(figure.formatted("2022-12-31") + ".kind"));
            String zone = "zones.find { it.id == 'ftz-kunming' }";
            assertEquals(List.of(), answer.getList(zone + ".findings"));
            assertEquals(
                    List.of("of 2010, ftz-kunming began 2019-08-30"),
                    answer.getList(zone + ".industrialTransfers.find { it.subject == 'Early works' }.findings.detail"));
            List<String> listed = answer.getList("networkFindings.subject");
            assertTrue(
                    listed.stream().anyMatch(subject -> subject.startsWith("corridor:clr:cargo:2019")),
                    listed::toString);
        }
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
