package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import io.lancang.federation.supergraph.JoinSpec;
import io.lancang.federation.testing.TestSubgraph;
import org.junit.jupiter.api.Test;

/**
 * A key of an interface that one of its types has as external in each subgraph: ships in {@code b}, ports in {@code a}. It is refused
 * unless one of the two has it of all objects, or leads to it.
 */
class ExternalKeysOfInterfacesTest {
    private static final TestSubgraph SHIPS = subgraph("a", """
            type Query { node(id: ID!): Node @shareable }
            interface Node { id: ID! }
            type Ship implements Node @key(fields: "id") @key(fields: "imo") { id: ID! imo: Int }
            type Port implements Node @key(fields: "id") { id: ID! @external }
            """, """
            {"Query": {"node": {"$by": "id", "s": {"__typename": "Ship", "id": "s", "imo": 9},
                                "p": {"__typename": "Port", "id": "p"}}},
             "Ship": [{"id": "s", "imo": 9}]}
            """);

    private static final TestSubgraph PORTS = subgraph("b", """
            type Query { node(id: ID!): Node @shareable }
            interface Node { id: ID! }
            type Port implements Node @key(fields: "id") { id: ID! }
            type Ship implements Node @key(fields: "id") { id: ID! @external imo: Int }
            """, """
            {"Query": {"node": {"$by": "id", "s": {"__typename": "Ship", "id": "made up", "imo": 9},
                                "p": {"__typename": "Port", "id": "p"}}}}
            """);

    /**
     * The two together.
     *
     * @param node what else the first has to say of the field that leads to the interface
     * @param imo of ships, where they have it
     */
    private static Federation nodes(String node, String imo) {
        return Federation.on(JoinSpec.V0_5 + """
                enum join__Graph { A @join__graph(name: "a", url: "") B @join__graph(name: "b", url: "") }
                type Query @join__type(graph: A) @join__type(graph: B) {
                  node(id: ID!): Node @join__field(graph: A%s) @join__field(graph: B)
                }
                interface Node @join__type(graph: A) @join__type(graph: B) { id: ID! }
                type Ship implements Node
                  @join__implements(graph: A, interface: "Node") @join__implements(graph: B, interface: "Node")
                  @join__type(graph: A, key: "id") @join__type(graph: A, key: "imo") @join__type(graph: B, key: "id") {
                  id: ID! @join__field(graph: A) @join__field(graph: B, external: true)
                  imo: Int %s
                }
                type Port implements Node
                  @join__implements(graph: A, interface: "Node") @join__implements(graph: B, interface: "Node")
                  @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                  id: ID! @join__field(graph: A, external: true) @join__field(graph: B)
                }
                """.formatted(node, imo), SHIPS, PORTS);
    }

    @Test
    void areRefusedWhereNoSubgraphHasThemOfAll() {
        nodes("", "@join__field(graph: A)")
                .ask("{ node(id: \"s\") { id } }")
                .isRefused("SATISFIABILITY_ERROR node/id", "id");
    }

    /** Ships of the second subgraph are found in the first by their number. */
    @Test
    void areAskedForWhereAnotherKeyLeadsToThem() {
        Federation numbered = nodes("", "@join__field(graph: A) @join__field(graph: B)");

        numbered.ask("{ node(id: \"s\") { id } }").answers("{\"node\": {\"id\": \"s\"}}");
        numbered.ask("{ node(id: \"p\") { id } }").answers("{\"node\": {\"id\": \"p\"}}");
    }

    /** A number that the second subgraph has as external as well leads nowhere. */
    @Test
    void areRefusedWhereTheOtherKeyIsExternalToo() {
        nodes("", "@join__field(graph: A) @join__field(graph: B, external: true)")
                .ask("{ node(id: \"s\") { id } }")
                .isRefused("SATISFIABILITY_ERROR node/id", "id");
    }

    @Test
    void areAskedForWhereTheFieldThatLeadsToThemProvidesThem() {
        nodes(", provides: \"... on Port { id }\"", "@join__field(graph: A)")
                .ask("{ node(id: \"p\") { id } }")
                .answers("{\"node\": {\"id\": \"p\"}}");
    }

    @Test
    void areRefusedWhereTheFieldProvidesThemOfAnotherTypeAlone() {
        nodes(", provides: \"... on Ship { id }\"", "@join__field(graph: A)")
                .ask("{ node(id: \"p\") { id } }")
                .isRefused("SATISFIABILITY_ERROR node/id", "id");
    }
}
