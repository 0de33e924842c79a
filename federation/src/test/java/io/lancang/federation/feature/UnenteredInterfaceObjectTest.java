package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import io.lancang.federation.supergraph.JoinSpec;
import org.junit.jupiter.api.Test;

/** An interface object that begins a query and cannot be entered: only what it answers itself is to be had from it. */
class UnenteredInterfaceObjectTest {
    private static final Federation NODES =
            Federation.on(JoinSpec.V0_5 + """
                enum join__Graph { A @join__graph(name: "a", url: "") B @join__graph(name: "b", url: "") }
                type Query @join__type(graph: A) @join__type(graph: B) {
                  ships: [Ship!] @join__field(graph: A)
                  marked: [Node!] @join__field(graph: B)
                }
                interface Node
                  @join__type(graph: A, key: "id") @join__type(graph: B, key: "id", resolvable: false, isInterfaceObject: true) {
                  id: ID!
                  mark: String @join__field(graph: B)
                }
                type Ship implements Node @join__implements(graph: A, interface: "Node") @join__type(graph: A, key: "id") {
                  id: ID!
                  mark: String @join__field
                }
                type Port implements Node @join__implements(graph: A, interface: "Node") @join__type(graph: A, key: "id") {
                  id: ID!
                  mark: String @join__field
                }
                """, subgraph("a", """
                type Query { ships: [Ship!] }
                interface Node @key(fields: "id") { id: ID! }
                type Ship implements Node @key(fields: "id") { id: ID! }
                type Port implements Node @key(fields: "id") { id: ID! }
                """, """
                {"Query": {"ships": [{"id": "s"}]}, "Ship": [{"id": "s"}], "Port": [{"id": "p"}],
                 "Node": [{"__typename": "Ship", "id": "s"}, {"__typename": "Port", "id": "p"}]}
                """), subgraph("b", """
                type Query { marked: [Node!] }
                type Node @key(fields: "id", resolvable: false) @interfaceObject { id: ID! mark: String }
                """, """
                {"Query": {"marked": [{"id": "s", "mark": "red"}, {"id": "p", "mark": null}]}}
                """));

    /** Nobody has to say of which type an object is, since all are asked for the same. */
    @Test
    void asksForAFieldThatNoObjectTypeHasWithoutAskingForTypes() {
        NODES.ask("{ marked { mark } }")
                .answers("{\"marked\": [{\"mark\": \"red\"}, {\"mark\": null}]}")
                .planned("""
                    query plan, 1 request
                    #0 b {
                      marked {
                        mark
                      }
                    }
                    """);
    }
}
