package io.lancang.federation.supergraph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two subgraphs of a supergraph: the order in which they are written, and what they are called, decide nothing. */
class OrderOfSubgraphsTest {
    private static final String RED = "RED @join__graph(name: \"%s\", url: \"http://red.test\")";
    private static final String BLUE = "BLUE @join__graph(name: \"%s\", url: \"http://blue.test\")";

    /** Each time the first difference puts BLUE first: a type, a field, a key, and then one thing more that is said of a field. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "type Apple @join__type(graph: BLUE) { a: Int } type Pear @join__type(graph: RED) { a: Int }",
                """
                type Apple @join__type(graph: BLUE) @join__type(graph: RED) {
                  a: Int @join__field(graph: BLUE) b: Int @join__field(graph: RED) }
                """,
                "type Apple @join__type(graph: BLUE, key: \"a\") @join__type(graph: RED) { a: Int }",
                """
                type Apple @join__type(graph: BLUE) @join__type(graph: RED) {
                  a: Int @join__field(graph: BLUE) @join__field(graph: RED, external: true) }
                """,
                """
                type Apple @join__type(graph: BLUE) @join__type(graph: RED) {
                  a: Int @join__field(graph: BLUE, type: "Int") @join__field(graph: RED, type: "Int!") }
                """,
                """
                type Apple @join__type(graph: BLUE) @join__type(graph: RED) { b: Int
                  a: Int @join__field(graph: BLUE) @join__field(graph: RED, requires: "b") }
                """,
                """
                type Apple @join__type(graph: BLUE) @join__type(graph: RED) { b: Int
                  a: Apple @join__field(graph: BLUE) @join__field(graph: RED, provides: "b") }
                """,
                """
                union Apple @join__type(graph: BLUE) @join__type(graph: RED) @join__unionMember(graph: RED, member: "Query")
                  @join__unionMember(graph: BLUE, member: "Root") @join__unionMember(graph: BLUE, member: "Query") = Query | Root
                type Root @join__type(graph: BLUE) @join__type(graph: RED) { a: Int }
                """
            })
    void isThatOfWhatTheyHave(String types) {
        assertEquals(List.of("BLUE", "RED"), order(RED.formatted("red") + BLUE.formatted("blue"), types));
        assertEquals(List.of("BLUE", "RED"), order(BLUE.formatted("red") + RED.formatted("blue"), types));
    }

    @Test
    void isThatOfTheirNamesWhereTheyHaveTheSame() {
        String types = "type Apple @join__type(graph: BLUE) @join__type(graph: RED) { a: Int }";
        assertEquals(List.of("BLUE", "RED"), order(RED.formatted("red") + BLUE.formatted("blue"), types));
        assertEquals(List.of("RED", "BLUE"), order(RED.formatted("blue") + BLUE.formatted("red"), types));
    }

    private static List<String> order(String graphs, String types) {
        return Supergraph.parse(JoinSpec.V0_5 + "enum join__Graph {" + graphs + "}\n"
                        + "type Query @join__type(graph: BLUE) @join__type(graph: RED) { q: Int }\n" + types)
                .subgraphs()
                .stream()
                .map(Subgraph::graph)
                .toList();
    }
}
