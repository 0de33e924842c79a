package io.lancang.gateway.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.request.Endpoint;
import io.lancang.gateway.server.GraphQLSocket;
import io.lancang.gateway.server.SubgraphServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients get with tokens, with bad ones and without. */
@QuarkusTest
@WithTestResource(ProtectedGraph.class)
class AccessOverHttpTest {
    private static final String QUERY = "{ partner { name margin } }";

    @SuppressWarnings("NullAway.Init") // injected
    ProtectedGraph graph;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(Endpoint.PATH)
    URI gateway;

    private final Vertx vertx = Vertx.vertx();
    private int before;

    @BeforeEach
    void remember() {
        before = graph.trade().received().size();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void answersAnonymousClientsWithWhatEverybodyMaySee() {
        given().header("X-Subject", "admin")
                .contentType("application/json")
                .body("{\"query\":\"" + QUERY + "\"}")
                .post(Endpoint.PATH)
                .then()
                .statusCode(200)
                .body("data.partner.name", equalTo("Laos"))
                .body("data.partner.margin", nullValue())
                .body("errors[0].extensions.code", equalTo("UNAUTHORIZED_FIELD_OR_TYPE"))
                .body("errors[0].path", contains("partner", "margin"));

        SubgraphServer.Received asked = onlyRequest();
        assertTrue(!asked.body().contains("margin"), asked.body());
        assertNull(asked.headers().getFirst("X-Subject"), "a client's own header names nobody");
    }

    @Test
    void showsWhatATokenGrantsAndForwardsItsClaims() {
        ask(given().header("X-Subject", "admin"), token("trade:margin"), 200)
                .body("data.partner.margin", equalTo(0.25f))
                .body("errors", nullValue());

        assertEquals(List.of("anna"), onlyRequest().headers().get("X-Subject"));
    }

    @Test
    void showsNoMoreThanATokenGrants() {
        ask(given(), token("trade:read"), 200).body("data.partner.margin", nullValue());
    }

    @Test
    void refusesABadTokenBeforeAnySubgraphIsAsked() {
        JwtClaims expired = graph.issuer().claims("anna", System.currentTimeMillis() - 3_600_000);

        ask(given(), graph.issuer().token(expired), 401)
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"))
                .body("errors[0].message", equalTo("The token is not valid: it has expired."));
        assertEquals(before, graph.trade().received().size());
    }

    @Test
    void takesATokenFromTheFirstMessageOfAWebSocket() throws Exception {
        try (GraphQLSocket socket = open()) {
            socket.say("{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer " + token("trade:margin")
                    + "\"}}");
            socket.expect("connection_ack");
            socket.subscribe("1", QUERY);

            assertEquals(
                    0.25,
                    socket.expect("next")
                            .getJsonObject("payload")
                            .getJsonObject("data")
                            .getJsonObject("partner")
                            .getDouble("margin"));
        }
    }

    @Test
    void closesAWebSocketWhoseTokenIsBad() throws Exception {
        try (GraphQLSocket socket = open()) {
            socket.say("{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer x.y.z\"}}");

            assertEquals(4403, socket.closeCode());
        }
    }

    @Test
    void closesAWebSocketWhenItsTokenExpires() throws Exception {
        JwtClaims claims = graph.issuer().claims("anna", System.currentTimeMillis());
        // It counts half a minute longer than it says, less what the test leaves of it.
        claims.setExpirationTime(NumericDate.fromMilliseconds(System.currentTimeMillis() - 25_000));
        try (GraphQLSocket socket = open()) {
            socket.say("{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer "
                    + graph.issuer().token(claims) + "\"}}");
            socket.expect("connection_ack");

            assertEquals(4401, socket.closeCode());
        }
    }

    private GraphQLSocket open() throws Exception {
        return GraphQLSocket.open(vertx, gateway, List.of("graphql-transport-ws"), Map.of());
    }

    private String token(String scope) {
        JwtClaims claims = graph.issuer().claims("anna", System.currentTimeMillis());
        claims.setClaim("scope", scope);
        return graph.issuer().token(claims);
    }

    @Test
    void refusesAnExportForABadToken() {
        given().header("Authorization", "Bearer forged")
                .get("/exports/trade/flows.csv")
                .then()
                .statusCode(401)
                .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));

        assertEquals(before, graph.trade().received().size());
    }

    private SubgraphServer.Received onlyRequest() {
        assertEquals(before + 1, graph.trade().received().size());
        return graph.trade().received().getLast();
    }

    private static ValidatableResponse ask(RequestSpecification request, String token, int status) {
        return request.header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body("{\"query\":\"" + QUERY + "\"}")
                .post(Endpoint.PATH)
                .then()
                .statusCode(status);
    }
}
