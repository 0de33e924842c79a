package io.lancang.corridor;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestSecurity(user = "mei", roles = "steward")
class HistoryTest extends RunningService {
    private static final String HEADER =
            "segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source\n";
    private static final String ROAD = "hi-road,kbe,91,mohan,boten,road,%s,4.5,,,operational,2008-03,,,2.9,S_W_KBE\n";

    private static final String OPENED = "%s,kbe,%d,mohan,boten,road,Road,4.5,,,%s,%s,,,2.9,S_W_KBE\n";

    private static List<Map<String, String>> changesSince(String release) {
        return Graph.data(
                        "query ($since: ID) { changes(sinceRelease: $since, first: 500) { nodes { kind subjectKind subject dataset } } }",
                        Map.of("since", release))
                .getList("changes.nodes");
    }

    @Test
    void tellsWhatReleasesAddedRevisedAndRemoved() {
        try (Releases releases = new Releases()) {
            String first = releases.load("segments", HEADER + ROAD.formatted("The road"));
            String second = releases.load("segments", HEADER + ROAD.formatted("The old road"));
            String before = String.valueOf(Long.parseLong(first) - 1);

            Map<String, String> added =
                    Map.of("kind", "ADDED", "subjectKind", "SEGMENT", "subject", "hi-road", "dataset", "segments");
            Map<String, String> revised =
                    Map.of("kind", "REVISED", "subjectKind", "SEGMENT", "subject", "hi-road", "dataset", "segments");
            assertEquals(List.of(added, revised), changesSince(before));
            assertEquals(List.of(revised), changesSince(first));
            assertEquals(List.of(), changesSince(second));

            JsonPath named = Graph.data(
                    "query ($since: ID) { changes(sinceRelease: $since) { totalCount nodes { release segment { name } corridor { id } } } }",
                    Map.of("since", before));
            assertEquals(2, named.getInt("changes.totalCount"));
            assertEquals(List.of(first, second), named.getList("changes.nodes.release"));
            assertEquals("The old road", named.getString("changes.nodes[0].segment.name"), "as it is now");
            assertNull(named.get("changes.nodes[0].corridor"));
        }
    }

    @Test
    void tellsWhatWasPublishedAfterAMoment() {
        try (Releases releases = new Releases()) {
            String first = releases.load("segments", HEADER + ROAD.formatted("The road"));
            String moment = Releases.lastMoment();
            String second = releases.load("segments", HEADER + ROAD.formatted("The old road"));
            String query = "query ($since: DateTime) { changes(since: $since, first: 500) { nodes { release } } }";

            assertEquals(
                    List.of(second), Graph.data(query, Map.of("since", moment)).getList("changes.nodes.release"));
            String before = OffsetDateTime.parse(moment).minusNanos(1_000).toString();
            assertEquals(
                    List.of(first, second),
                    Graph.data(query, Map.of("since", before)).getList("changes.nodes.release"));
        }
    }

    @Test
    void namesTheFieldsThatARevisionChanged() {
        try (Releases releases = new Releases()) {
            String first = releases.load("segments", HEADER + ROAD.formatted("The road"));
            releases.load(
                    "segments",
                    HEADER + "hi-road,kbe,92,boten,mohan,road,The road,5,,,operational,2008-03,,,2.9,S_W_KBE\n");
            String before = String.valueOf(Long.parseLong(first) - 1);

            JsonPath answer = Graph.data(
                    "query ($since: ID) { changes(sinceRelease: $since) { nodes { kind fields } } }",
                    Map.of("since", before));

            assertEquals(List.of("ADDED", "REVISED"), answer.getList("changes.nodes.kind"));
            assertEquals(List.of(), answer.getList("changes.nodes[0].fields"));
            assertEquals(List.of("from", "lengthKm", "position", "to"), answer.getList("changes.nodes[1].fields"));
        }
    }

    @Test
    void namesAFieldOfSeveralColumnsOnce() {
        String header =
                "node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source\n";
        try (Releases releases = new Releases()) {
            String first =
                    releases.load("locations", header + "hi-halt,Halt,站,LA,,town,,,18.0,103.0,survey,place,,S_W_BVR\n");
            releases.load("locations", header + "hi-halt,Stop,停,LA,,town,,,18.1,103.1,survey,place,,S_W_BVR\n");

            assertEquals(
                    List.of("coordinates", "name"),
                    Graph.data(
                                    "query ($since: ID) { changes(sinceRelease: $since) { nodes { fields } } }",
                                    Map.of("since", first))
                            .getList("changes.nodes[0].fields"));
        }
    }

    @Test
    void tellsWhatAReleaseTookAway() {
        String loaded;
        try (Releases releases = new Releases()) {
            loaded = releases.load("segments", HEADER + ROAD.formatted("The road"));
        }

        assertEquals(
                List.of(Map.of(
                        "kind", "REMOVED", "subjectKind", "SEGMENT", "subject", "hi-road", "dataset", "segments")),
                changesSince(loaded));
    }

    /** A file adds hi-new beside hi-road, which it revises; later hi-new is added again, long after it was taken away. */
    @Test
    void tellsOfEachFactOfAReleaseByItselfWhatHappenedToIt() {
        String two = HEADER + ROAD.formatted("The old road") + OPENED.formatted("hi-new", 92, "operational", "2008");
        String again;
        try (Releases releases = new Releases()) {
            String first = releases.load("segments", HEADER + ROAD.formatted("The road"));
            String second = releases.load("segments", two);
            assertEquals(List.of("ADDED hi-new", "REVISED hi-road"), toldSince(first));
            releases.withdrawLast(second);
            assertEquals(List.of("REMOVED hi-new", "REVISED hi-road"), toldSince(second));
            String withdrawal = lastRelease();
            assertEquals(List.of(), toldSince(withdrawal));

            again = releases.load("segments", HEADER + OPENED.formatted("hi-new", 92, "operational", "2008"));
            assertEquals(List.of("ADDED hi-new"), toldSince(withdrawal));
        }
        // hi-new goes first, which was loaded last.
        assertEquals(List.of("REMOVED hi-new", "REMOVED hi-road"), toldSince(again));
    }

    private static String lastRelease() {
        return given().get("/releases")
                .then()
                .statusCode(200)
                .extract()
                .path("[0].release")
                .toString();
    }

    private static List<String> toldSince(String release) {
        return changesSince(release).stream()
                .map(change -> change.get("kind") + " " + change.get("subject"))
                .toList();
    }

    /** The second file changes another field of each of the two, and the third one more of the first. */
    @Test
    void namesTheFieldsOfEachFactThatEachReleaseChanged() {
        String row = "%s,kbe,%d,mohan,boten,road,%s,%s,,,operational,2008-03,,%s,2.9,S_W_KBE\n";
        try (Releases releases = new Releases()) {
            String first = releases.load(
                    "segments",
                    HEADER + row.formatted("hi-1", 91, "One", "4", "") + row.formatted("hi-2", 92, "Two", "4", ""));
            releases.load(
                    "segments",
                    HEADER + row.formatted("hi-1", 91, "One", "5", "") + row.formatted("hi-2", 92, "Too", "4", ""));
            releases.load("segments", HEADER + row.formatted("hi-1", 91, "One", "5", "noted"));

            List<Map<String, ?>> changes = Graph.data(
                            "query ($since: ID) { changes(sinceRelease: $since) { nodes { subject fields } } }",
                            Map.of("since", first))
                    .getList("changes.nodes");

            assertEquals(
                    List.of("hi-1 [lengthKm]", "hi-2 [name]", "hi-1 [note]"),
                    changes.stream()
                            .map(change -> change.get("subject") + " " + change.get("fields"))
                            .toList());
        }
    }

    @Test
    void comesInPagesOfTheOrderOfReleases() {
        try (Releases releases = new Releases()) {
            String first = releases.load("segments", HEADER + ROAD.formatted("One"));
            releases.load("segments", HEADER + ROAD.formatted("Two"));
            String query =
                    "query ($since: ID, $after: String) { changes(sinceRelease: $since, first: 1, after: $after) {"
                            + " nodes { kind } pageInfo { endCursor hasNextPage } } }";
            String since = String.valueOf(Long.parseLong(first) - 1);

            JsonPath page = Graph.data(query, Map.of("since", since));
            assertEquals(List.of("ADDED"), page.getList("changes.nodes.kind"));
            JsonPath next =
                    Graph.data(query, Map.of("since", since, "after", page.getString("changes.pageInfo.endCursor")));
            assertEquals(List.of("REVISED"), next.getList("changes.nodes.kind"));
            assertEquals(false, next.getBoolean("changes.pageInfo.hasNextPage"));
        }
    }

    @Test
    void tellsWhatHappenedByItsRealDate() {
        JsonPath answer = Graph.data("""
                { networkEvents(from: "2025-12-01", to: "2025-12-31", first: 100) { totalCount nodes { kind earliest subjectKind subject
                    segment { id } } } }
                """).setRootPath("data.networkEvents");

        List<Map<String, ?>> nodes = answer.getList("nodes");
        List<String> listed = nodes.stream()
                .map(node -> node.get("earliest") + " " + node.get("kind") + " " + node.get("subject"))
                .toList();
        assertTrue(
                listed.containsAll(List.of(
                        "2025-12-05 OPENING nn-hanoi-02",
                        "2025-12-19 CONSTRUCTION_START lchnhp-rail-03",
                        "2025-12-25 OPENING th-la-fb5-01")),
                listed::toString);
        assertEquals(
                listed.stream().map(each -> each.substring(0, 10)).sorted().toList(),
                listed.stream().map(each -> each.substring(0, 10)).toList());
        assertEquals("th-la-fb5-01", answer.getString("nodes.find { it.subject == 'th-la-fb5-01' }.segment.id"));
    }

    /** hi-month opened in March 2008 and hi-year some day of 2008; hi-plan was to open in it, which nobody says it did. */
    @Test
    void tellsWhatCertainlyHappenedWithinTheDays() {
        try (Releases releases = new Releases()) {
            releases.load(
                    "segments",
                    HEADER
                            + OPENED.formatted("hi-month", 92, "operational", "2008-03")
                            + OPENED.formatted("hi-year", 93, "operational", "2008")
                            + OPENED.formatted("hi-plan", 94, "under construction", "2008 (planned)"));

            assertEquals(List.of("hi-month"), openedWithin("2008-01-01", "2008-06-30"));
            assertEquals(List.of("hi-year", "hi-month"), openedWithin("2008-01-01", "2008-12-31"));
        }
    }

    /**
     * hi-road opened on the first of the days, as a milestone repeats with another day, and its construction began on the last. The
     * corridor hi-built has only a date of construction; what was planned for hi-plan is not said to have happened.
     */
    @Test
    void tellsEachEventOnceFromTheFirstOfTheDaysToTheLast() {
        try (Releases releases = new Releases()) {
            releases.load("corridors", """
                    corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,key_date_event,length_km,note,source
                    hi-built,Built,建,road,LA,operational,1971-03-02,CONSTRUCTION_STARTED,,,S_W_BVR
                    hi-opened,Opened,开,road,LA,operational,1971-03-02,OPENED,,,S_W_BVR
                    """);
            releases.load(
                    "segments",
                    HEADER
                            + OPENED.formatted("hi-road", 91, "operational", "1971-03-01")
                            + OPENED.formatted("hi-plan", 92, "planned", ""));
            releases.load("milestones", """
                    subject_kind,subject_id,event,planned,earliest,latest,stated_on,note,source
                    segment,hi-road,OPENING,false,1971-03-02,1971-03-02,,,S_W_BVR
                    segment,hi-road,CONSTRUCTION_START,false,1971-03-03,1971-03-03,,,S_W_BVR
                    segment,hi-plan,CONSTRUCTION_START,true,1971-03-02,1971-03-02,,,S_W_BVR
                    """);

            List<Map<String, ?>> events = Graph.data("""
                            { networkEvents(from: "1971-03-01", to: "1971-03-03", first: 500) { nodes { kind subject earliest } } }
                            """).getList("networkEvents.nodes");

            assertEquals(
                    List.of(
                            "1971-03-01 OPENING hi-road",
                            "1971-03-02 OPENING hi-opened",
                            "1971-03-03 CONSTRUCTION_START hi-road"),
                    events.stream()
                            .map(event -> event.get("earliest") + " " + event.get("kind") + " " + event.get("subject"))
                            .toList());
        }
    }

    private static List<String> openedWithin(String from, String to) {
        return Graph.data(
                        "query ($from: Date!, $to: Date!) { networkEvents(from: $from, to: $to, first: 500) { nodes { kind subject } } }",
                        Map.of("from", from, "to", to))
                .getList("networkEvents.nodes.findAll { it.subject.startsWith('hi-') }.subject");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    changes(sinceRelease: "x") { totalCount }                                  | `sinceRelease` is 'x', which is no number of a release.
                    networkEvents(from: "2025-12-31", to: "2025-12-01") { totalCount }         | The range `networkEvents` begins on 2025-12-31 and ends before, on 2025-12-01.
                    """)
    void refusesWhatBreaksARule(String field, String message) {
        JsonPath error = Graph.error("{ " + field + " }");

        assertEquals(message, error.getString("message"));
        assertEquals("BAD_USER_INPUT", error.getString("extensions.code"));
    }
}
