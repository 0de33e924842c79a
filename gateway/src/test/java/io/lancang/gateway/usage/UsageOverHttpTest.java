package io.lancang.gateway.usage;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.lancang.gateway.server.OptionalFeatures;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the gateway says at its management port of what clients have asked. */
@QuarkusTest
@WithTestResource(TestGraph.class)
@TestProfile(OptionalFeatures.class)
class UsageOverHttpTest {
    private static final String OF = "usage.findAll { it.client == '%s' }.coordinate";
    private static final String COUNT = "usage.find { it.client == '%s' && it.coordinate == '%s' }.count";

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void saysWhichClientHasUsedWhichFieldsAndHowOften() {
        ask("graphql-client-name", "report", "{ partner(code: \\\"LAO\\\") { n: name } }");
        ask("graphql-client-name", "report", "{ partner(code: \\\"LAO\\\") { n: name } }");
        ask("apollographql-client-name", "web", "{ partners { capital } }");

        await().atMost(10, SECONDS)
                .untilAsserted(() -> usage().body(COUNT.formatted("report", "Partner.name"), equalTo(2))
                        .body(COUNT.formatted("report", "Query.partner(code:)"), equalTo(2))
                        .body(COUNT.formatted("web", "Partner.capital"), equalTo(1))
                        .body(OF.formatted("report"), not(hasItem("Partner.capital"))));
    }

    @Test
    void countsNothingOfWhatIsNotValid() {
        ask("graphql-client-name", "wrong", "{ nobody }");
        ask("graphql-client-name", "right", "{ partners { code } }");

        await().atMost(10, SECONDS)
                .untilAsserted(() -> usage().body(OF.formatted("right"), hasItem("Partner.code"))
                        .body(OF.formatted("wrong"), equalTo(List.of())));
    }

    private ValidatableResponse usage() {
        return given().get(management.resolve("/usage")).then().statusCode(200).contentType("application/json");
    }

    private static void ask(String header, String client, String query) {
        given().contentType("application/json")
                .header(header, client)
                .body("{\"query\":\"" + query + "\"}")
                .post("/graphql");
    }
}
