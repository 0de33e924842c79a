package io.lancang.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.Hurried;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestGraph.class)
@TestProfile(Hurried.class)
class DeadlineTest {
    @SuppressWarnings("NullAway.Init") // injected
    TestGraph graph;

    @Test
    void answersAtTheDeadlineWithWhatIsThere() {
        // What is done once, such as loading classes, may take longer than a request may on a busy machine.
        ask().statusCode(200);
        graph.corridor().answerWith(Answers.silence());

        ask().statusCode(200)
                .body("data.partners.name", contains("Laos", "Viet Nam"))
                .body("data.partners[0].corridors", nullValue())
                .body("errors[0].extensions.code", equalTo("TIMEOUT"))
                .body("errors[0].message", containsString("Subgraph \"corridor\" did not answer"));
        graph.reset();
    }

    private static ValidatableResponse ask() {
        return given().contentType("application/json")
                .body("{\"query\":\"{ partners { name corridors { name } } }\"}")
                .post("/graphql")
                .then();
    }
}
