package io.lancang.gateway.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.net.httpserver.Headers;
import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The rules of {@link TestGraph}, with real subgraphs and clients. */
@QuarkusTest
@WithTestResource(TestGraph.class)
class HeaderRulesOverHttpTest {
    private static final String BOTH = "{\"query\":\"{ partner(code: \\\"LAO\\\") { name corridors { name } } }\"}";

    @SuppressWarnings("NullAway.Init") // injected
    TestGraph graph;

    @AfterEach
    void resetGraph() {
        graph.reset();
    }

    @Test
    void sendsEachSubgraphWhatItsRulesSay() {
        graph.reset();
        ask(given().header("X-Person", "a")
                        .header("X-Trial-Price", "new")
                        .header("X-Router", "forged")
                        .header("X-Unknown", "b"))
                .body("data.partner.name", equalTo("Laos"));

        Headers trade = graph.trade().received().getFirst().headers();
        assertEquals(List.of("a"), trade.get("X-Subject"));
        assertEquals(List.of("new"), trade.get("X-Trial-Price"));
        assertFalse(trade.containsKey("X-Person"));
        assertFalse(trade.containsKey("X-Router"));
        assertFalse(trade.containsKey("X-Unknown"));
        Headers corridor = graph.corridor().received().getFirst().headers();
        assertEquals(List.of("Lancang"), corridor.get("X-Router"));
        assertEquals(List.of("new"), corridor.get("X-Trial-Price"));
        assertFalse(corridor.containsKey("X-Subject"));
    }

    @Test
    void sendsClientsHeadersOfAllAnswersInTheOrderInWhichTheyArrive() {
        serveBy();

        ValidatableResponse answer = ask(given());

        assertEquals(
                List.of("trade-1", "corridor-1"), answer.extract().headers().getValues("X-Served-By"));
        answer.header("X-Hidden", nullValue());
    }

    @Test
    void sendsNoneWithAnswersInParts() {
        serveBy();

        given().contentType("application/json")
                .accept("multipart/mixed;deferSpec=20220824, application/json")
                .body("{\"query\":\"{ partner(code: \\\"LAO\\\") { name ... @defer { corridors { name } } } }\"}")
                .post("/graphql")
                .then()
                .statusCode(200)
                .header("X-Served-By", nullValue());
    }

    private void serveBy() {
        graph.trade()
                .answerWith(Answers.with(
                        Map.of("X-Served-By", "trade-1", "X-Hidden", "a"),
                        graph.trade().answer()));
        graph.corridor()
                .answerWith(Answers.with(
                        Map.of("X-Served-By", "corridor-1"), graph.corridor().answer()));
    }

    private static ValidatableResponse ask(RequestSpecification client) {
        return client.contentType("application/json")
                .body(BOTH)
                .post("/graphql")
                .then()
                .statusCode(200);
    }
}
