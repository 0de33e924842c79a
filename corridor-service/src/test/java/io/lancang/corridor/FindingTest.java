package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
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

    /**
     * A and B are a degree of the meridian or 111.2 km apart. Beside each segment that is doubted stands one that is not, by a hair: a
     * length 5 km shorter than the great circle, a great circle 5 km off, an opening in the year in which construction began, one that
     * was announced, and one of a corridor that was approved in that year. Of X, which no segment leads to, nothing is said.
     */
    @Test
    @TestSecurity(user = "mei", roles = "steward")
    void doubtsWhatIsBehindALimitAndNotWhatIsAtIt() {
        try (Releases releases = new Releases()) {
            releases.load("corridors", """
                    corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,key_date_event,length_km,note,source
                    fi,Built,建,rail,LA,operational,2015,CONSTRUCTION_STARTED,,,S_W_BVR
                    fj,Approved,批,rail,LA,operational,2015,APPROVED,,,S_W_BVR
                    """);
            releases.load("locations", """
                    node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source
                    fi-a,A,甲,LA,,town,,,18.0,103.0,,unverified,,S_W_BVR
                    fi-b,B,乙,LA,,town,,,19.0,103.0,survey,place,,S_W_BVR
                    fi-x,X,丙,LA,,town,,,,,,,,S_W_BVR
                    fi-y,Y,丁,LA,,town,,,,,,,,S_W_BVR
                    fi-z,Z,戊,LA,,town,,,,,,,where the road ends,S_W_BVR
                    """);
            releases.load("segments", """
                    segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
                    fi-01,fi,1,fi-a,fi-b,rail,N,,,,operational,2014,,,111.2,S_W_BVR
                    fi-02,fi,2,fi-a,fi-b,rail,N,,,,operational,2015,,,111.2,S_W_BVR
                    fi-03,fi,3,fi-a,fi-b,rail,N,,,,planned,2014 (planned),,,111.2,S_W_BVR
                    fj-01,fj,1,fi-a,fi-b,rail,N,,,,operational,2014,,,111.2,S_W_BVR
                    fi-04,fi,4,fi-a,fi-b,rail,N,,,,planned,2016,,,111.2,S_W_BVR
                    fi-05,fi,5,fi-a,fi-b,rail,N,106.1,,,operational,,,,111.2,S_W_BVR
                    fi-06,fi,6,fi-a,fi-b,rail,N,106.2,,,operational,,,,111.2,S_W_BVR
                    fi-07,fi,7,fi-a,fi-b,rail,N,106.1,,,operational,,,,,S_W_BVR
                    fi-08,fi,8,fi-a,fi-b,rail,N,106.2,,,operational,,,,,S_W_BVR
                    fi-09,fi,9,fi-a,fi-b,rail,N,,,,operational,,,,116.3,S_W_BVR
                    fi-10,fi,10,fi-a,fi-b,rail,N,,,,operational,,,,116.2,S_W_BVR
                    fi-11,fi,11,fi-a,fi-y,rail,N,,,,operational,,,,,S_W_BVR
                    fi-12,fi,12,fi-a,fi-z,rail,N,,,,operational,,,,,S_W_BVR
                    """);

            JsonPath answer =
                    Graph.data("{ networkFindings { kind subject detail } }").setRootPath("data.networkFindings");

            assertEquals(
                    List.of(
                            "GREAT_CIRCLE_OFF fi-09 great circle 116.3 km, its ends are 111.2 km apart",
                            "NO_COORDINATES fi-y Y",
                            "NO_COORDINATES fi-z where the road ends",
                            "OPENED_BEFORE_CONSTRUCTION fi-01 opened 2014, construction of fi began 2015",
                            "OPENED_BUT_NOT_IN_SERVICE fi-04 opened 2016, status planned",
                            "SHORTER_THAN_GREAT_CIRCLE fi-05 106.1 km, great circle 111.2 km",
                            "SHORTER_THAN_GREAT_CIRCLE fi-07 106.1 km, great circle 111.2 km",
                            "UNVERIFIED_COORDINATES fi-a 18, 103 by ?"),
                    answer.<Map<String, String>>getList("findAll { it.subject =~ /^f[ij]/ }").stream()
                            .map(each -> each.get("kind") + " " + each.get("subject") + " " + each.get("detail"))
                            .toList());
        }
    }

    /** The China-Laos Railway opened on 2021-12-03, and the zone at Hekou was established in 2019; a study of another began in 2015. Of the power lines to Vietnam such a figure ships. */
    @Test
    @TestSecurity(user = "mei", roles = "steward")
    void doubtsNoFigureOfTheDayOrYearOfTheOpening() {
        try (Releases releases = new Releases()) {
            releases.load("zones", """
                    zone_id,name_en,name_zh,kind,node_id,date,note,area_km2,source,key_date_event
                    fi-zone,Studied,区,industrial_park,hekou,2015,,,S_W_BVR,STUDY_STARTED
                    """);
            releases.load("throughput", """
                    subject_kind,subject_id,metric,period_start,period_end,value,unit,basis,note,source
                    corridor,clr,cargo,2021-11-01,2021-12-02,5,t,period,,S_W_BVR
                    corridor,clr,cargo,2021-11-01,2021-12-03,5,t,period,,S_W_BVR
                    """);
            releases.load("industrial_transfers", """
                    zone_id,subject,sector,fact,year,value,unit,source
                    ftz-honghe,Before,textiles,moved in,2018,5,projects,S_W_BVR
                    ftz-honghe,Then,textiles,moved in,2019,5,projects,S_W_BVR
                    fi-zone,Early,textiles,moved in,2014,5,projects,S_W_BVR
                    """);

            assertEquals(
                    List.of(
                            "of 2004-01-01 to 2006-08-31, cv-power opened 2006-09-26",
                            "of 2018, ftz-honghe began 2019-08-30",
                            "of 2021-11-01 to 2021-12-02, clr opened 2021-12-03"),
                    Graph.data("{ networkFindings(kinds: [BEFORE_OPENING]) { detail } }")
                            .<String>getList("networkFindings.detail")
                            .stream()
                            .sorted()
                            .toList());
        }
    }

    /** The two segments of fk have no place in common, nor have those of fm; those of fl meet in Vientiane. */
    @Test
    @TestSecurity(user = "mei", roles = "steward")
    void namesTheBeginningOfEachPieceOfACorridorInItsOrder() {
        try (Releases releases = new Releases()) {
            releases.load("corridors", """
                    corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,key_date_event,length_km,note,source
                    fk,In pieces,段,rail,LA,operational,,,,,S_W_BVR
                    fl,Whole,整,rail,LA,operational,,,,,S_W_BVR
                    fm,In pieces,段,rail,LA,operational,,,,,S_W_BVR
                    """);
            releases.load("segments", """
                    segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
                    fk-01,fk,1,boten,vientiane,rail,N,,,,operational,,,,,S_W_BVR
                    fk-02,fk,2,hekou,hanoi,rail,N,,,,operational,,,,,S_W_BVR
                    fl-01,fl,1,boten,vientiane,rail,N,,,,operational,,,,,S_W_BVR
                    fl-02,fl,2,vientiane,hanoi,rail,N,,,,operational,,,,,S_W_BVR
                    fm-01,fm,1,muse,mandalay,rail,N,,,,operational,,,,,S_W_BVR
                    fm-02,fm,2,boten,vientiane,rail,N,,,,operational,,,,,S_W_BVR
                    """);

            JsonPath answer = Graph.data("""
                    { networkFindings(kinds: [CORRIDOR_IN_PIECES]) { subject detail }
                      fk: corridor(id: "fk") { findings { detail } }
                      fl: corridor(id: "fl") { findings { detail } }
                      fm: corridor(id: "fm") { findings { detail } } }
                    """);

            assertEquals(List.of("2 pieces, with boten, hekou"), answer.getList("fk.findings.detail"));
            assertEquals(List.of(), answer.getList("fl.findings"));
            assertEquals(List.of("2 pieces, with muse, boten"), answer.getList("fm.findings.detail"));
            List<String> subjects = answer.getList("networkFindings.subject");
            assertEquals(subjects.stream().sorted().toList(), subjects);
            String listed = "networkFindings.find { it.subject == '%s' }.detail";
            assertEquals("2 pieces, with boten, hekou", answer.getString(listed.formatted("fk")));
            assertEquals("2 pieces, with muse, boten", answer.getString(listed.formatted("fm")));
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
