package io.lancang.corridor;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** Asks the running service over HTTP. */
final class Graph {
    private Graph() {}

    /** The answer to {@code query}, which is GraphQL over HTTP in any case: 200. */
    static ValidatableResponse ask(String query) {
        return ask(query, Map.of());
    }

    /** The answer to {@code query} with variables. */
    static ValidatableResponse ask(String query, Map<String, ?> variables) {
        return given().contentType("application/json")
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql")
                .then()
                .statusCode(200);
    }
}
