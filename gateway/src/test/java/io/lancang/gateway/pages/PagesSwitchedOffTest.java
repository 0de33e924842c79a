package io.lancang.gateway.pages;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.lancang.gateway.server.OtherSwitches;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestGraph.class)
@TestProfile(OtherSwitches.class)
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

    /** Who may not ask for the schema does not find it with a tool either. */
    @Test
    void offersNoToolThatSearchesTheSchema() {
        given().contentType(ContentType.JSON)
                .body("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}")
                .post("/mcp")
                .then()
                .statusCode(200)
                .body("result.tools.name", equalTo(List.of("run_query")));
    }
}
