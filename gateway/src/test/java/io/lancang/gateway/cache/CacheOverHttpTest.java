package io.lancang.gateway.cache;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.server.MetricsPage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(CachedGraph.class)
class CacheOverHttpTest {
    private static final String QUERY = "{ train(id: \"1\") { cargo } }";

    @SuppressWarnings("NullAway.Init") // injected
    CachedGraph graph;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @BeforeEach
    void beginWithNothingKept() {
        graph.reset();
        invalidate("{\"subgraph\":\"freight\"}").then().statusCode(200);
        invalidate("{\"subgraph\":\"trains\"}").then().statusCode(200);
        await("the events").until(this::isKept);
        invalidate("{\"subgraph\":\"freight\"}").then().statusCode(200);
        invalidate("{\"subgraph\":\"trains\"}").then().statusCode(200);
    }

    /** Whether a second request is answered without asking. */
    private boolean isKept() {
        cargo();
        int before = graph.asked();
        cargo();
        return graph.asked() == before;
    }

    @Test
    void asksSubgraphsOnce() {
        int before = graph.asked();

        assertEquals("durian", cargo());
        assertEquals("durian", cargo());

        assertEquals(before + 2, graph.asked());
    }

    @Test
    void tellsClientsHowLongTheAnswerCounts() {
        graph.headers().put("Age", "7");

        post(QUERY)
                .header("Cache-Control", "public, max-age=1000")
                .header("Age", "7")
                .header("Vary", "accept, authorization, x-person")
                .header("ETag", nullValue());
    }

    @Test
    void answersAGetWithAnETagAndNotAgainToWhoeverHasIt() {
        String tag = get(request())
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .extract()
                .header("ETag");

        get(request().header("If-None-Match", "\"another\", " + tag))
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .header("Cache-Control", equalTo("public, max-age=1000"))
                .body(equalTo(""));
        get(request().header("If-None-Match", "\"another\"")).then().statusCode(200);
        graph.load("rice");
        invalidate("{\"tags\":[\"cargo\"]}").then().statusCode(200);
        String other = get(request().header("If-None-Match", tag))
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        assertNotEquals(tag, other);
    }

    @Test
    void tellsTheClientToKeepNothingOfAnAnswerWithErrors() {
        graph.fail();

        post(QUERY).header("Cache-Control", "no-store").header("ETag", nullValue());
    }

    @Test
    void tellsClientsOfAnAnswerThatNeverChanges() {
        graph.headers().put("Cache-Control", "max-age=1000, immutable");

        post(QUERY).header("Cache-Control", "public, max-age=1000, immutable");
        post(QUERY).header("Cache-Control", "public, max-age=1000, immutable");
    }

    @Test
    void letsNobodyElseKeepAnAnswerThatHasHeadersOfSubgraphs() {
        graph.headers().put("X-Served-By", "a");

        post(QUERY).header("X-Served-By", "a").header("Cache-Control", "private, max-age=1000");
        post(QUERY).header("X-Served-By", nullValue()).header("Cache-Control", "public, max-age=1000");
    }

    @Test
    void tellsTheClientToKeepNothingIfOnePartSaysNothing() {
        graph.headers().remove("Cache-Control");

        post(QUERY).header("Cache-Control", "no-store");
    }

    @Test
    void saysNothingOfAMutationNorOfWhatAsksNoSubgraph() {
        post("mutation { announce(id: \"1\") { id } }").header("Cache-Control", nullValue());
        post("{ __typename }").header("Cache-Control", nullValue());
    }

    @Test
    void keepsWhatIsSaidToSomebodyWithATokenForThatOne() {
        given().contentType("application/json")
                .header("Authorization", "Bearer x")
                .body("{\"query\":\"" + QUERY.replace("\"", "\\\"") + "\"}")
                .post("/graphql")
                .then()
                .header("Cache-Control", "private, max-age=1000");
    }

    @Test
    void givesOldAnswersWithAWarningWhileASubgraphIsDown() {
        graph.headers().put("Cache-Control", "max-age=1, stale-if-error=1000");
        cargo();
        graph.fail();

        await().untilAsserted(() -> post(QUERY)
                .body("data.train.cargo", equalTo("durian"))
                .body("extensions.warnings[0].code", equalTo("STALE"))
                .body("extensions.warnings[0].subgraph", equalTo("freight")));
    }

    @Test
    void hearsOfEventsThatMakeAnswersInvalid() {
        cargo();
        graph.load("rice");
        assertEquals("durian", cargo());

        graph.arrive();

        await().until(() -> cargo().equals("rice"));
    }

    @Test
    void trustsNothingOfASubgraphWhoseEventsItDoesNotHear() {
        cargo();
        int before = graph.asked();

        graph.breakOff();

        await("asked anew").until(() -> {
            cargo();
            return graph.asked() > before;
        });
        await("kept again").until(this::isKept);
    }

    @Test
    void takesInvalidationsFromWhoeverHasTheToken() {
        URI path = management.resolve("/cache/invalidate");

        given().body("{\"tags\":[\"cargo\"]}")
                .post(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("UNAUTHENTICATED"));
        given().header("Authorization", "Bearer another")
                .body("{}")
                .post(path)
                .then()
                .statusCode(401);
        invalidate("{\"tags\":[\"a\",\"b\"]}").then().statusCode(200).body("invalidated", equalTo(2));
        for (String wrong : new String[] {"", "[]", "{}", "{\"tags\":\"cargo\"}", "{\"tags\":[1]}", "{\"tag\":[]}"}) {
            invalidate(wrong).then().statusCode(400).body("code", equalTo("BAD_USER_INPUT"));
        }
    }

    @Test
    void dropsOnlyWhatWasNamed() {
        cargo();
        int before = graph.asked();

        invalidate("{\"tags\":[\"another\"]}").then().statusCode(200);
        cargo();
        assertEquals(before, graph.asked());
        invalidate("{\"type\":\"Train\"}").then().statusCode(200);
        cargo();
        assertEquals(before + 1, graph.asked());
    }

    @Test
    void hasNoSuchCallWhereClientsAre() {
        given().header("Authorization", "Bearer " + CachedGraph.TOKEN)
                .body("{\"tags\":[\"cargo\"]}")
                .post("/cache/invalidate")
                .then()
                .statusCode(404);
    }

    @Test
    void countsWhatItDoes() {
        MetricsPage metrics = new MetricsPage(management);
        String hits = "lancang_gateway_cache_parts_total{result=\"hit\",subgraph=\"freight\"}";
        String misses = "lancang_gateway_cache_parts_total{result=\"miss\",subgraph=\"freight\"}";
        double hitsBefore = metrics.value(hits);
        double missesBefore = metrics.value(misses);

        cargo();
        cargo();

        assertEquals(hitsBefore + 1, metrics.value(hits));
        assertEquals(missesBefore + 1, metrics.value(misses));
        assertTrue(metrics.value("lancang_gateway_cache_size") > 0);
        assertTrue(metrics.value("lancang_gateway_cache_memory_bytes") > 0);
    }

    private static RequestSpecification request() {
        return given().header("Lancang-Require-Preflight", "1");
    }

    private static Response get(RequestSpecification request) {
        return request.queryParam("query", QUERY).get("/graphql");
    }

    private static String cargo() {
        return post(QUERY).extract().path("data.train.cargo");
    }

    private static ValidatableResponse post(String query) {
        return given().contentType("application/json")
                .body("{\"query\":\"" + query.replace("\"", "\\\"") + "\"}")
                .post("/graphql")
                .then()
                .statusCode(200);
    }

    private Response invalidate(String body) {
        return given().header("Authorization", "Bearer " + CachedGraph.TOKEN)
                .body(body)
                .post(management.resolve("/cache/invalidate"));
    }
}
