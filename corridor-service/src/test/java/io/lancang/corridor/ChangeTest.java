package io.lancang.corridor;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.Eventually;
import io.lancang.kit.fixture.GraphSubscriber;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What subscribers receive, over a WebSocket. */
@QuarkusTest
@TestSecurity(user = "mei", roles = "steward")
class ChangeTest extends RunningService {
    private static final String FIELDS =
            "{ corridorId parts dataset release corridor { name segments { id } partners { code } } }";
    private static final String ROAD = """
            segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
            test-road,kbe,90,mohan,boten,ROAD,Mohan-Boten road,4.5,,,OPERATIONAL,2008,,,2.9,S_W_KBE
            """;

    @TestHTTPResource("/graphql")
    @Nullable
    URI graph;

    @Inject
    DataSource database;

    @Inject
    MeterRegistry metrics;

    @Test
    void tellsOfAFileAndOfItsWithdrawalWithTheCorridorAsItIsThen() throws SQLException {
        try (GraphSubscriber subscriber = subscriber("subscription { corridorChanged " + FIELDS + " }")) {
            int before = segmentsOf("kbe");

            String release = load(ROAD);
            JsonPath loaded = JsonPath.from(subscriber.next()).setRootPath("payload.data.corridorChanged");
            assertEquals("kbe", loaded.getString("corridorId"));
            assertEquals(List.of("SEGMENTS"), loaded.getList("parts"));
            assertEquals("segments", loaded.getString("dataset"));
            assertEquals(release, loaded.getString("release"));
            assertEquals(before + 1, loaded.getList("corridor.segments").size());

            given().delete("/releases/" + release).then().statusCode(200);
            JsonPath withdrawn = JsonPath.from(subscriber.next()).setRootPath("payload.data.corridorChanged");
            assertEquals("kbe", withdrawn.getString("corridorId"));
            assertEquals(before, withdrawn.getList("corridor.segments").size(), "not what the first event showed");
        }
    }

    @Test
    void tellsOfAReleaseThatChangesNoCorridor() throws SQLException {
        String query = "subscription { networkReleased { release datasetId withdraws publishedAt } }";
        try (GraphSubscriber subscriber = subscriber(query)) {
            String release = load("zones", """
                    zone_id,name_en,name_zh,kind,node_id,date,note,area_km2,source
                    ruili-park,Ruili park,瑞丽园区,industrial_park,muse,,,12,S_W_BVR
                    """);
            JsonPath reply = JsonPath.from(subscriber.next()).setRootPath("payload.data.networkReleased");
            assertEquals(release, reply.getString("release"));
            assertEquals("zones", reply.getString("datasetId"));
            assertNull(reply.get("withdraws"));

            given().delete("/releases/" + release).then().statusCode(200);
            JsonPath withdrawn = JsonPath.from(subscriber.next()).setRootPath("payload.data.networkReleased");
            assertEquals(release, withdrawn.getString("withdraws"));
        }
    }

    @Test
    void tellsOfOneCorridorOnlyWhereOneIsNamed() throws SQLException {
        try (GraphSubscriber subscriber =
                subscriber("subscription { corridorChanged(id: 'clr') { corridorId parts } }")) {
            given().delete("/releases/" + load(ROAD)).then().statusCode(200);
            String release = load("locations", """
                    node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source
                    mohan,Mohan port,磨憨口岸,CN,Yunnan,border_crossing,CNMHN,,21.2,101.7,survey,place,,
                    """);

            JsonPath reply = JsonPath.from(subscriber.next()).setRootPath("payload.data.corridorChanged");
            assertEquals("clr", reply.getString("corridorId"));
            assertEquals(List.of("LOCATIONS"), reply.getList("parts"));
            given().delete("/releases/" + release).then().statusCode(200);
        }
    }

    @Test
    void forgetsSubscribersWhoLeaveBeforeTheirSubscriptionBegins() {
        for (int subscriber = 0; subscriber < 200; subscriber++) {
            new GraphSubscriber(Objects.requireNonNull(graph), "subscription { corridorChanged { corridorId } }")
                    .close();
        }
        Eventually.holds("no subscription is under way for nobody", () -> subscriptions() == 0);
    }

    /** What counts them is there from the first one on. */
    private double subscriptions() {
        Gauge subscribers = metrics.find("lancang.events.subscribers").gauge();
        return subscribers == null ? 0 : subscribers.value();
    }

    /** The first release came while nobody listened, as between two connections. */
    @Test
    void beginsAfterTheLastReleaseThatWasSeenAndNamesTheSegments() throws SQLException {
        String missed = load(ROAD);
        String seen = String.valueOf(Long.parseLong(missed) - 1);
        try (GraphSubscriber subscriber = new GraphSubscriber(
                Objects.requireNonNull(graph),
                "subscription { corridorChanged(after: '" + seen
                        + "') { corridorId release segments segmentCount } }")) {
            JsonPath first = JsonPath.from(subscriber.next()).setRootPath("payload.data.corridorChanged");
            assertEquals(missed, first.getString("release"));
            assertEquals(List.of("test-road"), first.getList("segments"));
            assertEquals(1, first.getInt("segmentCount"));

            given().delete("/releases/" + missed).then().statusCode(200);
            JsonPath next = JsonPath.from(subscriber.next()).setRootPath("payload.data.corridorChanged");
            assertTrue(Long.parseLong(next.getString("release")) > Long.parseLong(missed));
            assertEquals(List.of("test-road"), next.getList("segments"));
        }
    }

    /** Of a release that changes several corridors a client may have seen some when its connection breaks. */
    @Test
    void goesOnWithinAReleaseBehindTheChangeThatWasSeen() {
        String release = load("locations", """
                node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source
                mohan,Mohan port,磨憨口岸,CN,Yunnan,border_crossing,CNMHN,,21.2,101.7,survey,place,,
                """);
        String before = String.valueOf(Long.parseLong(release) - 1);
        try (GraphSubscriber whole = after(before)) {
            JsonPath first = change(whole);
            JsonPath second = change(whole);
            assertEquals(release, second.getString("release"), "the file changes two corridors at least");
            assertEquals(release + ":" + first.getString("corridorId"), first.getString("cursor"));

            try (GraphSubscriber resumed = after(first.getString("cursor"))) {
                assertEquals(second.getString("cursor"), change(resumed).getString("cursor"));
            }
            // Nothing of what a cursor does not name can have been seen.
            try (GraphSubscriber all = after(release + ":no-such")) {
                assertEquals(first.getString("cursor"), change(all).getString("cursor"));
            }
            try (GraphSubscriber later = after(release)) {
                given().delete("/releases/" + release).then().statusCode(200);
                assertTrue(Long.parseLong(change(later).getString("release")) > Long.parseLong(release));
            }
        }
    }

    private GraphSubscriber after(String cursor) {
        return new GraphSubscriber(
                Objects.requireNonNull(graph),
                "subscription { corridorChanged(after: '" + cursor + "') { corridorId release cursor } }");
    }

    private static JsonPath change(GraphSubscriber subscriber) {
        return JsonPath.from(subscriber.next()).setRootPath("payload.data.corridorChanged");
    }

    @Test
    void tellsOfReleasesAfterTheLastOneThatWasSeen() {
        String missed = load(ROAD);
        given().delete("/releases/" + missed).then().statusCode(200);
        try (GraphSubscriber subscriber = new GraphSubscriber(
                Objects.requireNonNull(graph),
                "subscription { networkReleased(after: '" + missed + "') { withdraws cursor } }")) {
            JsonPath reply = JsonPath.from(subscriber.next()).setRootPath("payload.data.networkReleased");
            assertEquals(missed, reply.getString("withdraws"));
            assertTrue(Long.parseLong(reply.getString("cursor")) > Long.parseLong(missed));
        }
    }

    @Test
    void tellsThatACorridorBelongsToAProgrammeNoLonger() throws SQLException {
        long before = SingleFacts.last(database);
        try {
            Graph.data("""
                    mutation { addProgramme(corridor: "kbe", programme: NEW_LAND_SEA_TRADE_CORRIDOR, why: "a plan of 2026",
                      source: "S_W_BVR") { id } }
                    """);
            long added = SingleFacts.last(database);
            Graph.data("""
                    mutation { endProgramme(corridor: "kbe", programme: NEW_LAND_SEA_TRADE_CORRIDOR, source: "S_W_BVR") { id } }
                    """);
            // What comes behind it, so that an event that is missing is seen at once.
            String road = load(ROAD);
            try (GraphSubscriber subscriber = new GraphSubscriber(
                    Objects.requireNonNull(graph),
                    "subscription { corridorChanged(after: '" + added + "') { corridorId release parts } }")) {
                JsonPath ended = change(subscriber);
                assertEquals("kbe", ended.getString("corridorId"));
                assertEquals(List.of("CORRIDOR"), ended.getList("parts"));
                assertEquals(road, change(subscriber).getString("release"));
            }
            given().delete("/releases/" + road).then().statusCode(200);
        } finally {
            // The road stays known: loads of other tests, which were withdrawn, name it as well.
            SingleFacts.takeBackSince(database, before, List.of());
        }
    }

    /** Corridor ca leads from A to B, cb from B to C and back, and cd from D to E: of what is between D and E no file says anything new. */
    @Test
    void tellsOfEachReleaseWhatItChangedOfWhichCorridorAndOfNoOther() {
        String corridors = """
                corridor_id,name_en,name_zh,mode,countries_iso2,status,key_date,length_km,note,source
                ca,%s,甲,road,LA,operational,,,,S_W_BVR
                """;
        String locations = """
                node_id,name_en,name_zh,country_iso2,admin1,kind,unlocode,iata,lat,lon,coord_source,coord_precision,note,source
                ch-b,%s,乙,LA,,town,,,,,,,,S_W_BVR
                """;
        String segments = """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
                cb-2,cb,2,ch-c,ch-b,road,%1$s,,,,operational,,,,,S_W_BVR
                cb-1,cb,1,ch-b,ch-c,road,%1$s,,,,operational,,,,,S_W_BVR
                ca-1,ca,1,ch-a,ch-b,road,%1$s,,,,operational,,,,,S_W_BVR
                """;
        try (Releases releases = new Releases()) {
            releases.load("corridors", corridors.formatted("Old") + """
                    cb,B,乙,road,LA,operational,,,,S_W_BVR
                    cd,D,丁,road,LA,operational,,,,S_W_BVR
                    """);
            releases.load("locations", locations.formatted("Old") + """
                    ch-a,A,甲,LA,,town,,,,,,,,S_W_BVR
                    ch-c,C,丙,LA,,town,,,,,,,,S_W_BVR
                    ch-d,D,丁,LA,,town,,,,,,,,S_W_BVR
                    ch-e,E,戊,LA,,town,,,,,,,,S_W_BVR
                    """);
            String before = releases.load("segments", segments.formatted("Old") + """
                    cd-1,cd,1,ch-d,ch-e,road,Old,,,,operational,,,,,S_W_BVR
                    """);

            releases.load("corridors", corridors.formatted("New"));
            releases.load("locations", locations.formatted("New"));
            releases.load("segments", segments.formatted("New"));
            releases.load("throughput", """
                    subject_kind,subject_id,metric,period_start,period_end,value,unit,basis,note,source
                    corridor,cb,cargo,2023-01-01,2023-12-31,5,t,period,,S_W_BVR
                    node,ch-d,cargo,2023-01-01,2023-12-31,5,t,period,,S_W_BVR
                    """);
            // What comes behind the others, so that one too many is seen at once.
            releases.load("corridors", corridors.formatted("Newest"));

            try (GraphSubscriber subscriber = new GraphSubscriber(
                    Objects.requireNonNull(graph),
                    "subscription { corridorChanged(after: '" + before
                            + "') { corridorId dataset parts segments segmentCount } }")) {
                List<String> told = new ArrayList<>();
                for (int event = 0; event < 7; event++) {
                    JsonPath change = change(subscriber);
                    told.add(change.getString("dataset") + " " + change.getString("corridorId") + " "
                            + change.getList("parts") + " " + change.getList("segments") + " "
                            + change.getInt("segmentCount"));
                }
                assertEquals(
                        List.of(
                                "corridors ca [CORRIDOR] [] 0",
                                "locations ca [LOCATIONS] [] 0",
                                "locations cb [LOCATIONS] [] 0",
                                "segments ca [SEGMENTS] [ca-1] 1",
                                "segments cb [SEGMENTS] [cb-1, cb-2] 2",
                                "throughput cb [THROUGHPUT] [] 0",
                                "corridors ca [CORRIDOR] [] 0"),
                        told);
            }
        }
    }

    @Test
    void refusesAnAfterThatIsNoRelease() {
        try (GraphSubscriber subscriber = new GraphSubscriber(
                Objects.requireNonNull(graph), "subscription { corridorChanged(after: 'x') { corridorId } }")) {
            String answer = subscriber.next();

            assertTrue(answer.contains("BAD_USER_INPUT"), answer);
        }
    }

    @Test
    void refusesACorridorThatDoesNotExistWithTheNearest() {
        try (GraphSubscriber subscriber = new GraphSubscriber(
                Objects.requireNonNull(graph), "subscription { corridorChanged(id: 'clrr') { corridorId } }")) {
            String answer = subscriber.next();

            assertTrue(answer.contains("NOT_FOUND"), answer);
            assertTrue(answer.contains("clr ("), answer);
        }
    }

    private GraphSubscriber subscriber(String subscription) {
        // The service learns late that a client of the test before has gone, and what listened for that one must not be
        // taken for this one's: what is published before this one's begins is never sent.
        Eventually.holds("no earlier subscription is under way", () -> subscriptions() == 0 && !isListening());
        GraphSubscriber subscriber = new GraphSubscriber(Objects.requireNonNull(graph), subscription);
        Eventually.holds("the subscription listens", () -> subscriptions() == 1 && isListening());
        return subscriber;
    }

    private boolean isListening() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select exists (select from pg_stat_activity"
                        + " where state = 'idle' and query = 'listen release_published')")) {
            found.next();
            return found.getBoolean(1);
        }
    }

    private static int segmentsOf(String corridor) {
        return Graph.data("{ corridor(id: \"" + corridor + "\") { segments { id } } }")
                .getList("corridor.segments")
                .size();
    }

    private static String load(String segments) {
        return load("segments", segments);
    }

    private static String load(String dataset, String file) {
        return given().contentType("application/octet-stream")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/releases?dataset=" + dataset)
                .then()
                .statusCode(201)
                .extract()
                .path("release");
    }
}
