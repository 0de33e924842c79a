package io.lancang.standalone;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import java.util.Map;

/** Systems of partners, which ask a running set with keys. */
final class Partners {
    private Partners() {}

    /** Asks the gateway what must succeed. */
    static JsonPath ask(String url, String key, String query, Map<String, ?> variables) {
        return given().header("x-api-key", key)
                .contentType("application/json")
                .body(Map.of("query", query, "variables", variables))
                .post(url)
                .then()
                .statusCode(200)
                .body("errors", nullValue())
                .extract()
                .jsonPath();
    }

    /** Registers a client with the plan {@code standard}, and issues a key for it. */
    static String register(RunningSet set, String client) {
        String admin = AnonymousPlan.adminKey(set.running());
        String gateway = set.running().gatewayUrl();
        ask(
                gateway,
                admin,
                "mutation { createClient(client: {id: \"" + client
                        + "\", name: \"A customs portal\", contact: \"desk@customs.example\", plan: \"standard\","
                        + " scopes: []}) { id } }",
                Map.of());
        return ask(
                        gateway,
                        admin,
                        "mutation { issueKey(client: \"" + client + "\", key: {label: \"portal\"}) { secret } }",
                        Map.of())
                .getString("data.issueKey.secret");
    }
}
