package io.lancang.corridor;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.kit.fixture.RegisteredRoutes;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.List;
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

        assertEquals(Set.of(), RegisteredRoutes.missingIn(document, router));
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

    /** In OpenAPI 3.0, as the standard wants the document beside the features, the same is `nullable`. */
    @Test
    void saysInTheWordsOfItsVersionThatAFeatureMayHaveNoGeometry() {
        given().get("/openapi.json")
                .then()
                .body("components.schemas.'Ogc.feature'.properties.geometry.type", equalTo(List.of("object", "null")))
                .body("components.schemas.'Ogc.link'.properties.href.type", equalTo("string"))
                .body(
                        "paths.'/ogc/collections/segments/items'.get.parameters[0].'$ref'",
                        equalTo("#/components/parameters/Ogc.limit"));
        given().get("/ogc/api")
                .then()
                .body("openapi", equalTo("3.0.3"))
                .body("components.schemas.feature.properties.geometry.nullable", equalTo(true));
    }
}
