package io.lancang.trade;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import jakarta.json.Json;
import java.util.Map;

/** Asks the running service over HTTP, as a router would. Fractions are read as doubles. */
public final class Graph {
    private Graph() {}

    /** The whole answer. */
    public static JsonPath ask(String query) {
        return ask(query, Map.of());
    }

    /** The whole answer to a query with variables. */
    public static JsonPath ask(String query, Map<String, Object> variables) {
        return given().contentType("application/json")
                .accept("application/json")
                .body(Json.createObjectBuilder(Map.of("query", query, "variables", variables))
                        .build()
                        .toString())
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .body()
                .jsonPath(new JsonPathConfig(JsonPathConfig.NumberReturnType.DOUBLE));
    }

    /** The answer to a query that must succeed. */
    public static JsonPath data(String query) {
        return data(query, Map.of());
    }

    /** The answer to a query with variables that must succeed. */
    public static JsonPath data(String query, Map<String, Object> variables) {
        JsonPath answer = ask(query, variables);
        if (answer.get("errors") != null) {
            throw new AssertionError("The query failed: " + answer.get("errors"));
        }
        return answer;
    }
}
