package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.GraphSubscriber;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Documents that are never executed, as partners read of them who ask this service and no gateway. */
@QuarkusTest
class UnreadableDocumentTest extends RunningService {
    @TestHTTPResource("/graphql")
    @Nullable
    URI graph;

    /** It has one token more than three, and would take minutes to parse. */
    @Test
    void refusesALongDocumentUnparsed() {
        JsonPath error = Graph.error("{ corridors(first: " + "9".repeat(900_000) + ") { totalCount } }");

        assertEquals("LIMIT_EXCEEDED", error.getString("extensions.code"));
        assertEquals("The document has 900037 characters; 65536 are allowed.", error.getString("message"));
        assertTrue(error.getString("extensions.hint").contains("`lancang.bodies.document`"));
        assertEquals("corridor", error.getString("extensions.service"));
    }

    @Test
    void refusesADocumentOfTooManyTokens() {
        JsonPath error = Graph.error("{ " + "a ".repeat(12_000) + "}");

        assertEquals("LIMIT_EXCEEDED", error.getString("extensions.code"));
        assertEquals("The document has more than 10000 tokens.", error.getString("message"));
        assertTrue(error.getString("extensions.hint").contains("`lancang.bodies.tokens`"));
    }

    @Test
    void refusesADocumentThatNestsTooDeep() {
        JsonPath error = Graph.error("{ a(b: " + "[".repeat(2_000) + "]".repeat(2_000) + ") }");

        assertEquals("LIMIT_EXCEEDED", error.getString("extensions.code"));
    }

    @Test
    void saysWhereADocumentIsNoGraphQl() {
        JsonPath error = Graph.error("{ corridor(id: \"clr\" { name } }");

        assertEquals("GRAPHQL_PARSE_FAILED", error.getString("extensions.code"));
        assertTrue(error.getString("message").contains("'{'"), error::prettify);
        assertEquals(1, error.getInt("locations[0].line"));
        assertEquals(22, error.getInt("locations[0].column"));
    }

    @Test
    void refusesARequestWithoutADocument() {
        JsonPath error = Graph.error("");

        assertEquals("BAD_USER_INPUT", error.getString("extensions.code"));
        assertEquals("The request has no document.", error.getString("message"));
    }

    @Test
    void saysTheSameToASubscriber() {
        try (GraphSubscriber subscriber =
                new GraphSubscriber(Objects.requireNonNull(graph), "subscription { corridorChanged {")) {
            assertTrue(subscriber.next().contains("\"code\":\"GRAPHQL_PARSE_FAILED\""));
        }
    }
}
