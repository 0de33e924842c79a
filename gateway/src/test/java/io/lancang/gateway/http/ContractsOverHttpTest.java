package io.lancang.gateway.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.gateway.server.GraphQLSocket;
import io.lancang.gateway.server.OptionalFeatures;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two parts of a graph at paths of their own: one without what is "internal", and one of what has "name" alone. */
@QuarkusTest
@WithTestResource(TestGraph.class)
@TestProfile(OptionalFeatures.class)
class ContractsOverHttpTest {
    private static final String PUBLIC = "/graphql/public";
    private static final String NAMES = "/graphql/names";

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(PUBLIC)
    URI endpoint;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void answersWhatIsInAContractWithKeysThatAreNot() {
        ask(PUBLIC, "{ partner(code: \\\"LAO\\\") { name corridors { name } } }")
                .body("data.partner.name", equalTo("Laos"))
                .body("data.partner.corridors[0].name", equalTo("China-Laos Railway"));
    }

    @Test
    void refusesWhatIsNotInAContractAsIfItWereNowhere() {
        ask(PUBLIC, "{ partner(code: \\\"LAO\\\") { code } }")
                .body("data", nullValue())
                .body("errors[0].extensions.code", equalTo("GRAPHQL_VALIDATION_FAILED"))
                .body("errors[0].message", containsString("code"));
        ask(PUBLIC, "mutation { rename(code: \\\"LAO\\\", name: \\\"L\\\") { name } }")
                .body("data", nullValue());
        ask(NAMES, "{ partners { name } }").body("data", nullValue());
        ask("/graphql", "{ partner(code: \\\"LAO\\\") { code } }").body("data.partner.code", equalTo("LAO"));
    }

    @Test
    void showsInIntrospectionWhatIsInTheContractAlone() {
        ask(
                        NAMES,
                        "{ __schema { mutationType { name } types { name } } __type(name: \\\"Partner\\\") { fields { name } } }")
                .body("data.__schema.mutationType", nullValue())
                .body("data.__type.fields.name", equalTo(List.of("name")))
                .body("data.__schema.types.name", hasItem("Partner"))
                .body("data.__schema.types.name.findAll { it == 'Corridor' || it == 'Decimal' }", equalTo(List.of()));
    }

    @Test
    void hasNoPathOfContractsThatAreNotConfigured() {
        given().contentType("application/json")
                .body("{\"query\":\"{ __typename }\"}")
                .post("/graphql/others")
                .then()
                .statusCode(404);
    }

    @Test
    void answersOverAWebSocketWhatIsInTheContractAlone() throws Exception {
        try (GraphQLSocket socket = GraphQLSocket.acknowledged(vertx, endpoint)) {
            socket.subscribe("1", "{ partners { name } }");
            socket.expect("next");
            socket.expect("complete");
            socket.subscribe("2", "{ partners { code } }");

            assertEquals(
                    "GRAPHQL_VALIDATION_FAILED",
                    socket.expect("error")
                            .getJsonArray("payload")
                            .getJsonObject(0)
                            .getJsonObject("extensions")
                            .getString("code"));
        }
    }

    private static ValidatableResponse ask(String path, String query) {
        return given().contentType("application/json")
                .body("{\"query\":\"" + query + "\"}")
                .post(path)
                .then()
                .statusCode(200);
    }
}
