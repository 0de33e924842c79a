package io.lancang.standalone;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A partner's system from its registration to the end of its key, on the set that {@code ./lancang up} starts, all through the gateway. */
class KeysIT {
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final String LAOS = "{ partner(code: \"LAO\") { name } }";

    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    private static ValidatableResponse ask(@Nullable String key, String query) {
        return (key == null ? given() : given().header("x-api-key", key))
                .contentType("application/json")
                .body(Map.of("query", query))
                .post(SET.running().gatewayUrl())
                .then();
    }

    private static JsonPath manage(String mutation) {
        return ask(AnonymousPlan.adminKey(SET.running()), "mutation { " + mutation + " }")
                .statusCode(200)
                .body("errors", nullValue())
                .extract()
                .jsonPath();
    }

    /** A client with a plan of three requests a minute, and its key. */
    private static String register(String client) {
        manage("createPlan(name: \"" + client + "-plan\", limits: {requestsPerMinute: 3}) { name }");
        manage("createClient(client: {id: \"" + client
                + "\", name: \"A customs portal\", contact: \"desk@customs.example\", plan: \"" + client
                + "-plan\", scopes: []}) { id }");
        return manage("issueKey(client: \"" + client + "\", key: {label: \"portal\"}) { secret }")
                .getString("data.issueKey.secret");
    }

    @Test
    void aClientHasTheLimitsOfItsPlanAndSeesItsUsage() {
        String key = register("limited-portal");

        ask(key, LAOS)
                .statusCode(200)
                .body("data.partner.name", equalTo("Lao People's Democratic Republic"))
                .header("RateLimit-Policy", equalTo("\"requests\";q=3;w=60"))
                .header("RateLimit", matchesRegex("\"requests\";r=2;t=\\d+"));
        ask(key, "{ me { id plan { name } } }").statusCode(200).body("data.me.id", equalTo("limited-portal"));
        ask(key, LAOS).statusCode(200).header("RateLimit", matchesRegex("\"requests\";r=0;t=\\d+"));
        ask(key, LAOS)
                .statusCode(429)
                .header("Retry-After", matchesRegex("\\d+"))
                .body("errors[0].extensions.code", equalTo("RATE_LIMITED"));
        ask(null, LAOS).statusCode(200);

        // Three were answered and one refused; the gateway reports every five seconds.
        await().untilAsserted(() -> ask(
                        AnonymousPlan.adminKey(SET.running()),
                        "{ client(id: \"limited-portal\") { usage(unit: DAY, last: 2) { requests refused } } }")
                .body("data.client.usage.sum { it.requests }", is(3))
                .body("data.client.usage.sum { it.refused }", is(1)));
    }

    @Test
    void aRevokedKeyOpensNothingWithinTwoSeconds() {
        String key = register("revoked-portal");
        ask(key, LAOS).statusCode(200);

        manage("revokeKey(prefix: \"" + key.substring(4, 12) + "\", reason: \"lost\") { prefix }");
        await().atMost(TWO_SECONDS)
                .untilAsserted(
                        () -> ask(key, LAOS).statusCode(401).body("errors[0].extensions.code", equalTo("KEY_REVOKED")));
    }

    @Test
    void nobodySaysByHeadersWhoHeIs() {
        given().header("lancang-client", "limited-portal")
                .header("lancang-roles", "admin")
                .header("lancang-gateway-token", "guessed")
                .contentType("application/json")
                .body(Map.of("query", "{ clients { nodes { id } } }"))
                .post(SET.running().gatewayUrl())
                .then()
                .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));
    }
}
