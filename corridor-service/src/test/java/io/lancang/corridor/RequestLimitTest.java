package io.lancang.corridor;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.bounds.Requests;
import io.lancang.kit.fixture.Eventually;
import io.lancang.kit.fixture.LeavingClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Other limits than the usual ones, so that each is met by itself. */
@QuarkusTest
@TestProfile(RequestLimitTest.OtherLimits.class)
class RequestLimitTest extends RunningService {
    private static final String ENDLESS =
            "{ corridors(first: 500) { nodes { partners { corridors { partners { corridors"
                    + " { partners { corridors { partners { code } } } } } } } } } }";

    @Inject
    Requests requests;

    @TestHTTPResource("/graphql")
    @Nullable
    URI graph;

    /** Few rows and bytes, and values without end. */
    public static final class OtherLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "lancang.requests.rows", "600",
                    "lancang.requests.answer", "1M",
                    "lancang.requests.values", "100000000",
                    "lancang.requests.fetches", "100000000",
                    "lancang.requests.values-at-once", "100000000",
                    "lancang.requests.documents", "0",
                    "lancang.network.memory", "1K",
                    "lancang.exports.at-once", "0");
        }
    }

    @Test
    void refusesToReadMoreRows() {
        JsonPath error = Graph.error(
                "{ locations(first: 500) { nodes { corridors { segments { id } } } }"
                        + " corridors(first: 500) { nodes { segments { id } locations { id } partners { corridors { id } } } } }");
        assertEquals("LIMIT_EXCEEDED", error.getString("extensions.code"));
        assertEquals("The request reads more than 600 rows.", error.getString("message"));
    }

    /** A thread that waits for work is in the frame of what it did last, unless that is compiled. */
    @Test
    void letsGoOfWhatWasComputedWith() {
        WeakReference<Object> network = computedWith();

        Eventually.holds("the network is gone", () -> {
            System.gc();
            return network.refersTo(null);
        });
    }

    private WeakReference<Object> computedWith() {
        Object network = new Object();
        requests.compute(network::hashCode).await().atMost(Duration.ofSeconds(10));
        return new WeakReference<>(network);
    }

    @Test
    void refusesALargerAnswer() {
        JsonPath error =
                Graph.error("{ corridors(first: 5) { nodes { partners { corridors { partners { corridors { note"
                        + " statusNote name partners { corridors { note } } } } } } } } }");
        assertEquals("LIMIT_EXCEEDED", error.getString("extensions.code"));
        assertEquals("The answer is larger than 1048576 bytes.", error.getString("message"));
    }

    /** What is looked at to find them is no row of the answer, so that a network of any size has its doubts listed. */
    @Test
    void tellsDoubtsWhateverNumberOfSegmentsIsLookedAt() {
        JsonPath answer = Graph.data("{ a: networkFindings(kinds: [CORRIDOR_IN_PIECES]) { subject }"
                + " b: networkFindings(kinds: [CORRIDOR_IN_PIECES]) { subject }"
                + " c: networkFindings(kinds: [CORRIDOR_IN_PIECES]) { subject }"
                + " d: networkFindings(kinds: [CORRIDOR_IN_PIECES]) { subject } }");
        assertTrue(answer.getList("d.subject").contains("cmec"));
    }

    @Test
    void refusesANetworkThatFindsNoRoomBeforeItIsRead() {
        JsonPath error = Graph.error("{ routes(from: \"kunming\", to: \"vientiane\") { complete } }");
        assertEquals("LIMIT_EXCEEDED", error.getString("extensions.code"));
        assertTrue(
                error.getString("message")
                        .matches(
                                "The network of \\d+ locations and \\d+ segments needs \\d{5} bytes of memory; 1024 are"
                                        + " allowed\\."),
                error::prettify);
        assertEquals(
                "The service's operator may set `lancang.network.memory` to 1M or more, and give the process as much more heap.",
                error.getString("extensions.hint"));
    }

    @Test
    void parsesDocumentsAnewThatItDoesNotKeep() {
        String query = "{ corridor(id: \"clr\") { id } }";
        assertEquals(
                Graph.data(query).getString("corridor.id"), Graph.data(query).getString("corridor.id"));
    }

    @Test
    void refusesAFileWhileOthersAreSent() {
        given().get("/export/corridors.csv")
                .then()
                .statusCode(503)
                .body("errors[0].extensions.code", equalTo("UNAVAILABLE"))
                .body("errors[0].message", equalTo("This service sends 0 files at a time, and does so now."));
    }

    @Test
    void endsTheWorkForAClientThatLeaves() {
        try (LeavingClient leaving =
                new LeavingClient(HttpClient.Version.HTTP_1_1, Objects.requireNonNull(graph), ENDLESS)) {
            Eventually.holds("the work has begun", () -> requests.values() > 10_000);
            leaving.leave();
            Eventually.holds("the work has ended", () -> requests.values() == 0);
        }
    }
}
