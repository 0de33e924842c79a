package io.lancang.integration;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.Steward;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClientTest extends RunningService {
    @Test
    void isRegisteredOnce() {
        register("only-once");
        assertEquals(
                "CONFLICT: There is a client 'only-once' already.",
                ADMIN.error(
                        "mutation { createClient(client: {id: \"only-once\", name: \"n\", contact: \"c\"}) { id } }"));
    }

    @Test
    void knowsItselfByItsKey() {
        register("knows-itself", "a:read");
        JsonPath me = Graph.of("knows-itself", "client", "a:read")
                .data("{ me { id name contact state role scopes plan { name requestsPerMinute } } }");
        assertEquals("knows-itself", me.getString("me.id"));
        assertEquals("The system knows-itself", me.getString("me.name"));
        assertEquals("ACTIVE", me.getString("me.state"));
        assertEquals(List.of("a:read"), me.getList("me.scopes"));
        assertEquals("standard", me.getString("me.plan.name"));
        assertEquals(6000, me.getInt("me.plan.requestsPerMinute"));
    }

    @Test
    void isNotSeenByOthers() {
        register("is-seen");
        register("does-look");
        Graph other = Graph.of("does-look", "client");
        assertTrue(other.error("{ client(id: \"is-seen\") { id } }")
                .startsWith("FORBIDDEN: 'does-look' asked for another client, 'is-seen'."));
        // The same answer whether there is one or not: nobody finds out who else is a client.
        assertTrue(other.error("{ client(id: \"is-not\") { id } }")
                .startsWith("FORBIDDEN: 'does-look' asked for another client, 'is-not'."));
        assertEquals(
                "FORBIDDEN: 'does-look' does not have the role 'admin'.", other.error("{ clients { nodes { id } } }"));
        assertEquals("FORBIDDEN: 'does-look' does not have the role 'admin'.", other.error("{ plans { name } }"));
        assertEquals(
                "FORBIDDEN: 'does-look' does not have the role 'admin'.",
                other.error("mutation { suspendClient(id: \"is-seen\", reason: \"r\") { id } }"));
        assertEquals(
                "FORBIDDEN: 'does-look' does not have the role 'admin'.",
                other.error("{ managementChanges { nodes { action } } }"));
    }

    @Test
    void opensNothingWhileItIsSuspended() {
        register("is-suspended");
        String key = issue("is-suspended");
        ADMIN.data("mutation { suspendClient(id: \"is-suspended\", reason: \"Too many errors\") { state } }");
        Gateway.verify(key)
                .then()
                .statusCode(410)
                .body("code", equalTo("CLIENT_SUSPENDED"))
                .body("message", containsString("Too many errors"));

        ADMIN.data("mutation { resumeClient(id: \"is-suspended\") { state suspensionReason } }");
        Gateway.verify(key).then().statusCode(200);
    }

    @Test
    void mayBeAnAdministrator() {
        ADMIN.data(
                "mutation { createClient(client: {id: \"is-admin\", name: \"n\", contact: \"c\", role: ADMIN}) { id } }");
        Gateway.verify(issue("is-admin")).then().body("roles", contains("client", "admin"));
    }

    @Test
    void refusesUnknownPlansAndNamesTheNearOne() {
        JsonPath answer = ADMIN.ask(
                "mutation { createClient(client: {id: \"no-plan\", name: \"n\", contact: \"c\", plan: \"standart\"}) { id } }");
        assertEquals("NOT_FOUND", answer.getString("errors[0].extensions.code"));
        assertEquals("There is no plan 'standart'.", answer.getString("errors[0].message"));
        assertTrue(answer.getString("errors[0].extensions.hint").contains("standard"));
    }

    @Test
    void refusesIdsAndTextsThatBreakTheirRules() {
        assertTrue(ADMIN.error(
                        "mutation { createClient(client: {id: \"Has Space\", name: \"n\", contact: \"c\"}) { id } }")
                .startsWith("BAD_USER_INPUT: `id` is 'Has Space'; it has 3 to 64 small letters"));
        assertEquals(
                "BAD_USER_INPUT: `id` is 'anonymous', which stands for who is no client.",
                ADMIN.error(
                        "mutation { createClient(client: {id: \"anonymous\", name: \"n\", contact: \"c\"}) { id } }"));
        assertEquals(
                "BAD_USER_INPUT: `id` is 'administrator', which stands for who is no client.",
                ADMIN.error(
                        "mutation { createClient(client: {id: \"administrator\", name: \"n\", contact: \"c\"}) { id } }"));
        assertEquals(
                "BAD_USER_INPUT: `name` is blank and must not be.",
                ADMIN.error(
                        "mutation { createClient(client: {id: \"blank-name\", name: \" \", contact: \"c\"}) { id } }"));
        assertTrue(ADMIN.error(
                        "mutation { createClient(client: {id: \"bad-scope\", name: \"n\", contact: \"c\", scopes: [\"a b\"]}) { id } }")
                .startsWith("BAD_USER_INPUT: `scopes` has 'a b'; a scope has 1 to 64 letters"));
        assertTrue(ADMIN.error("mutation { createClient(client: {id: \"long-name\", name: \"" + "n".repeat(201)
                        + "\", contact: \"c\"}) { id } }")
                .startsWith("BAD_USER_INPUT: `name` has 201 characters"));
    }

    @Test
    void isFoundByStatePlanAndText() {
        ADMIN.data("mutation { createPlan(name: \"found-by\", limits: {requestsPerMinute: 7}) { name } }");
        for (String id : List.of("found-a", "found-b", "found-c")) {
            register(id);
            ADMIN.data("mutation { changeClient(id: \"" + id + "\", change: {plan: \"found-by\"}) { id } }");
        }
        ADMIN.data("mutation { suspendClient(id: \"found-b\", reason: \"r\") { id } }");

        assertEquals(List.of("found-a", "found-c"), found("{plan: \"found-by\", state: ACTIVE}"));
        assertEquals(List.of("found-c"), found("{plan: \"found-by\", search: \"FOUND-C\"}"));
        JsonPath page = ADMIN.data("{ clients(filter: {plan: \"found-by\"}, first: 2) { totalCount nodes { id }"
                + " pageInfo { endCursor hasNextPage } } }");
        assertEquals(3, page.getInt("clients.totalCount"));
        assertEquals(List.of("found-a", "found-b"), page.getList("clients.nodes.id"));
        assertTrue(page.getBoolean("clients.pageInfo.hasNextPage"));
        assertEquals(
                List.of("found-c"),
                ADMIN.data("{ clients(filter: {plan: \"found-by\"}, first: 2, after: \""
                                + page.getString("clients.pageInfo.endCursor") + "\") { nodes { id } } }")
                        .getList("clients.nodes.id"));
        JsonPath last = ADMIN.data("{ clients(filter: {plan: \"found-by\"}, last: 2) { nodes { id }"
                + " pageInfo { startCursor hasPreviousPage hasNextPage } } }");
        assertEquals(List.of("found-b", "found-c"), last.getList("clients.nodes.id"));
        assertTrue(last.getBoolean("clients.pageInfo.hasPreviousPage"));
        assertEquals(
                List.of("found-a"),
                ADMIN.data("{ clients(filter: {plan: \"found-by\"}, last: 2, before: \""
                                + last.getString("clients.pageInfo.startCursor") + "\") { nodes { id } } }")
                        .getList("clients.nodes.id"));
    }

    /** Latest first: registered, then suspended, then resumed. */
    @Test
    void isInTheAuditFromEitherEnd() {
        register("is-audited");
        ADMIN.data("mutation { suspendClient(id: \"is-audited\", reason: \"r\") { id } }");
        ADMIN.data("mutation { resumeClient(id: \"is-audited\") { id } }");

        JsonPath last = ADMIN.data("{ managementChanges(subject: \"is-audited\", last: 2) { nodes { action }"
                + " pageInfo { startCursor hasPreviousPage hasNextPage } } }");
        assertEquals(List.of("suspendClient", "createClient"), last.getList("managementChanges.nodes.action"));
        assertTrue(last.getBoolean("managementChanges.pageInfo.hasPreviousPage"));
        JsonPath before = ADMIN.data("{ managementChanges(subject: \"is-audited\", last: 2, before: \""
                + last.getString("managementChanges.pageInfo.startCursor")
                + "\") { nodes { action } pageInfo { hasPreviousPage } } }");
        assertEquals(List.of("resumeClient"), before.getList("managementChanges.nodes.action"));
        JsonPath first = ADMIN.data("{ managementChanges(subject: \"is-audited\", first: 1) { nodes { action }"
                + " pageInfo { endCursor } } }");
        assertEquals(List.of("resumeClient"), first.getList("managementChanges.nodes.action"));
        assertEquals(
                List.of("suspendClient", "createClient"),
                ADMIN.data("{ managementChanges(subject: \"is-audited\", after: \""
                                + first.getString("managementChanges.pageInfo.endCursor")
                                + "\") { nodes { action } } }")
                        .getList("managementChanges.nodes.action"));
    }

    @Test
    void isFoundByItsKeyOnlyByThoseWhoMayReadIt() {
        register("has-a-key");
        String query = "{ _entities(representations: [{__typename: \"Client\", id: \"has-a-key\"},"
                + " {__typename: \"Client\", id: \"is-nobody\"}]) { ... on Client { id nodeId } } }";

        JsonPath found = ADMIN.data(query);
        assertEquals("Client:has-a-key", found.getString("_entities[0].nodeId"));
        assertNull(found.get("_entities[1]"));
        assertTrue(Graph.ANONYMOUS.error(query).startsWith("UNAUTHENTICATED: "));
    }

    @Test
    void isUnknownWithoutCredentials() {
        assertTrue(Graph.ANONYMOUS.error("{ me { id } }").startsWith("UNAUTHENTICATED: "));
        // Headers of a gateway without the token that it shares with the service are nobody's word.
        Graph forged = new Graph(Map.of("lancang-client", "somebody", "lancang-roles", "admin"));
        assertTrue(forged.error("{ clients { nodes { id } } }").startsWith("UNAUTHENTICATED: "));
    }

    @Test
    void isRefusedWithAnotherToken() {
        given().header("lancang-gateway-token", Secrets.TOKEN + "x")
                .header("lancang-client", "somebody")
                .header("lancang-roles", "admin")
                .contentType("application/json")
                .body(Map.of("query", "{ clients { nodes { id } } }"))
                .post("/graphql")
                .then()
                .statusCode(401);
    }

    @Test
    void isManagedWithATokenOfTheIdentityProvider() {
        Graph admin = Graph.with(Steward.token("admin"));
        admin.data("mutation { createClient(client: {id: \"by-token\", name: \"n\", contact: \"c\"}) { id } }");
        JsonPath entry = ADMIN.data("{ managementChanges(subject: \"by-token\") { nodes { actor action content } } }");
        assertEquals("somebody", entry.getString("managementChanges.nodes[0].actor"));
        assertEquals("createClient", entry.getString("managementChanges.nodes[0].action"));
        assertTrue(entry.getString("managementChanges.nodes[0].content").contains("\"plan\":\"standard\""));
        assertEquals(
                "FORBIDDEN: 'somebody' does not have the role 'admin'.",
                Graph.with(Steward.token("steward")).error("{ clients { nodes { id } } }"));
    }

    private static List<String> found(String filter) {
        return ADMIN.data("{ clients(filter: " + filter + ") { nodes { id } } }")
                .getList("clients.nodes.id");
    }
}
