package io.lancang.corridor;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that a steward sends over HTTP. What a test loads it withdraws, since the other tests count what ships. */
@QuarkusTest
@TestSecurity(user = "mei", roles = "steward")
class LoadingTest extends RunningService {
    private static final String LOCATIONS =
            "node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source\n";
    private static final String SEGMENTS =
            "segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,"
                    + "status,opened,cost,note,great_circle_km,source\n";

    private final Releases releases = new Releases();

    @AfterEach
    void withdraw() {
        releases.close();
    }

    @Test
    void addsAndRevisesTheLocationsThatAFileHasAndLeavesTheOthers() {
        JsonPath reply = loaded(
                "locations",
                LOCATIONS
                        + "test-depot,Test"
                        + " depot,测试站,LAO,,LOGISTICS_PARK,,,18.1,102.6,survey,HUNDREDTH_OF_DEGREE,,S_W_BVR\n"
                        + "boten,Boten border post,磨丁口岸,LA,Luang"
                        + " Namtha,border_crossing,,,21.2,101.7,survey,place,,S_W_BVR\n");

        assertEquals("LOADED", reply.getString("outcome"));
        JsonPath graph = Graph.data("""
                { depot: location(id: "test-depot") { kind partner { code } sources { id } }
                  boten: location(id: "boten") { unlocode coordinates { latitude } }
                  locations { totalCount } }
                """);
        assertEquals("LOGISTICS_PARK", graph.getString("depot.kind"));
        assertEquals(List.of("S_W_BVR"), graph.getList("depot.sources.id"));
        assertEquals(21.2, graph.getDouble("boten.coordinates.latitude"), 1e-9);
        assertNull(graph.getString("boten.unlocode"), "the file says that it has none");
        assertEquals(200, graph.getInt("locations.totalCount"));
    }

    @Test
    void putsBackWhatAWithdrawnFileRevised() {
        loaded("locations", LOCATIONS + "boten,Boten,磨丁口岸,LA,,border_crossing,,,21.2,101.7,survey,place,,\n");

        withdraw();

        JsonPath graph = Graph.data("{ location(id: \"LABTN\") { name sources { id } } locations { totalCount } }");
        assertEquals("Boten border post", graph.getString("location.name"));
        assertEquals(List.of("S_W_BVR"), graph.getList("location.sources.id"));
        assertEquals(199, graph.getInt("locations.totalCount"));
    }

    @Test
    void loadsACorridorOfAnyKindWithItsSegments() {
        loaded("corridors", """
                corridor_id,name_en,name_zh,kind,mode,countries_iso2,status,key_date,key_date_event,length_km,programmes,note,source
                test-link,Test link,测试线,LOGISTICS,multimodal,"CHN,LAO",PLANNED,2030 (target),OPENING_PLANNED,,NEW_LAND_SEA_TRADE_CORRIDOR,,S_W_BVR
                """);
        loaded(
                "segments",
                SEGMENTS
                        + "test-link-01,test-link,1,mohan,boten,ROAD,Mohan-Boten road,4.5,,,PLANNED,2030"
                        + " (target),,,3.5,S_W_BVR\n");

        JsonPath corridor = Graph.data("""
                { corridor(id: "test-link") { kind status programmes keyDate { event } partners { code }
                    segments { id mode opened { target } sources { id } } } }
                """).setRootPath("data.corridor");
        assertEquals("LOGISTICS", corridor.getString("kind"));
        assertEquals(List.of("NEW_LAND_SEA_TRADE_CORRIDOR"), corridor.getList("programmes"));
        assertEquals("OPENING_PLANNED", corridor.getString("keyDate.event"));
        assertEquals(List.of("CHN", "LAO"), corridor.getList("partners.code"));
        assertEquals(List.of("test-link-01"), corridor.getList("segments.id"));
    }

    @Test
    void takesAFileOnlyOnce() {
        String file = LOCATIONS + "test-depot,Test depot,测试站,LA,,town,,,,,,,,\n";
        loaded("locations", file);

        Response again = send("locations", file);

        assertEquals("UNCHANGED", again.then().statusCode(200).extract().path("outcome"));
    }

    @Test
    void checksWithoutKeeping() {
        Response answer = send("locations&dryRun=true", LOCATIONS + "test-depot,Test depot,测试站,LA,,town,,,,,,,,\n");

        assertEquals("CHECKED", answer.then().statusCode(200).extract().path("outcome"));
        assertEquals(199, Graph.data("{ locations { totalCount } }").getInt("locations.totalCount"));
    }

    @Test
    void tellsEveryFaultOfAFileAndLoadsNothingOfIt() {
        JsonPath reply = send(
                        "segments",
                        SEGMENTS
                                + "test-01,clr,90,mohan,nowhere,RAIL,N,,,,PLANNED,,,,,\n"
                                + "test-02,clr,91,mohan,mohan,RAIL,N,,,,PLANNED,,,,,\n"
                                + "test-03,clr,1,mohan,boten,RAIL,N,,,,PLANNED,,,,,\n"
                                + "test-04,clr,92,mohan,boten,RAIL,N,-1,,,PLANNED,,,,,\n"
                                + "test-05,clr,93,mohan,boten,TRAIN,N,,,,PLANNED,,,,,\n"
                                + "test-06,clr,94,mohan,boten,RAIL,N,,,,PLANNED,,,,,\n")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertEquals("BAD_USER_INPUT", reply.getString("error.code"));
        assertEquals("Nothing was loaded: 5 faults were found.", reply.getString("error.message"));
        assertEquals("corridor", reply.getString("error.service"));
        assertEquals(
                List.of(2, 3, 4, 5, 6),
                reply.getList("rejections.line"),
                "unknown references and places that are taken are named beside rows that are wrong by themselves");
        assertEquals(
                11,
                Graph.data("{ corridor(id: \"clr\") { segments { id } } }")
                                .getList("corridor.segments")
                                .size()
                        - 1);
    }

    /**
     * In the first row every cell with a rule of its own is wrong, by itself or beside others. In the second it is not known where the
     * segment begins, so that it is not known either whether it ends there; that a length is 0 is known.
     */
    @Test
    void tellsEveryFaultOfARowInOneRound() {
        JsonPath reply = send(
                        "segments",
                        SEGMENTS.replace("source\n", "source,doubts\n")
                                + "LAO,clr,x,mohan,mohan,TRAIN,,-1,,,FLYING,spring,,,1000000000,,NONSENSE\n"
                                + "test-02,clr,91,,mohan,RAIL,N,0,,,PLANNED,2999-13,,,,,\n")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertEquals(
                Set.of(
                        "segment_id",
                        "seq",
                        "to_node",
                        "mode",
                        "name",
                        "length_km",
                        "status",
                        "opened",
                        "great_circle_km",
                        "doubts"),
                Set.copyOf(reply.getList("rejections.findAll { it.line == 2 }.column")));
        assertEquals(10, reply.getList("rejections.findAll { it.line == 2 }").size(), "each cell once");
        assertEquals(
                Set.of("from_node", "length_km", "opened"),
                Set.copyOf(reply.getList("rejections.findAll { it.line == 3 }.column")));
        assertEquals("Nothing was loaded: 13 faults were found.", reply.getString("error.message"));
    }

    /** A country that is none has no outlines, and a metric that is none has no units: what cannot be judged is not called wrong. */
    @Test
    void tellsNoFaultThatOnlyFollowsFromACellThatIsWrong() {
        JsonPath place = send(
                        "locations",
                        LOCATIONS + "test-place,Place,地,XX,,village,CNKMG,,18.0,103.0,survey,exactly,,S_W_BVR\n")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();
        assertEquals(Set.of("country_iso2", "kind", "coord_precision"), Set.copyOf(place.getList("rejections.column")));

        JsonPath figure =
                send("throughput", """
                subject_kind,subject_id,metric,period_start,period_end,value,unit,basis,note,source
                planet,clr,happiness,2024-01-01,2023-01-01,-5,bananas,always,,S_W_BVR
                """).then().statusCode(422).extract().jsonPath();
        assertEquals(
                Set.of("subject_kind", "metric", "value", "basis"), Set.copyOf(figure.getList("rejections.column")));
    }

    /** Two rows have no such mode: test-01, which test-02 names, and clr-01, which was to leave its place to test-04. */
    @Test
    void tellsNoFaultThatOnlyFollowsFromARowThatIsRefused() {
        JsonPath reply = send(
                        "segments",
                        SEGMENTS.replace("source\n", "source,whole_of\n")
                                + "test-01,clr,90,mohan,boten,TRAIN,N,,,,PLANNED,,,,,,\n"
                                + "test-02,clr,91,mohan,boten,RAIL,N,,,,PLANNED,,,,,,test-01\n"
                                + "test-03,clr,92,mohan,boten,RAIL,N,,,,PLANNED,,,,,,clr-99\n"
                                + "clr-01,clr,93,mohan,boten,TRAIN,N,,,,PLANNED,,,,,,\n"
                                + "test-04,clr,1,mohan,boten,RAIL,N,,,,PLANNED,,,,,,\n")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertEquals(List.of(2, 4, 5), reply.getList("rejections.line"), reply.prettify());
        assertEquals(List.of("mode", "whole_of", "mode"), reply.getList("rejections.column"));
    }

    /** Behind the quote in line 3 nobody can tell where a row begins: line 4, which line 2 names, is not read. */
    @Test
    void tellsNobodyUnknownWhoMayComeBehindTheEndOfWhatCanBeRead() {
        JsonPath reply = send(
                        "segments",
                        SEGMENTS.replace("source\n", "source,whole_of\n")
                                + "test-02,clr,91,mohan,boten,RAIL,N,,,,PLANNED,,,,,,test-04\n"
                                + "test-03,clr,92,mohan,boten,RAIL,\"N\"x,,,,PLANNED,,,,,,\n"
                                + "test-04,clr,93,mohan,boten,RAIL,N,,,,PLANNED,,,,,,\n")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertEquals(List.of(3), reply.getList("rejections.line"), reply.prettify());
    }

    @Test
    void tellsFaultsInTheOrderOfTheFileByItsOwnColumns() {
        JsonPath reply =
                send("throughput", """
                        subject_kind,subject_id,metric,period_start,period_end,value,unit,basis,note,source
                        node,nowhere,cargo,2020-01-01,2020-12-31,5,t,period,,S_W_KBE
                        corridor,nothing,cargo,2020-01-01,2020-12-31,5,t,period,,S_W_KBE
                        """).then().statusCode(422).extract().jsonPath();

        assertEquals(List.of(2, 3), reply.getList("rejections.line"));
        assertEquals(List.of("subject_id", "subject_id"), reply.getList("rejections.column"));
    }

    @Test
    void doubtsAFigureOfATimeBeforeItsCorridorOpened() {
        JsonPath reply = send("throughput&dryRun=true", """
                        subject_kind,subject_id,metric,period_start,period_end,value,unit,basis,note,source
                        corridor,clr,cargo,2022-01-01,2022-12-31,5,t,period,,S_W_KBE
                        corridor,clr,cargo,2010-01-01,2010-12-31,5,t,period,,S_W_KBE
                        """)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertEquals(List.of(3), reply.getList("doubts.line"));
        assertEquals(List.of("of 2010-01-01 to 2010-12-31, clr opened 2021-12-03"), reply.getList("doubts.reason"));
    }

    @Test
    void doubtsATransferOfATimeBeforeItsZoneBegan() {
        JsonPath reply = send("industrial_transfers&dryRun=true", """
                        zone_id,subject,sector,fact,year,value,unit,source
                        ftz-kunming,Early works,textiles,moved in,2010,5,projects,S_W_BVR
                        """)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertEquals(List.of("of 2010, ftz-kunming began 2019-08-30"), reply.getList("doubts.reason"));
    }

    @Test
    void doubtsACorridorWhoseSegmentsOpenedBeforeItsConstructionBegan() {
        JsonPath reply = send("corridors&dryRun=true", """
                        corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,key_date_event,length_km,note,source
                        lc-exp,Laos-China Expressway,中老高速公路,road,LA,PARTLY_OPERATIONAL,2022,CONSTRUCTION_STARTED,,,S_VVE
                        """)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertEquals(
                List.of("lc-exp-01: opened 2020-12-20, construction of lc-exp began 2022"),
                reply.getList("doubts.reason"));
        assertEquals(List.of(2), reply.getList("doubts.line"));
    }

    @Test
    void doubtsEachSegmentOfEachCorridorOfTheFileInItsOrder() {
        String corridor = "%s,T,测,road,LA,operational,%s,CONSTRUCTION_STARTED,,,S_W_BVR\n";
        String header =
                "corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,key_date_event,length_km,note,source\n";
        String row = "%s,%d,mohan,boten,ROAD,N,,,,OPERATIONAL,%s,,,,S_W_BVR\n";
        loaded("corridors", header + corridor.formatted("test-a", "2010") + corridor.formatted("test-b", "2010"));
        loaded(
                "segments",
                SEGMENTS
                        + row.formatted("test-a2,test-a", 2, "2012")
                        + row.formatted("test-a1,test-a", 1, "2011")
                        + row.formatted("test-b1,test-b", 1, "2013"));

        JsonPath reply = checked(
                "corridors", header + corridor.formatted("test-b", "2015") + corridor.formatted("test-a", "2016"));

        assertEquals(List.of(2, 3, 3), reply.getList("doubts.line"));
        assertEquals(
                List.of(
                        "test-b1: opened 2013, construction of test-b began 2015",
                        "test-a1: opened 2011, construction of test-a began 2016",
                        "test-a2: opened 2012, construction of test-a began 2016"),
                reply.getList("doubts.reason"));
    }

    @Test
    void tellsReferencesAndPlacesThatAreTaken() {
        JsonPath reply = send(
                        "segments",
                        SEGMENTS
                                + "test-01,clr,90,mohan,nowhere,RAIL,N,,,,PLANNED,,,,,\n"
                                + "test-03,clr,1,mohan,boten,RAIL,N,,,,PLANNED,,,,,\n")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertEquals(
                List.of("'nowhere' is no known location", "'1' is that of segment clr-01 already"),
                reply.getList("rejections.reason"));
        JsonPath code = send("locations", LOCATIONS + "test-depot,T,测,LA,,town,LABTN,,,,,,,\n")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();
        assertEquals("Nothing was loaded: 1 fault was found.", code.getString("error.message"));
        assertEquals("'LABTN' is that of location boten already", code.getString("rejections[0].reason"));
    }

    /** Of each rule a file breaks it 101 times or more, from line 2 or 3 on, and 100 faults are told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    names     | subject_kind,subject_id,language,script,name,note,source | node,nowhere-%1$d,vi,Latn,N,,S_W_BVR | 2
                    locations | node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source | test-%1$d,T,测,LA,,town,LABTN,,,,,,, | 2
                    segments  | segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source | test-%1$d,clr,900,mohan,boten,RAIL,N,,,,PLANNED,,,,, | 3
                    segments  | segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source,whole_of | test-%1$d,clr,90%1$d,mohan,boten,RAIL,N,,,,PLANNED,,,,,,nowhere | 2
                    segments  | segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source,counted_in | test-%1$d,clr,90%1$d,mohan,boten,RAIL,N,,,,PLANNED,,,,,,clr-01 | 2
                    """)
    void tellsTheFirstFaultsOfAFileWithManyMore(String dataset, String header, String row, int first) {
        JsonPath reply = send(
                        dataset,
                        header + "\n"
                                + IntStream.rangeClosed(2, 103)
                                        .mapToObj(row::formatted)
                                        .collect(Collectors.joining("\n"))
                                + "\n")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        List<Integer> lines = reply.getList("rejections.line");
        assertEquals(IntStream.range(first, first + 100).boxed().toList(), lines);
    }

    /** Each row takes the place of a segment that stays beside it. */
    @Test
    void tellsTheFirstPlacesThatAreTakenWhereManyMoreAre() {
        List<String> places = given().get("/export/segments.csv")
                .asString()
                .lines()
                .skip(1)
                .limit(110)
                .map(line -> line.split(","))
                .map(cells -> cells[1] + "," + cells[2])
                .toList();
        JsonPath reply = send(
                        "segments",
                        SEGMENTS
                                + IntStream.range(0, places.size())
                                        .mapToObj(row -> "test-" + row + "," + places.get(row)
                                                + ",mohan,boten,RAIL,N,,,,PLANNED,,,,,\n")
                                        .collect(Collectors.joining()))
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertEquals(IntStream.range(2, 102).boxed().toList(), reply.getList("rejections.line"));
    }

    @Test
    void tellsWhichNamesARowHasWrongAndWhichRowHadAPlaceFirst() {
        JsonPath reply = send(
                        "segments",
                        SEGMENTS.replace("source\n", "source,whole_of\n")
                                + "test-01,clr,90,mohan,boten,RAIL,N,,,,PLANNED,,,,,,clr-99;clr-98\n"
                                + "test-02,clr,91,mohan,boten,RAIL,N,,,,PLANNED,,,,,,\n"
                                + "test-03,clr,91,mohan,boten,RAIL,N,,,,PLANNED,,,,,,\n")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertEquals(List.of(2, 2, 4), reply.getList("rejections.line"));
        assertEquals(
                List.of(
                        "'clr-98' is no known segment",
                        "'clr-99' is no known segment",
                        "'91' is that of segment test-02 already"),
                reply.getList("rejections.reason"));
    }

    /** What is known as something else has no name as this. */
    @Test
    void refusesANameOfWhatIsKnownAsAnotherKindOfThing() {
        JsonPath reply = send("names", """
                        subject_kind,subject_id,language,script,name,note,source
                        corridor,boten,vi,Latn,N,,S_W_BVR
                        segment,clr,vi,Latn,N,,S_W_BVR
                        node,clr-01,vi,Latn,N,,S_W_BVR
                        node,boten,vi,Latn,N,,S_W_BVR
                        """).then().statusCode(422).extract().jsonPath();

        assertEquals(
                List.of("'boten' is no known corridor", "'clr' is no known segment", "'clr-01' is no known location"),
                reply.getList("rejections.reason"));
    }

    /** A code that a place gives up is free for another one, in the same file or in a later one; so is a position. */
    @Test
    void givesACodeAndAPositionThatAreGivenUpToAnother() {
        String place = "%s,T,测,LA,,town,%s,,,,,,,\n";
        loaded("locations", LOCATIONS + place.formatted("test-one", "LAZZ2") + place.formatted("test-two", ""));
        loaded("locations", LOCATIONS + place.formatted("test-one", "") + place.formatted("test-two", "LAZZ2"));
        loaded("locations", LOCATIONS + place.formatted("test-two", ""));
        loaded("locations", LOCATIONS + place.formatted("test-one", "LAZZ2"));
        String segment = "%s,clr,%d,mohan,boten,RAIL,N,,,,PLANNED,,,,,\n";
        loaded("segments", SEGMENTS + segment.formatted("test-01", 90));
        loaded("segments", SEGMENTS + segment.formatted("test-01", 91));
        loaded("segments", SEGMENTS + segment.formatted("test-02", 90));

        JsonPath answer = Graph.data("{ location(id: \"LAZZ2\") { id } corridor(id: \"clr\") { segments { id } } }");
        assertEquals("test-one", answer.getString("location.id"));
        List<String> segments = answer.getList("corridor.segments.id");
        assertEquals(List.of("test-02", "test-01"), segments.subList(segments.size() - 2, segments.size()));
    }

    /** test-01 and -02 are of another corridor than what counts them, the one of the file itself and the other on record. */
    @Test
    void takesTheSameLineOfAnotherCorridorForOne() {
        loaded(
                "segments",
                SEGMENTS.replace("source\n", "source,counted_in\n")
                        + "test-01,kbe,90,mohan,boten,RAIL,N,,,,PLANNED,,,,,,test-03\n"
                        + "test-02,kbe,91,mohan,boten,RAIL,N,,,,PLANNED,,,,,,clr-05\n"
                        + "test-03,clr,90,mohan,boten,RAIL,N,,,,PLANNED,,,,,,\n");

        assertEquals(
                List.of("test-03", "clr-05"),
                Graph.data("{ a: segment(id: \"test-01\") { countedIn } b: segment(id: \"test-02\") { countedIn } }")
                        .getList("values().countedIn"));
    }

    /** Doubts come by line, and those of a line by what they say. */
    @Test
    void tellsStatedDoubtsInTheOrderOfTheFile() {
        JsonPath reply = checked(
                "locations",
                LOCATIONS.replace("source\n", "source,doubts\n")
                        + "test-01,T,测,LA,,town,,,,,,,,,UNVERIFIED: b | APPROXIMATE: a\n"
                        + "test-02,T,测,LA,,town,,,,,,,,,\n"
                        + "test-03,T,测,LA,,town,,,,,,,,,DERIVED: c\n");

        assertEquals(List.of(2, 2, 4), reply.getList("doubts.line"));
        assertEquals(List.of("a", "b", "c"), reply.getList("doubts.reason"));
    }

    /** Both corridors of the file fall into pieces, which is told at the line of their first segment, with a place of the first piece first. */
    @Test
    void tellsWhatIsDoubtfulAboutSegmentsByLineAndCorridor() {
        loaded("corridors", """
                corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,length_km,note,source
                test-a,A,甲,rail,LA,operational,,,,S_W_BVR
                test-b,B,乙,rail,LA,operational,,,,S_W_BVR
                """);
        String row = "%s,%d,%s,RAIL,N,%s,,,%s,,,%s,S_W_BVR\n";
        JsonPath reply = checked(
                "segments",
                SEGMENTS
                        + row.formatted("test-b2,test-b", 2, "hekou,hanoi", "", "OPERATIONAL,", "")
                        + row.formatted(
                                "test-b1,test-b", 1, "vientiane-south,thanaleng-dry-port", "3", "PLANNED,2019", "10")
                        + row.formatted(
                                "test-a2,test-a", 2, "thanaleng-dry-port,vientiane-south", "", "PLANNED,2018", "10")
                        + row.formatted("test-a1,test-a", 1, "hekou,hanoi", "", "OPERATIONAL,", ""));

        assertEquals(
                List.of(
                        "3 3 km, great circle 10 km",
                        "3 opened 2019, status planned",
                        "4 opened 2018, status planned",
                        "5 the segments of test-a do not join: 2 pieces, with hekou, thanaleng-dry-port",
                        "3 the segments of test-b do not join: 2 pieces, with vientiane-south, hekou"),
                reply.getList("doubts.collect { it.line + ' ' + it.reason }"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    throughput | subject_kind,subject_id,metric,period_start,period_end,value,unit,basis,note,source | corridor,nowhere,cargo,2023-01-01,2023-12-31,5,t,period,,S_W_KBE | 'nowhere' is no known corridor
                    throughput | subject_kind,subject_id,metric,period_start,period_end,value,unit,basis,note,source | node,nowhere,cargo,2023-01-01,2023-12-31,5,t,period,,S_W_KBE | 'nowhere' is no known location
                    zones | zone_id,name_en,name_zh,kind,node_id,date,note,area_km2,source | test-zone,Z,区,industrial_park,nowhere,,,,S_W_KBE | 'nowhere' is no known location
                    industrial_transfers | zone_id,subject,sector,fact,year,value,unit,source | nowhere,W,textiles,moved,2024,,,S_W_KBE | 'nowhere' is no known zone
                    zones | zone_id,name_en,name_zh,kind,node_id,date,note,area_km2,source | test-zone,Z,区,industrial_park,kunming,,,,S_NOBODY | 'S_NOBODY' is no known source
                    """)
    void refusesWhatIsAboutSomethingUnknownWithTheRow(String dataset, String header, String row, String reason) {
        JsonPath reply = send(dataset, header + "\n" + row + "\n")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertEquals(List.of(2), reply.getList("rejections.line"));
        assertEquals(List.of(reason), reply.getList("rejections.reason"));
    }

    @Test
    void loadsWhatIsDoubtfulAndSaysSo() {
        JsonPath reply = send(
                        "segments&dryRun=true",
                        SEGMENTS + "test-01,clr,90,mandalay,muse,RAIL,N,20,,,PLANNED,2019,,,491.6,S_W_BVR\n")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertEquals(List.of(2, 2, 2, 2), reply.getList("doubts.line"));
        List<String> reasons = reply.getList("doubts.reason");
        assertTrue(reasons.contains("opened 2019, status planned"), reasons.toString());
        assertTrue(reasons.contains("20 km, great circle 491.6 km"), reasons.toString());
        assertTrue(reasons.getLast().startsWith("the segments of clr do not join: 2 pieces"), reasons.toString());
    }

    /** A degree of latitude is 111.2 km: by 0.44 and 0.46 of it Boten moves 48.9 and 51.1 km. */
    @Test
    void doubtsAPlaceThatMoves() {
        String boten =
                "boten,Boten border post,磨丁口岸,LA,Luang Namtha,border_crossing,LABTN,,%s,101.66667,survey,place,,S_W_BVR\n";

        JsonPath near = checked("locations", LOCATIONS + boten.formatted("20.72667"));
        JsonPath far = checked("locations", LOCATIONS + boten.formatted("20.70667"));

        assertEquals(List.of(), near.getList("doubts"));
        assertEquals(List.of(2), far.getList("doubts.line"));
        assertEquals(
                List.of("moves by 51 km; a place that moves by more than 50 km is another one"),
                far.getList("doubts.reason"));
    }

    /**
     * Boten, which is given another name, is 131 km from where test-place stood at first and 190 km from where it moves to.
     */
    @Test
    void doubtsOnlyPlacesThatTheFileItselfMovesFromWhereTheyWereLast() {
        String boten =
                "boten,Boten post,磨丁口岸,LA,Luang Namtha,border_crossing,LABTN,,21.16667,101.66667,survey,place,,S_W_BVR\n";
        String place = "test-place,Place,地,LA,,town,,,%s,103.0,survey,place,%s,S_W_BVR\n";
        loaded("locations", LOCATIONS + place.formatted("18.0", ""));
        JsonPath far = loaded("locations", LOCATIONS + place.formatted("20.0", "") + boten);
        JsonPath same =
                checked("locations", LOCATIONS + place.formatted("20.0", "") + boten.replace("post", "border post"));
        JsonPath near =
                checked("locations", LOCATIONS + place.formatted("20.1", "") + boten.replace("post", "border post"));
        JsonPath both =
                checked("locations", LOCATIONS + boten.replace("21.16667", "20.16667") + place.formatted("18.0", ""));

        // Two degrees of a meridian are 222.4 km, and one is 111.2.
        assertEquals(
                List.of("moves by 222 km; a place that moves by more than 50 km is another one"),
                far.getList("doubts.reason"));
        assertEquals(List.of(), same.getList("doubts"));
        assertEquals(List.of(), near.getList("doubts"));
        assertEquals(List.of(2, 3), both.getList("doubts.line"));
        assertEquals(
                List.of(
                        "moves by 111 km; a place that moves by more than 50 km is another one",
                        "moves by 222 km; a place that moves by more than 50 km is another one"),
                both.getList("doubts.reason"));
    }

    private static JsonPath checked(String dataset, String file) {
        return send(dataset + "&dryRun=true", file)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void refusesToLeaveOutWhatOtherRowsReferTo() {
        JsonPath reply = send("locations&replace=DATASET&dryRun=true", LOCATIONS + "mohan,Mohan,磨憨,CN,,town,,,,,,,,\n")
                .then()
                .statusCode(409)
                .extract()
                .jsonPath();

        assertEquals("CONFLICT", reply.getString("error.code"));
        assertTrue(reply.getString("error.message").contains("is left out, but "), reply.getString("error.message"));
    }

    @ParameterizedTest
    @CsvSource({
        "locations, locations.csv",
        "locations, locations.geojson",
        "corridors, corridors.csv",
        "segments, segments.csv",
        "segments, segments.geojson",
        "zones, zones.csv",
        "industrial_transfers, industrial-transfers.csv",
        "throughput, throughput.csv",
        "sources, sources.csv"
    })
    void findsNothingNewInWhatItExportedItself(String dataset, String export) {
        byte[] file = given().get("/export/" + export)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        JsonPath reply = given().body(file)
                .post("/releases?replace=DATASET&dryRun=true&dataset=" + dataset)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertEquals(0, reply.getInt("added"), reply.prettify());
        assertEquals(0, reply.getInt("closed"), reply.prettify());
    }

    @Test
    void loadsLocationsFromGeoJson() {
        loaded("locations", """
                {"type": "FeatureCollection", "features": [
                  {"type": "Feature", "id": "test-depot", "geometry": {"type": "Point", "coordinates": [102.6, 18.1]},
                   "properties": {"name": "Test depot", "nameZh": "测试站", "country": "LAO", "kind": "LOGISTICS_PARK",
                     "coordinatePrecision": "PLACE", "sources": ["S_W_BVR", "S_W_KBE"], "colour": "red"}}
                ]}
                """);

        JsonPath depot = Graph.data(
                        "{ location(id: \"test-depot\") { coordinates { latitude longitude } sources { id } } }")
                .setRootPath("data.location");
        assertEquals(18.1, depot.getDouble("coordinates.latitude"), 1e-9);
        assertEquals(102.6, depot.getDouble("coordinates.longitude"), 1e-9);
        assertEquals(List.of("S_W_BVR", "S_W_KBE"), depot.getList("sources.id"));
    }

    @Test
    void tellsFaultsOfGeoJsonByTheLineOfTheFeature() {
        JsonPath reply = send("locations", """
                {"type": "FeatureCollection",
                 "name": {"skipped": ["as", {"it": "is"}]},
                 "features": [
                  {"type": "Feature",
                   "id": "one", "geometry": {"type": "Polygon", "coordinates": []},
                   "properties": {"name": "One", "nameZh": "一", "country": "LAO", "kind": "TOWN", "coordinatePrecision": "PLACE"}},
                  {"type": "Feature", "id": "two", "geometry": null,
                   "properties": {"name": "Two", "nameZh": "二", "country": "LAO", "kind": "VILLAGE"}},
                  {"type": "Feature", "id": "three", "geometry": {"type": "Point", "coordinates": [18.1, 102.6]},
                   "properties": {"name": "Three", "nameZh": "三", "country": "LAO", "kind": "TOWN", "coordinatePrecision": "PLACE"}}
                 ]}
                """).then().statusCode(422).extract().jsonPath();

        assertEquals(List.of(4, 7, 9), reply.getList("rejections.line"));
        assertEquals(List.of("lat", "kind", "lat"), reply.getList("rejections.column"));
        assertTrue(
                reply.getString("rejections[0].reason")
                        .contains("geometry of the type Polygon where a Point is needed"),
                reply.getString("rejections[0].reason"));
    }

    @Test
    void tellsFaultsOfGeoJsonOnOneLineByWhichFeatureItIs() {
        JsonPath reply = send("locations", """
                {"type": "FeatureCollection", "features": [%s, %s, %s]}
                """.formatted(
                                village("one", "TOWN"), village("two", "VILLAGE"), village("three", "HAMLET")))
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertEquals(List.of(1, 1), reply.getList("rejections.line"));
        assertTrue(reply.getString("rejections[0].reason").startsWith("feature 2: "), reply.prettify());
        assertTrue(reply.getString("rejections[1].reason").startsWith("feature 3: "), reply.prettify());
    }

    /** A note with a line's end in it makes a row of two lines. */
    private static String village(String id, String kind) {
        return """
                {"type": "Feature", "id": "%s", "geometry": null, "properties":
                {"name": "A name", "nameZh": "名", "country": "LAO", "kind": "%s", "note": "Two\\nlines", "sources": ["S_W_BVR"]}}
                """.formatted(id, kind).replace("\n", " ");
    }

    /** 1,276,000 m east and 2,500,000 m north of Gauss-Krüger are no degrees. The system may stand before the features or behind. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4479"}}, "features": []  | urn:ogc:def:crs:EPSG::4479
                    "features": [], "crs": {"type": "name", "properties": {"name": "EPSG:3857"}}                   | EPSG:3857
                    "features": [{"type": "Feature", "crs": {"type": "link"}, "properties": {}}]                   | {"type":"link"}
                    """)
    void refusesAReferenceSystemOtherThanWgs84(String members, String named) {
        JsonPath reply = send("locations", "{\"type\": \"FeatureCollection\", " + members + "}")
                .then()
                .statusCode(400)
                .extract()
                .jsonPath();

        assertTrue(reply.getString("error.message").contains("'" + named + "'"), reply.getString("error.message"));
        assertTrue(reply.getString("error.hint").contains("WGS 84"), reply.getString("error.hint"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:ogc:def:crs:OGC:1.3:CRS84",
                "urn:ogc:def:crs:EPSG::4326",
                "EPSG:4326",
                "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
            })
    void takesWgs84ByItsNames(String name) {
        loaded("locations", """
                {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "%s"}}, "features": [
                  {"type": "Feature", "id": "test-depot", "geometry": {"type": "Point", "coordinates": [102.6, 18.1]},
                   "properties": {"name": "Test depot", "nameZh": "测试站", "country": "LAO", "kind": "LOGISTICS_PARK",
                     "coordinatePrecision": "PLACE", "sources": ["S_W_BVR"]}}
                ]}
                """.formatted(name));

        assertEquals(
                18.1,
                Graph.data("{ location(id: \"test-depot\") { coordinates { latitude } } }")
                        .getDouble("location.coordinates.latitude"),
                1e-9);
    }

    /**
     * Mohan (21.19079, 101.68772) and Boten (21.16667, 101.66667) are 2.682 km apart from north to south and 2.183 from east to west, 3.458 together;
     * the ends of the line are 2.9 km apart.
     */
    @Test
    void loadsSegmentsFromGeoJsonAndMeasuresTheGreatCircleBetweenThePlacesOnRecord() {
        loaded("segments", """
                {"type": "FeatureCollection", "features": [
                  {"type": "Feature", "id": "test-road",
                   "geometry": {"type": "LineString", "coordinates": [[101.68, 21.19], [101.7, 21.3], [101.66667, 21.16667]]},
                   "properties": {"corridor": "kbe", "position": 90, "from": "mohan", "to": "boten", "mode": "ROAD",
                     "name": "Mohan-Boten road", "lengthKm": 4.5, "status": "OPERATIONAL", "opened": "2008", "sources": ["S_W_KBE"]}}
                ]}
                """);

        JsonPath segment = Graph.data(
                        "{ corridor(id: \"kbe\") { segments { id lengthKm greatCircleKm sources { id } } } }")
                .setRootPath("data.corridor.segments.find { it.id == 'test-road' }");
        assertEquals(4.5, segment.getDouble("lengthKm"), 1e-9);
        assertEquals(3.5, segment.getDouble("greatCircleKm"), 1e-9);
        assertEquals(List.of("S_W_KBE"), segment.getList("sources.id"));
    }

    @Test
    void computesTheGreatCircleThatAFileDoesNotStateFromTheCoordinatesOfTheEndsAndSaysSo() {
        loaded(
                "segments",
                SEGMENTS
                        + "test-computed,kbe,90,kunming,bangkok,ROAD,Computed,1000,,,OPERATIONAL,2008,,,,S_W_KBE\n"
                        + "test-stated,kbe,91,kunming,bangkok,ROAD,Stated,1800,,,OPERATIONAL,2008,,,1275.5,S_W_KBE\n"
                        + "test-unknown,kbe,92,kunming,vientiane-south,ROAD,Unknown,,,,OPERATIONAL,2008,,,,S_W_KBE\n");

        JsonPath segments = Graph.data("""
                { corridor(id: "kbe") { segments { id greatCircleKm greatCircleComputed
                    findings { kind detail } } }
                  kunming: location(id: "kunming") { coordinates { latitude longitude } }
                  bangkok: location(id: "bangkok") { coordinates { latitude longitude } } }
                """);
        String found = "corridor.segments.find { it.id == '%s' }.";
        double km = haversine(segments, "kunming", "bangkok");
        assertEquals(km, segments.getDouble(found.formatted("test-computed") + "greatCircleKm"), 0.051);
        assertTrue(segments.getBoolean(found.formatted("test-computed") + "greatCircleComputed"));
        assertEquals(
                List.of("SHORTER_THAN_GREAT_CIRCLE"),
                segments.getList(found.formatted("test-computed") + "findings.kind"));
        assertEquals(1275.5, segments.getDouble(found.formatted("test-stated") + "greatCircleKm"), 1e-9);
        assertFalse(segments.getBoolean(found.formatted("test-stated") + "greatCircleComputed"));
        assertNull(segments.get(found.formatted("test-unknown") + "greatCircleKm"));
        assertFalse(segments.getBoolean(found.formatted("test-unknown") + "greatCircleComputed"));
    }

    /** Written here once more, so that the service is not compared with itself. */
    private static double haversine(JsonPath answer, String from, String to) {
        double[] at = new double[4];
        String[] fields = {
            from + ".coordinates.latitude",
            from + ".coordinates.longitude",
            to + ".coordinates.latitude",
            to + ".coordinates.longitude"
        };
        for (int index = 0; index < fields.length; index++) {
            at[index] = Math.toRadians(answer.getDouble(fields[index]));
        }
        double half = Math.pow(Math.sin((at[2] - at[0]) / 2), 2)
                + Math.cos(at[0]) * Math.cos(at[2]) * Math.pow(Math.sin((at[3] - at[1]) / 2), 2);
        return 2 * 6371.0088 * Math.asin(Math.sqrt(half));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    locations | {"type": "FeatureCollection"}                                | 400 | The file is no feature collection: it has no array `features`.
                    locations | {"type": "FeatureCollection", "features": [                  | 422 | Nothing was loaded: 1 fault was found.
                    zones     | {"type": "FeatureCollection", "features": []}                | 400 | The file is JSON, and zones is loaded from CSV only.
                    location  | node_id                                                      | 404 | There is no dataset 'location'.
                    """)
    void saysWhatIsWrongWithAFileThatItCannotRead(String dataset, String file, int status, String message) {
        JsonPath reply = send(dataset, file).then().statusCode(status).extract().jsonPath();

        assertTrue(reply.getString("error.message").startsWith(message), reply.getString("error.message"));
    }

    @Test
    @TestSecurity(user = "reader", roles = "viewer")
    void letsOnlyAStewardLoadAndWithdraw() {
        send("locations", LOCATIONS).then().statusCode(403);
        given().delete("/releases/1").then().statusCode(403);
        given().get("/releases?dataset=locations").then().statusCode(200);
    }

    private JsonPath loaded(String dataset, String file) {
        JsonPath reply = send(dataset, file).then().statusCode(201).extract().jsonPath();
        releases.loaded(reply.getString("release"));
        return reply;
    }

    private static Response send(String dataset, String file) {
        return given().contentType("application/octet-stream")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/releases?fileName=test.csv&dataset=" + dataset);
    }
}
