package io.lancang.integration;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlanTest extends RunningService {
    @Test
    void comesWithOneForWhoHasNoKeyAndOneToBeginWith() {
        Gateway.get("/gateway/plans/anonymous")
                .then()
                .statusCode(200)
                .body("name", equalTo("anonymous"))
                .body("requestsPerMinute", equalTo(600))
                .body("costPerMinute", equalTo(1_000_000))
                .body("concurrentRequests", equalTo(20))
                .body("subscriptions", equalTo(20));
        assertTrue(
                ADMIN.data("{ plans { name } }").getList("plans.name").containsAll(List.of("anonymous", "standard")));
    }

    @Test
    void hasNoLimitWhereNoneIsGiven() {
        ADMIN.data(
                "mutation { createPlan(name: \"half-open\", limits: {requestsPerMinute: 5, subscriptions: 2}) { name } }");
        JsonPath changed = ADMIN.data("mutation { changePlan(name: \"half-open\", limits: {costPerMinute: 9})"
                + " { requestsPerMinute costPerMinute subscriptions } }");
        assertEquals(9, changed.getInt("changePlan.costPerMinute"));
        assertNull(changed.get("changePlan.requestsPerMinute"));
        assertNull(changed.get("changePlan.subscriptions"));

        register("half-open-client");
        ADMIN.data("mutation { changeClient(id: \"half-open-client\", change: {plan: \"half-open\"}) { id } }");
        Gateway.verify(issue("half-open-client"))
                .then()
                .body("plan.costPerMinute", equalTo(9))
                .body("plan.requestsPerMinute", nullValue());
    }

    @Test
    void isNotRemovedWhileAClientHasIt() {
        ADMIN.data("mutation { createPlan(name: \"in-use\", limits: {}) { name } }");
        register("uses-plan");
        ADMIN.data("mutation { changeClient(id: \"uses-plan\", change: {plan: \"in-use\"}) { id } }");
        assertEquals(
                "CONFLICT: The plan 'in-use' is that of 1 clients.",
                ADMIN.error("mutation { removePlan(name: \"in-use\") { name } }"));

        ADMIN.data("mutation { changeClient(id: \"uses-plan\", change: {plan: \"standard\"}) { id } }");
        ADMIN.data("mutation { removePlan(name: \"in-use\") { name } }");
        assertEquals(
                "NOT_FOUND: There is no plan 'in-use'.",
                ADMIN.error("mutation { removePlan(name: \"in-use\") { name } }"));
    }

    @Test
    void refusesLimitsBelowOneAndASecondOfItsName() {
        assertEquals(
                "BAD_USER_INPUT: `requestsPerMinute` is 0; a limit is 1 or more.",
                ADMIN.error("mutation { createPlan(name: \"nothing\", limits: {requestsPerMinute: 0}) { name } }"));
        assertEquals(
                "CONFLICT: There is a plan 'standard' already.",
                ADMIN.error("mutation { createPlan(name: \"standard\", limits: {}) { name } }"));
    }
}
