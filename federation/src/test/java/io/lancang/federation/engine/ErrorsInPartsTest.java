package io.lancang.federation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.lancang.federation.testing.DeferredParts;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import io.lancang.federation.testing.TestSupergraph;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With which part a client gets an error that has no place of its own in the answer. */
class ErrorsInPartsTest {
    private static final TestSubgraph PORTS = TestSubgraph.of("ports", """
                    extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
                    type Query { port: Port ports: [Port!] }
                    type Port @key(fields: "id") { id: ID! }
                    """).build();
    private static final TestSubgraph TIDES = TestSubgraph.of("tides", """
                    extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
                    type Query { moon: Int sun: Int }
                    type Port @key(fields: "id") { id: ID! tide: Int }
                    """).build();

    private final TestSubgraphs client = TestSubgraphs.of(PORTS, TIDES);
    private final FederationEngine<Object> engine =
            new FederationEngine<>(TestSupergraph.of(PORTS, TIDES), client, EngineOptions.DEFAULT);

    /** Two fields were asked for, so that the error may be about either: it stands for the request as a whole. */
    @Test
    void tellsOfAnErrorOfAWholeRequestWithTheFirstPartThatWaitedForIt() {
        client.answering(
                "ports", "{\"data\":{\"port\":{\"id\":\"hph\"},\"ports\":[]},\"errors\":[{\"message\":\"late\"}]}");
        client.answering("tides", "{\"data\":{\"_entities\":[{\"tide\":3}]}}");

        assertEquals(
                List.of(
                        "{\"data\":{\"port\":{\"id\":\"hph\"},\"ports\":[]},\"errors\":[" + error("late", "ports")
                                + "],\"hasNext\":true}",
                        "{\"incremental\":[{\"data\":{\"tide\":3},\"path\":[\"port\"]}],\"hasNext\":false}"),
                parts("{ port { id ... @defer { tide } } ports { id } }"));
    }

    @Test
    void tellsOfAnErrorOfADeferredRequestWithTheFragmentThatWaitedForIt() {
        client.answering("ports", "{\"data\":{\"ports\":[]}}");
        client.answering("tides", "{\"data\":{\"moon\":1,\"sun\":2},\"errors\":[{\"message\":\"late\"}]}");

        assertEquals(
                List.of(
                        "{\"data\":{\"ports\":[]},\"hasNext\":true}",
                        "{\"incremental\":[{\"data\":{\"moon\":1,\"sun\":2},\"path\":[],\"errors\":["
                                + error("late", "tides") + "]}],\"hasNext\":false}"),
                parts("{ ports { id } ... @defer { moon sun } }"));
    }

    private List<String> parts(String query) {
        DeferredParts parts = new DeferredParts();
        Prepared prepared = engine.prepare(new GraphQLRequest(query, null, Map.of(), Delivery.IN_PARTS), "context");
        assertInstanceOf(Prepared.InParts.class, prepared).parts().subscribe(parts);
        parts.want(5);
        return parts.parts();
    }

    private static String error(String message, String subgraph) {
        return "{\"message\":\"" + message + "\",\"extensions\":{\"code\":\"SUBGRAPH_ERROR\",\"service\":\"" + subgraph
                + "\"}}";
    }
}
