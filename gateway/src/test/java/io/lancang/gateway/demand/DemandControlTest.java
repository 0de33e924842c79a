package io.lancang.gateway.demand;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.gateway.server.MetricsPage;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What clients and operators see of costs. */
@QuarkusTest
@WithTestResource(TestGraph.class)
@TestProfile(DemandControlTest.Bounded.class)
class DemandControlTest {
    /** 10 partners of 1, each with 10 corridors. */
    private static final String ALL = "{ partners { name corridors { name } } }";

    private static final String ONE = "{ partner(code: \\\"LAO\\\") { name corridors { name } } }";

    @SuppressWarnings("NullAway.Init") // injected
    TestGraph graph;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @AfterEach
    void resetGraph() {
        graph.reset();
    }

    private static RequestSpecification asking(String query) {
        return given().contentType("application/json").body("{\"query\":\"" + query + "\"}");
    }

    @Test
    void refusesWhatIsTooDearByPost() {
        asking(ALL)
                .accept("application/graphql-response+json")
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
                .body("errors[0].extensions.cost.estimated", equalTo(110))
                .body("errors[0].extensions.cost.limit", equalTo(50))
                .body("errors[0].extensions.cost.dearest[0].path", equalTo("partners.corridors"))
                .body(
                        "errors[0].message",
                        equalTo("The operation is estimated to cost 110, and one operation may cost 50. Its dearest"
                                + " fields: partners.corridors (91 %), partners (9 %)."));
        assertEquals(0, graph.trade().received().size());
    }

    @Test
    void refusesWhatIsTooDearByGetAndInParts() {
        given().header("apollo-require-preflight", "1")
                .queryParam("query", ALL)
                .get("/graphql")
                .then()
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"));
        asking("{ partners { name ... @defer { corridors { name } } } }")
                .accept("multipart/mixed;deferSpec=20220824, application/json")
                .post("/graphql")
                .then()
                .body(containsString("LIMIT_EXCEEDED"));
    }

    @Test
    void refusesWhatIsTooDearForOneSubgraph() {
        // Of corridor: twice a partner and 10 corridors.
        asking(ONE.replace("partner(", "a: partner(")
                        .replace("{ a:", "{ b: partner(code: \\\"VNM\\\") { corridors { id } } a:"))
                .post("/graphql")
                .then()
                .body("errors[0].extensions.cost.subgraph", equalTo("corridor"))
                .body("errors[0].extensions.cost.estimated", equalTo(22))
                .body("errors[0].extensions.cost.limit", equalTo(20));
    }

    @Test
    void tellsAClientThatAsksWhatItsRequestCosts() {
        asking(ONE)
                .header("Lancang-Cost", "true")
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.partner.name", equalTo("Laos"))
                .body("extensions.cost.estimated", equalTo(11))
                .body("extensions.cost.actual", equalTo(2))
                .body("extensions.cost.limit", equalTo(50))
                .body("extensions.cost.subgraphs.trade.estimated", equalTo(1))
                .body("extensions.cost.subgraphs.corridor.estimated", equalTo(11))
                .body("extensions.cost.subgraphs.corridor.limit", equalTo(20));
    }

    @Test
    void tellsNothingToOthers() {
        asking(ONE).post("/graphql").then().statusCode(200).body(not(containsString("extensions")));
    }

    @Test
    void countsCostsInTheMetrics() {
        MetricsPage metrics = new MetricsPage(management);
        asking(ONE).post("/graphql").then().statusCode(200);
        double estimated = metrics.value("lancang_gateway_cost_estimated_sum");
        double exceeded = metrics.value("lancang_gateway_cost_exceeded_total{limit=\"operation\",subgraph=\"\"}");
        double actual = metrics.value("lancang_gateway_cost_actual_sum");

        asking(ONE).post("/graphql").then().statusCode(200);
        asking(ALL).post("/graphql").then();

        assertEquals(estimated + 11 + 110, metrics.value("lancang_gateway_cost_estimated_sum"));
        assertEquals(
                exceeded + 1, metrics.value("lancang_gateway_cost_exceeded_total{limit=\"operation\",subgraph=\"\"}"));
        assertEquals(actual + 2, metrics.value("lancang_gateway_cost_actual_sum"));
    }

    /** A gateway that bounds costs, and counts every answer. */
    public static final class Bounded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "lancang.gateway.demand.max-cost", "50",
                    "lancang.gateway.demand.subgraphs.\"corridor\".max-cost", "20",
                    "lancang.gateway.demand.count-answers", "true");
        }
    }
}
