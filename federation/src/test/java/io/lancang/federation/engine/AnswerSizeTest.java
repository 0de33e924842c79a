package io.lancang.federation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.GraphQLResponse;
import io.lancang.federation.testing.DeferredParts;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import io.lancang.federation.testing.TestSupergraph;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An answer, or a part of one, that is longer than it may be: an error stands in its place, and the other parts come. */
class AnswerSizeTest {
    private static final String LINK =
            "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\", import: [\"@key\"])\n";
    private static final String LONG = "a note of more than fifty characters, which is longer than an answer may be";

    private static final TestSubgraph PORTS = TestSubgraph.of("ports", LINK + """
                    type Query { port: Port ports: [Port!] }
                    type Port @key(fields: "id") { id: ID! name: String }
                    """)
            .query("port", environment -> Map.of("id", "hph", "name", "Hai Phong"))
            .query("ports", environment -> List.of(Map.of("id", "hph"), Map.of("id", "sgn")))
            .entity("Port", port -> Map.of("id", port.get("id"), "name", "Saigon"))
            .build();
    private static final TestSubgraph NOTES = TestSubgraph.of("notes", LINK + """
                    type Query { notes: Int }
                    type Port @key(fields: "id") { id: ID! note: String lines: [Line!] }
                    type Line { port: Port }
                    """)
            .entity(
                    "Port",
                    port -> Map.of(
                            "__typename",
                            "Port",
                            "id",
                            port.get("id"),
                            "note",
                            LONG,
                            "lines",
                            List.of(Map.of("port", Map.of("id", "sgn")))))
            .build();

    private final FederationEngine<Object> engine = new FederationEngine<>(
            TestSupergraph.of(PORTS, NOTES),
            TestSubgraphs.of(PORTS, NOTES),
            EngineOptions.DEFAULT.withAnswers(new AnswerOptions(50)));

    private static String error(String path) {
        return "\"errors\":[{\"message\":\"The answer has more than the 50 bytes that an answer may have. Ask for fewer fields or for"
                + " fewer items at a time.\"" + path + ",\"extensions\":{\"code\":\"LIMIT_EXCEEDED\"}}]";
    }

    @Test
    void replacesAnAnswerByAnError() {
        GraphQLResponse response = engine.execute(new GraphQLRequest("{ port { note id } }", null, Map.of()), "context")
                .toCompletableFuture()
                .join();

        assertEquals("{\"data\":null," + error("") + "}", Run.text(response));
        assertEquals(GraphQLResponse.Outcome.DATA_WITH_ERRORS, response.outcome());
        assertEquals(Map.of("LIMIT_EXCEEDED", 1), response.errors());
    }

    @Test
    void replacesTheFirstPartAndSendsNoOther() {
        DeferredParts parts = deliver("{ port { note id ... @defer { name } } }");

        assertEquals(List.of("{\"data\":null," + error("") + ",\"hasNext\":false}"), parts.parts());
        assertTrue(parts.isCompleted());
    }

    @Test
    void replacesADeferredFragmentAndWhatIsDeferredInIt() {
        DeferredParts parts = deliver("{ port { id ... @defer { note lines { port { ... @defer { name } } } } } }");

        assertEquals(
                List.of(
                        "{\"data\":{\"port\":{\"id\":\"hph\"}},\"hasNext\":true}",
                        "{\"incremental\":[{\"data\":null,\"path\":[\"port\"]," + error(",\"path\":[\"port\"]")
                                + "}],\"hasNext\":false}"),
                parts.parts());
        assertTrue(parts.isCompleted());
    }

    @Test
    void replacesItemsOfAList() {
        DeferredParts parts = deliver("{ ports @stream(initialCount: 0) { note id } }");

        assertEquals(
                List.of(
                        "{\"data\":{\"ports\":[]},\"hasNext\":true}",
                        "{\"incremental\":[{\"items\":null,\"path\":[\"ports\",0]," + error(",\"path\":[\"ports\"]")
                                + "}],\"hasNext\":false}"),
                parts.parts());
        assertTrue(parts.isCompleted());
    }

    private DeferredParts deliver(String query) {
        DeferredParts parts = new DeferredParts();
        Prepared prepared = engine.prepare(new GraphQLRequest(query, null, Map.of(), Delivery.IN_PARTS), "context");
        assertInstanceOf(Prepared.InParts.class, prepared).parts().subscribe(parts);
        parts.want(5);
        return parts;
    }
}
