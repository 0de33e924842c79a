package io.lancang.gateway.pages;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestGraph.class)
@TestProfile(PagesSwitchedOffTest.Off.class)
class PagesSwitchedOffTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/explorer/",
                "/explorer/graphiql.html",
                "/schema.graphql",
                "/health",
                "/openapi.json",
                "/openapi.yaml",
                "/api"
            })
    void servesNoPages(String path) {
        given().get(path).then().statusCode(404);
    }

    @Test
    void tellsABrowserHowToAsk() {
        given().accept("text/html,application/xhtml+xml")
                .get("/graphql")
                .then()
                .statusCode(200)
                .contentType(ContentType.TEXT)
                .body(containsString("POST"));
    }

    /** As where nobody but programs should find anything. */
    public static final class Off implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "lancang.gateway.explorer.enabled", "false",
                    "lancang.gateway.explorer.health", "false",
                    "lancang.gateway.explorer.openapi", "false",
                    "lancang.gateway.introspection.enabled", "false");
        }
    }
}
