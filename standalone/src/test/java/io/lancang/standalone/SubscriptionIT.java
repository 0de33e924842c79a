package io.lancang.standalone;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client that subscribes through the gateway hears of what is loaded into the services meanwhile. */
class SubscriptionIT {
    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    private final Steward steward = new Steward(SET);

    @AfterEach
    void theOtherTestsFindWhatShips() throws IOException {
        steward.withdrawAll();
    }

    @Test
    void tellsOfAReleaseThatIsLoadedWhileAClientIsSubscribed() throws Exception {
        try (EventStream stream = subscribe("subscription { releasePublished(dataset: \"un_comtrade\")"
                + " { datasetId fileName rows dataset { title } } }")) {
            JsonPath published = stream.eventOf(attempt -> steward.load(
                            "trade",
                            "un_comtrade",
                            "laos.csv",
                            "period,partner,flow,currency,amount,reporter\n2023,LAO,EXPORT,USD," + attempt + ",THA\n"))
                    .setRootPath("data.releasePublished");

            assertEquals("un_comtrade", published.getString("datasetId"));
            assertEquals("laos.csv", published.getString("fileName"));
            assertEquals(1, published.getInt("rows"));
            assertNotNull(published.getString("dataset.title"));
        }
    }

    @Test
    void tellsOfACorridorThatAFileAndItsWithdrawalChangeWithTheNamesThatTheOtherServiceKnows() throws Exception {
        try (EventStream stream = subscribe("subscription { corridorChanged(id: \"kbe\") { corridorId parts dataset"
                + " corridor { name segments { id } partners { code name } } } }")) {
            JsonPath loaded = stream.eventOf(attempt -> steward.load("corridor", "segments", "road.csv", road(attempt)))
                    .setRootPath("data.corridorChanged");

            assertEquals("kbe", loaded.getString("corridorId"));
            assertEquals(List.of("SEGMENTS"), loaded.getList("parts"));
            assertEquals("segments", loaded.getString("dataset"));
            assertTrue(loaded.getList("corridor.segments.id").contains("test-road"));
            assertEquals(List.of("CHN", "LAO", "THA"), loaded.getList("corridor.partners.code"));
            assertEquals("Thailand", loaded.getString("corridor.partners.find { it.code == 'THA' }.name"));

            steward.withdrawAll();
            JsonPath reply = stream.next();
            while (reply.getList("data.corridorChanged.corridor.segments.id").contains("test-road")) {
                reply = stream.next();
            }
        }
    }

    @Test
    void tellsOfAFactThatAStewardGivesThroughTheGateway() throws Exception {
        try (EventStream stream = subscribe("subscription { corridorChanged(id: \"hav-khu\") { parts dataset"
                + " corridor { throughput(metric: CARGO) { value unit sources { id } } } } }")) {
            long value = System.nanoTime() % 1_000_000_000;

            JsonPath reply = stream.eventOf(attempt -> SET.askAs(steward.token(), cargo(value + attempt))
                            .body("errors", nullValue())
                            .body("data.recordThroughput.sources.id", is(List.of("S_HAVKHU"))))
                    .setRootPath("data.corridorChanged");

            assertEquals(List.of("THROUGHPUT"), reply.getList("parts"));
            assertEquals("single_facts", reply.getString("dataset"));
            assertEquals(List.of("t"), reply.getList("corridor.throughput.unit"), "revised, not doubled");
        }
    }

    /** The gap between the two connections is where an event would be lost: two changes are made in it. */
    @Test
    void losesNoChangeOfACorridorBetweenTwoConnections() throws Exception {
        String subscription =
                "subscription($after: ID) { corridorChanged(id: \"kbe\", after: $after) { cursor release parts } }";
        String last;
        try (EventStream stream = subscribe(subscription)) {
            JsonPath seen = stream.eventOf(attempt -> steward.load("corridor", "segments", "road.csv", road(attempt)));
            last = seen.getString("data.corridorChanged.cursor");
            assertEquals(seen.getString("data.corridorChanged.release") + ":kbe", last);
            assertEquals(last, stream.lastId());
        }
        // The same file with other lengths, one release each.
        steward.load("corridor", "segments", "road.csv", road(200));
        steward.load("corridor", "segments", "road.csv", road(201));

        try (EventStream stream = EventStream.behind(SET.running().gatewayUrl(), subscription, last)) {
            JsonPath first = stream.next().setRootPath("data.corridorChanged");
            assertTrue(release(first) > Long.parseLong(last.substring(0, last.indexOf(':'))), "not what was seen");
            JsonPath second = stream.next().setRootPath("data.corridorChanged");
            assertTrue(release(second) > release(first));
            assertEquals(second.getString("cursor"), stream.lastId());
        }
    }

    @Test
    void losesNoReleaseOfTradeBetweenTwoConnections() throws Exception {
        String subscription =
                "subscription($seen: ID) { published: releasePublished(dataset: \"un_comtrade\", after: $seen)"
                        + " { place: cursor release } }";
        String last;
        try (EventStream stream = subscribe(subscription)) {
            JsonPath seen = stream.eventOf(attempt -> steward.load("trade", "un_comtrade", "laos.csv", laos(attempt)))
                    .setRootPath("data.published");
            last = seen.getString("place");
            assertEquals(seen.getString("release"), last);
            assertEquals(last, stream.lastId());
        }
        steward.load("trade", "un_comtrade", "laos.csv", laos(200));
        steward.load("trade", "un_comtrade", "laos.csv", laos(201));

        try (EventStream stream = EventStream.behind(SET.running().gatewayUrl(), subscription, last)) {
            JsonPath first = stream.next().setRootPath("data.published");
            assertTrue(release(first) > Long.parseLong(last), "not what was seen");
            assertTrue(release(stream.next().setRootPath("data.published")) > release(first));
        }
    }

    /** The form of an id is the service's: what it cannot read it refuses, and the stream ends. */
    @Test
    void refusesAnIdThatNoEventOfTheServiceHas() throws Exception {
        try (EventStream stream = EventStream.behind(
                SET.running().gatewayUrl(),
                "subscription($after: ID) { corridorChanged(after: $after) { cursor } }",
                "yesterday")) {
            JsonPath refused = stream.next();
            assertEquals("BAD_USER_INPUT", refused.getString("errors[0].extensions.code"));
            assertTrue(refused.getString("errors[0].message").contains("yesterday"));
        }
    }

    private static long release(JsonPath event) {
        return Long.parseLong(event.getString("release"));
    }

    private static String laos(int amount) {
        return "period,partner,flow,currency,amount,reporter\n2023,LAO,EXPORT,USD," + amount + ",THA\n";
    }

    @Test
    void refusesAFactWithoutATokenAndSaysWhatIsNeeded() {
        SET.ask(cargo(1))
                .body("data", nullValue())
                .body("errors[0].extensions.code", is("UNAUTHENTICATED"))
                .body("errors[0].extensions.service", is("corridor"))
                .body("errors[0].extensions.hint", notNullValue());
    }

    private static EventStream subscribe(String subscription) {
        return EventStream.of(SET.running().gatewayUrl(), subscription);
    }

    private static String cargo(long value) {
        return """
                mutation { recordThroughput(throughput: {corridor: "hav-khu", metric: CARGO, periodStart: "2024-01-01",
                  periodEnd: "2024-12-31", value: %d, unit: "t", basis: PERIOD, source: "S_HAVKHU"}) {
                  value sources { id } } }
                """.formatted(value);
    }

    private static String road(int attempt) {
        return """
                segment_id,corridor_id,seq,from_node,to_node,mode,name,length_km,spec,capacity,status,opened,cost,note,great_circle_km,source
                test-road,kbe,90,mohan,boten,ROAD,Mohan-Boten road,%d,,,OPERATIONAL,2008,,,2.9,S_W_KBE
                """.formatted(3 + attempt);
    }
}
