package io.lancang.gateway.http;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.request.Endpoint;
import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.MetricsPage;
import io.lancang.gateway.server.OtherSwitches;
import io.lancang.gateway.server.RawClient;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestGraph.class)
@TestProfile(OtherSwitches.class)
class BatchTest {
    private static final String LAOS = "{\"query\":\"{ partner(code: \\\"LAO\\\") { name } }\"}";
    private static final String CONVERT =
            "{\"query\":\"query($a: Decimal!) { convert(amount: $a) }\",\"variables\":{\"a\":1.50}}";

    @SuppressWarnings("NullAway.Init") // injected
    TestGraph graph;

    @TestHTTPResource(Endpoint.PATH)
    @SuppressWarnings("NullAway.Init") // injected
    URI endpoint;

    @TestHTTPResource(value = "/", management = true)
    @SuppressWarnings("NullAway.Init") // injected
    URI management;

    @Test
    void answersEachOperationInItsPlace() {
        post(" [" + LAOS + "," + CONVERT + "]")
                .statusCode(200)
                .contentType("application/json")
                .body("size()", equalTo(2))
                .body("[0].data.partner.name", equalTo("Laos"))
                .body(containsString("{\"convert\":1.50}"));
    }

    @Test
    void refusesOneOperationWithoutTheOthers() {
        post("[" + LAOS + ",{\"query\":\"{ nothing }\"},{\"query\":1}]")
                .statusCode(200)
                .body("[0]", not(hasKey("errors")))
                .body("[1].errors[0].extensions.code", equalTo("GRAPHQL_VALIDATION_FAILED"))
                .body("[2].errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }

    @Test
    void sendsNoHeadersOfSubgraphsWithSeveralAnswers() {
        graph.trade()
                .answerWith(Answers.with(
                        Map.of("X-Served-By", "trade"), graph.trade().answer()));

        post("[" + LAOS + "]").statusCode(200).header("X-Served-By", nullValue());
        graph.reset();
    }

    @Test
    void stopsWaitingForSubgraphsWhenTheClientLeaves() throws Exception {
        String abandoned = "lancang_gateway_subgraph_requests_seconds_count{outcome=\"abandoned\",subgraph=\"trade\"}";
        double before = new MetricsPage(management).value(abandoned);
        CountDownLatch arrived = new CountDownLatch(2);
        graph.trade().answerWith((request, exchange, closed) -> {
            arrived.countDown();
            Answers.silence().to(request, exchange, closed);
        });

        try (RawClient client = new RawClient(endpoint)) {
            client.send(RawClient.post("[" + LAOS + "," + CONVERT + "]"));
            assertTrue(arrived.await(10, SECONDS));
        }

        await().atMost(5, SECONDS)
                .untilAsserted(() -> assertEquals(before + 2, new MetricsPage(management).value(abandoned)));
        graph.reset();
    }

    @Test
    void refusesMoreOperationsThanAllowed() {
        post("[" + LAOS + "," + LAOS + "," + LAOS + "," + LAOS + "]")
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
                .body("errors[0].message", containsString("more than 3 operations"));
    }

    @Test
    void refusesAnswersThatAreTooLargeTogether() {
        // Each is about 1.2 KB, and 2 KB are allowed.
        StringBuilder aliases = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            aliases.append(" alias").append(100 + i).append(": __typename");
        }
        String large = "{\"query\":\"{" + aliases + " }\"}";

        // They run side by side, and the one that is ready last is too much.
        post("[" + large + "," + large + "]")
                .statusCode(200)
                .body("findAll { it.data?.alias100 == 'Query' }.size()", equalTo(1))
                .body("findAll { it.data == null }.size()", equalTo(1))
                .body("find { it.data == null }.errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"));
    }

    @Test
    void saysWhatIsWrongWithABatchThatIsNone() {
        post("[]").statusCode(400).body("errors[0].message", containsString("empty JSON array"));
        post("[1]").statusCode(400).body("errors[0].message", containsString("Element 0"));
        post("[" + LAOS).statusCode(400).body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
        post("[" + LAOS + "] x").statusCode(400).body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post(Endpoint.PATH)
                .then();
    }
}
