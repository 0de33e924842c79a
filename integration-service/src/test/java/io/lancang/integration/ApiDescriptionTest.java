package io.lancang.integration;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.kit.fixture.RegisteredRoutes;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The service describes its routes for clients. That what it says of them is true is tried at the gateway's address, in standalone. */
@QuarkusTest
class ApiDescriptionTest extends RunningService {
    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    Router router;

    @Test
    void hasEveryRouteForClients() {
        JsonObject document = new JsonObject(given().get("/openapi.json").asString());

        // What gateways ask with a token that no client has.
        assertEquals(
                Set.of(
                        "ANY /gateway/*",
                        "GET /gateway/keys/changes",
                        "GET /gateway/plans/anonymous",
                        "POST /gateway/keys/verify",
                        "POST /gateway/usage"),
                RegisteredRoutes.missingIn(document, router));
    }

    @Test
    void isNotSentAgainToWhomHasIt() {
        String etag =
                given().get("/openapi.json").then().statusCode(200).extract().header("ETag");

        given().header("If-None-Match", etag)
                .get("/openapi.json")
                .then()
                .statusCode(304)
                .body(equalTo(""));
        given().head("/openapi.json").then().statusCode(200).header("ETag", equalTo(etag));
    }
}
