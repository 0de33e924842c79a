package io.lancang.corridor;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import java.util.Map;

/** Asks the running service over HTTP, as a router does. Numbers keep all of their digits. */
final class Graph {
    private Graph() {}

    /** The whole answer, errors included. */
    static JsonPath ask(String query) {
        return ask(query, Map.of());
    }

    /** The whole answer to a query with variables. */
    static JsonPath ask(String query, Map<String, ?> variables) {
        return given().contentType("application/json")
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(new JsonPathConfig(JsonPathConfig.NumberReturnType.BIG_DECIMAL));
    }

    /** The answer to a query that must succeed, from {@code data} on. */
    static JsonPath data(String query) {
        return data(query, Map.of());
    }

    /** The answer to a query with variables that must succeed, from {@code data} on. */
    static JsonPath data(String query, Map<String, ?> variables) {
        JsonPath answer = ask(query, variables);
        if (answer.get("errors") != null) {
            throw new AssertionError("The query failed: " + answer.get("errors"));
        }
        return answer.setRootPath("data");
    }

    /** The first error of the answer to a query that must fail, from its object on. */
    static JsonPath error(String query) {
        JsonPath answer = ask(query);
        if (answer.get("errors") == null) {
            throw new AssertionError("The query succeeded: " + answer.prettify());
        }
        return answer.setRootPath("errors[0]");
    }
}
