package io.lancang.integration;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import java.util.Map;

/**
 * Asks the running service for its graph, as somebody.
 *
 * @param headers that say who asks
 */
record Graph(Map<String, String> headers) {
    /** As nobody. */
    static final Graph ANONYMOUS = new Graph(Map.of());

    /** As a client by the word of a gateway. */
    static Graph of(String client, String roles, String... scopes) {
        return new Graph(Map.of(
                "lancang-gateway-token",
                Secrets.TOKEN,
                "lancang-client",
                client,
                "lancang-roles",
                roles,
                "lancang-scopes",
                String.join(" ", scopes)));
    }

    /** With a token of an identity provider. */
    static Graph with(String token) {
        return new Graph(Map.of("authorization", "Bearer " + token));
    }

    /** The whole answer, errors included. */
    JsonPath ask(String query) {
        return given().headers(headers)
                .contentType("application/json")
                .body(Map.of("query", query))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(new JsonPathConfig(JsonPathConfig.NumberReturnType.BIG_DECIMAL));
    }

    /** The answer to a query that must succeed, from {@code data} on. */
    JsonPath data(String query) {
        JsonPath answer = ask(query);
        if (answer.get("errors") != null) {
            throw new AssertionError("The query failed: " + answer.get("errors"));
        }
        return answer.setRootPath("data");
    }

    /** The code and message of the first error of the answer to a query that must fail. */
    String error(String query) {
        JsonPath answer = ask(query);
        if (answer.get("errors") == null) {
            throw new AssertionError("The query succeeded: " + answer.prettify());
        }
        return answer.getString("errors[0].extensions.code") + ": " + answer.getString("errors[0].message");
    }
}
