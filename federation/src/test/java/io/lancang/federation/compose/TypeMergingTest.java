package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypeMergingTest {

    @Test
    void unitesTheFieldsOfAnEntityAndSaysWhoResolvesWhich() {
        Composed composed = Composed.of(subgraph("trade", """
                        type Query { partner: Partner }
                        type Partner @key(fields: "code") { code: ID! exports: Int }
                        """), subgraph("corridor", """
                        type Partner @key(fields: "code") { code: ID! corridors: [String!]! }
                        """));

        assertEquals("""
                type Partner
                  @join__type(graph: CORRIDOR, key: "code")
                  @join__type(graph: TRADE, key: "code")
                {
                  code: ID!
                  corridors: [String!]! @join__field(graph: CORRIDOR)
                  exports: Int @join__field(graph: TRADE)
                }""", composed.definition("type Partner"));
    }

    @Test
    void givesTheQueryRootToEverySubgraph() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x: Int }"), subgraph("b", "type T @key(fields: \"id\") { id: ID! }"));

        assertEquals("""
                type Query
                  @join__type(graph: A)
                  @join__type(graph: B)
                {
                  x: Int @join__field(graph: A)
                }""", composed.definition("type Query"));
    }

    @Test
    void printsEveryKeyOfATypeWithWhetherItCanBeEntered() {
        Composed composed = Composed.of(subgraph("a", """
                type Query { t: T }
                type T @key(fields: "id") @key(fields: "{ owner { id } }", resolvable: false) { id: ID! owner: O }
                type O { id: ID! }
                """));

        assertEquals("""
                type T
                  @join__type(graph: A, key: "id")
                  @join__type(graph: A, key: "owner { id }", resolvable: false)
                {
                  id: ID!
                  owner: O
                }""", composed.definition("type T"));
    }

    @Test
    void marksATypeThatASubgraphOnlyExtends() {
        Composed composed = Composed.of(subgraph("a", """
                        type Query { t: T }
                        type T @key(fields: "id") { id: ID! }
                        """), subgraph("b", """
                        extend type T @key(fields: "id") { id: ID! @external more: Int }
                        """));

        assertEquals("""
                type T
                  @join__type(graph: A, key: "id")
                  @join__type(graph: B, key: "id", extension: true)
                {
                  id: ID!
                  more: Int @join__field(graph: B)
                }""", composed.definition("type T"));
    }

    @Test
    void unitesTheMembersOfAUnion() {
        Composed composed = Composed.of(subgraph("a", """
                        type Query { u: U }
                        union U = X | Y
                        type X { x: Int } type Y { y: Int }
                        """), subgraph("b", """
                        union U = Z
                        type Z { z: Int }
                        """));

        assertEquals("""
                union U
                  @join__type(graph: A)
                  @join__type(graph: B)
                  @join__unionMember(graph: A, member: "X")
                  @join__unionMember(graph: A, member: "Y")
                  @join__unionMember(graph: B, member: "Z")
                 = X | Y | Z""", composed.definition("union U"));
    }

    @Test
    void unitesTheInterfacesOfAType() {
        Composed composed = Composed.of(subgraph("a", """
                        type Query { t: T }
                        interface Named { name: String }
                        type T implements Named @key(fields: "id") { id: ID! name: String }
                        """), subgraph("b", """
                        interface Sized { size: Int }
                        type T implements Sized @key(fields: "id") { id: ID! size: Int }
                        """));

        assertEquals("""
                type T implements Named & Sized
                  @join__implements(graph: A, interface: "Named")
                  @join__implements(graph: B, interface: "Sized")
                  @join__type(graph: A, key: "id")
                  @join__type(graph: B, key: "id")
                {
                  id: ID!
                  name: String @join__field(graph: A)
                  size: Int @join__field(graph: B)
                }""", composed.definition("type T"));
    }

    @Test
    void refusesATypeThatMissesAFieldWhichAnotherSubgraphAddsToItsInterface() {
        Composed composed = Composed.of(subgraph("a", """
                        type Query { n: Named }
                        interface Named { name: String }
                        type T implements Named { name: String }
                        """), subgraph("b", """
                        interface Named { short: String }
                        type S implements Named { short: String name: String }
                        """));

        assertEquals(List.of(CompositionErrorCode.INTERFACE_FIELD_NO_IMPLEM), composed.codes());
        assertEquals("T.short", composed.error().coordinate());
    }

    @Test
    void refusesOneNameForTwoKindsOfTypeAndNamesBothPlaces() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { t: T }\ntype T { x: Int }"), subgraph("b", "input T { x: Int }"));

        assertEquals(
                "a:6:1, b:5:1: TYPE_KIND_MISMATCH at T: \"T\" is \"type\" in \"a\", \"input\" in \"b\";"
                        + " use one kind of type, or rename one of them",
                composed.error().toString());
    }

    @Test
    void takesTheDescriptionThatMostSubgraphsGive() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { t: T }\n\"rare\"\ntype T @shareable { x: Int }"),
                subgraph("b", "\"common\"\ntype T @shareable { x: Int }"),
                subgraph("c", "\"common\"\ntype T @shareable { x: Int }"));

        assertEquals(
                "common",
                composed.definition("type T").lines().skip(1).findFirst().orElseThrow());
    }

    @Test
    void refusesSubgraphsWithoutAnyQuery() {
        Composed composed = Composed.of(subgraph("a", "type T { x: Int }"));

        assertEquals(List.of(CompositionErrorCode.NO_QUERIES), composed.codes());
        assertEquals(List.of(Place.whole("a")), composed.error().places());
    }

    @Test
    void refusesToComposeNothing() {
        assertEquals(List.of(CompositionErrorCode.NO_QUERIES), Composed.of().codes());
    }
}
