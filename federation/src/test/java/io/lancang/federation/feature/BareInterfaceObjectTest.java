package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.bare;
import static io.lancang.federation.feature.DataSubgraph.subgraph;

import io.lancang.federation.supergraph.JoinSpec;
import org.junit.jupiter.api.Test;

/** Interfaces that some subgraphs have as interface objects, and of which nobody knows an object type. */
class BareInterfaceObjectTest {
    private static final Federation NODES =
            Federation.on(JoinSpec.V0_5 + """
                enum join__Graph { A @join__graph(name: "a", url: "") B @join__graph(name: "b", url: "") }
                type Query @join__type(graph: A) @join__type(graph: B) {
                  known: Node @join__field(graph: A)
                  marked: [Node!] @join__field(graph: B)
                }
                interface Node
                  @join__type(graph: A) @join__type(graph: B, key: "id", resolvable: false, isInterfaceObject: true) {
                  id: ID!
                  mark: Mark @join__field(graph: B)
                }
                type Mark @join__type(graph: B) { text: String }
                """, bare("a", """
                type Query { known: Node }
                interface Node { id: ID! }
                """, """
                {"Query": {"known": {"id": "n"}}}
                """), subgraph("b", """
                type Query { marked: [Node!] }
                type Node @key(fields: "id", resolvable: false) @interfaceObject { id: ID! mark: Mark }
                type Mark { text: String }
                """, """
                {"Query": {"marked": [{"id": "n", "mark": {"text": "red"}}, {"id": "m", "mark": null}]}}
                """));

    @Test
    void asksTheInterfaceObjectForItsFields() {
        NODES.ask("{ marked { id mark { text } ... on Node { key: id } } }")
                .answers("""
                    {"marked": [{"id": "n", "mark": {"text": "red"}, "key": "n"}, {"id": "m", "mark": null, "key": "m"}]}
                    """)
                .planned("""
                    query plan, 1 request
                    #0 b {
                      marked {
                        id
                        mark {
                          text
                        }
                        key: id
                      }
                    }
                    """);
    }

    /** The subgraph knows no type of which the object could be, and says so. */
    @Test
    void asksTheInterfaceWhereItIsOne() {
        NODES.ask("{ known { id } }")
                .answersInPart("{\"known\": null}", "SUBGRAPH_ERROR known")
                .sends(0, "{known{id}}");
    }

    @Test
    void refusesAFieldOfASubgraphThatCannotBeEntered() {
        NODES.ask("{ known { mark { text } } }")
                .isRefused("SATISFIABILITY_ERROR known/mark", "Node.mark at \\\"known.mark\\\"");
    }

    @Test
    void refusesTheTypeOfAnObjectThatNobodyKnows() {
        NODES.ask("{ marked { __typename id } }")
                .isRefused("SATISFIABILITY_ERROR marked/__typename", "Node.__typename at \\\"marked.__typename\\\"");
    }

    /** That an object is there its own subgraph shows, by whatever name: no type is asked for. */
    @Test
    void showsObjectsOfWhichEverythingIsExcluded() {
        String query = "query ($x: Boolean!) { marked { id @skip(if: $x) mark @skip(if: $x) { text } } }";
        NODES.with("{\"x\": true}").ask(query).answers("{\"marked\": [{}, {}]}").planned("""
                    query plan, 1 request
                    #0 b {
                      marked {
                        id @skip(if: $x)
                        mark @skip(if: $x) {
                          text
                        }
                        __typename # @presence
                      }
                    }
                    """);
        NODES.with("{\"x\": false}").ask(query).answers("""
                    {"marked": [{"id": "n", "mark": {"text": "red"}}, {"id": "m", "mark": null}]}
                    """);
    }

    @Test
    void refusesTheTypeOfAnObjectThatNobodyKnowsBesideFieldsThatAreExcluded() {
        NODES.with("{\"x\": true}")
                .ask("query ($x: Boolean!) { marked { id @skip(if: $x) __typename @skip(if: $x) } }")
                .isRefused("SATISFIABILITY_ERROR marked/__typename", "Node.__typename at \\\"marked.__typename\\\"");
    }

    /** A subgraph that knows no object type has no entities, whatever key its interface has. */
    @Test
    void entersNoInterfaceOfWhichTheSubgraphKnowsNoObjectType() {
        Federation keyed = Federation.of(bare("a", """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
            type Query { version: String }
            interface Node @key(fields: "id") { id: ID! }
            """, """
            {"Query": {"version": "1"}}
            """), subgraph("b", """
                    type Query { marked: [Node!] }
                    type Node @key(fields: "id") @interfaceObject { id: ID! mark: String }
                    """, """
                    {"Query": {"marked": [{"id": "n", "mark": "red"}]}, "Node": [{"id": "n", "mark": "red"}]}
                    """));

        keyed.ask("{ marked { id mark } }")
                .answers("{\"marked\": [{\"id\": \"n\", \"mark\": \"red\"}]}")
                .asking("b");
        keyed.ask("{ marked { __typename } }")
                .isRefused("SATISFIABILITY_ERROR marked/__typename", "Node.__typename at \\\"marked.__typename\\\"");
    }
}
