package io.lancang.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.lancang.gateway.server.OptionalFeatures;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** A request that chooses overrides by a header, once the operator has named one. */
@QuarkusTest
@WithTestResource(TestGraph.class)
@TestProfile(OptionalFeatures.class)
class OverrideLabelsTest {
    @Test
    void movesAFieldForARequestThatNamesItsLabel() {
        capital(given().header("X-Labels", "other, capitals"), "Vientiane, says corridor");
    }

    @Test
    void leavesAFieldWhereItWasForAllOtherRequests() {
        capital(given().header("X-Labels", "other"), "Vientiane, says trade");
        capital(given(), "Vientiane, says trade");
    }

    @Test
    void explainsThePlanThatTheSameRequestGets() {
        given().header("X-Labels", "capitals")
                .header("Lancang-Explain", "plan")
                .contentType("application/json")
                .body("{\"query\":\"{ partners { capital } }\"}")
                .post("/graphql")
                .then()
                .body(containsString("#1 corridor"));
    }

    private static void capital(RequestSpecification request, String expected) {
        request.contentType("application/json")
                .body("{\"query\":\"{ partner(code: \\\"LAO\\\") { capital } }\"}")
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.partner.capital", equalTo(expected));
    }
}
