package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.bare;
import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class FederationOneTest {

    @Test
    void composesTheStyleWithoutLinks() {
        Composed composed = Composed.of(bare("accounts", """
                        extend type Query { me: User }
                        type User @key(fields: "id") { id: ID! name: String }
                        """), bare("reviews", """
                        type Review @key(fields: "id") { id: ID! author: User @provides(fields: "name") }
                        extend type User @key(fields: "id") {
                          id: ID! @external
                          name: String @external
                          reviews: [Review]
                        }
                        """));

        assertEquals("""
                type User
                  @join__type(graph: ACCOUNTS, key: "id")
                  @join__type(graph: REVIEWS, key: "id")
                {
                  id: ID!
                  name: String @join__field(graph: ACCOUNTS) @join__field(graph: REVIEWS, external: true)
                  reviews: [Review] @join__field(graph: REVIEWS)
                }""", composed.definition("type User"));
    }

    @Test
    void readsExtendsAsAnExtension() {
        Composed composed = Composed.of(
                bare(
                        "products",
                        "type Query { top: Product }\ntype Product @key(fields: \"upc\") { upc: ID! weight: Int }"),
                bare("inventory", """
                        type Product @extends @key(fields: "upc") {
                          upc: ID! @external
                          weight: Int @external
                          shipping: Int @requires(fields: "weight")
                        }
                        """));

        assertEquals("""
                type Product
                  @join__type(graph: INVENTORY, key: "upc", extension: true)
                  @join__type(graph: PRODUCTS, key: "upc")
                {
                  upc: ID!
                  weight: Int @join__field(graph: INVENTORY, external: true) @join__field(graph: PRODUCTS)
                  shipping: Int @join__field(graph: INVENTORY, requires: "weight")
                }""", composed.definition("type Product"));
    }

    @Test
    void sharesValueTypesWithoutADirective() {
        Composed composed = Composed.of(
                bare("a", "type Query { m: Money }\ntype Money { amount: Int unit: String }"),
                bare("b", "type Money { amount: Int unit: String }\nextend type Query { n: Money }"));

        assertEquals("""
                type Money
                  @join__type(graph: A)
                  @join__type(graph: B)
                {
                  amount: Int
                  unit: String
                }""", composed.definition("type Money"));
    }

    @Test
    void stillAsksTheFederationTwoSideToShare() {
        Composed composed = Composed.of(
                bare("a", "type Query { m: Money }\ntype Money { amount: Int }"),
                subgraph("b", "type Money { amount: Int }"));

        assertEquals(List.of(CompositionErrorCode.INVALID_FIELD_SHARING), composed.codes());
        assertEquals("b", composed.error().places().getFirst().subgraph());
    }

    @Test
    void dropsExternalFieldsThatNothingUses() {
        Composed composed = Composed.of(
                bare("a", "type Query { t: T }\ntype T @key(fields: \"id\") { id: ID! x: Int }"),
                bare("b", "extend type T @key(fields: \"id\") { id: ID! @external x: Int @external y: Int }"));

        assertEquals("x: Int @join__field(graph: A)", composed.field("type T", "x"));
    }

    @Test
    void ignoresKeysOnInterfaces() {
        Composed composed = Composed.of(bare("a", """
                type Query { n: N }
                interface N @key(fields: "id") { id: ID! }
                type T implements N { id: ID! }
                """));

        assertEquals("""
                interface N
                  @join__type(graph: A)
                {
                  id: ID!
                }""", composed.definition("interface N"));
    }

    @Test
    void readsFieldSetsThatAreListsOfStrings() {
        Composed composed = Composed.of(
                bare("a", "type Query { t: T } type T @key(fields: [\"id\", \"code\"]) { id: ID! code: ID! }"));

        assertEquals("""
                type T
                  @join__type(graph: A, key: "id code")
                {
                  id: ID!
                  code: ID!
                }""", composed.definition("type T"));
    }

    @Test
    void leavesOutOfFieldSetsWhatTheSubgraphResolvesItself() {
        Composed composed = Composed.of(
                bare("a", """
                type Query { t: T @provides(fields: "own { x }") }
                type T @key(fields: "id") {
                  id: ID! own: O other: O @external
                  y: Int @requires(fields: "own { x } other { x }") z: Int @requires(fields: "id")
                }
                type O { x: Int }
                """),
                bare("b", "extend type T @key(fields: \"id\") { id: ID! @external other: O } type O { x: Int }"));

        assertEquals("t: T @join__field(graph: A)", composed.field("type Query", "t"));
        assertEquals("y: Int @join__field(graph: A, requires: \"other { x }\")", composed.field("type T", "y"));
        assertEquals("z: Int @join__field(graph: A)", composed.field("type T", "z"));
    }

    @Test
    void refusesATypeOfNothingButExternalFieldsThatNobodyUses() {
        Composed composed = Composed.of(
                bare("a", "type Query { t: T } type T { a: Int }"),
                bare("b", "type Query { s: T }\ntype T { a: Int @external }"));

        assertEquals(
                "b:2:1: TYPE_WITH_ONLY_UNUSED_EXTERNAL at T: all fields of \"T\" are @external, and nothing uses them;"
                        + " remove @external from those that the subgraph resolves",
                composed.error().toString());
    }

    @Test
    void ignoresAProvisionOfALeaf() {
        Composed composed = Composed.of(bare("a", "type Query { x: Int @provides(fields: \"y\") }"));

        assertEquals(List.of(), composed.errors());
    }

    /** It came with the last releases of Federation 1, whose users define it. */
    @Test
    void followsAnOverrideThatTheSubgraphDefines() {
        String entity = " T @key(fields: \"id\") { id: ID! x: Int ";
        String query = "type Query { t: T } ";
        Composed composed = Composed.of(
                bare(
                        "a",
                        "directive @override(from: String!) on FIELD_DEFINITION " + query + "type" + entity
                                + "@override(from: \"b\") }"),
                bare("b", "type" + entity + "}"));

        assertEquals("x: Int @join__field(graph: A, override: \"b\")", composed.field("type T", "x"));
    }

    @Test
    void refusesAnOverrideThatIsDefinedWithoutItsArgument() {
        assertEquals(
                List.of(CompositionErrorCode.DIRECTIVE_DEFINITION_INVALID),
                Composed.of(bare("a", "directive @override on FIELD_DEFINITION type Query { x: Int }"))
                        .codes());
    }
}
