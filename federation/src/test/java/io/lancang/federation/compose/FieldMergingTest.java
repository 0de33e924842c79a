package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldMergingTest {

    @Test
    void widensAFieldThatOnlySomeSubgraphsPromiseToBeThere() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { t: T }\ntype T @shareable { x: Int! }"),
                subgraph("b", "type T @shareable { x: Int }"));

        assertEquals(
                "x: Int @join__field(graph: A, type: \"Int!\") @join__field(graph: B, type: \"Int\")",
                composed.field("type T", "x"));
        assertEquals(List.of("T.x"), composed.hints());
    }

    @Test
    void widensAFieldToTheInterfaceOfWhatSubgraphsReturn() {
        String node = "interface Node { id: ID! }\ntype Leaf implements Node @shareable { id: ID! }\n";
        Composed composed = Composed.of(
                subgraph("a", node + "type Query { t: T }\ntype T @shareable { node: Node }"),
                subgraph("b", node + "type T @shareable { node: Leaf }"));

        assertEquals(
                "node: Node @join__field(graph: A, type: \"Node\") @join__field(graph: B, type: \"Leaf\")",
                composed.field("type T", "node"));
    }

    @Test
    void saysNothingAboutAFieldThatAllSubgraphsResolveAlike() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { t: T }\ntype T @shareable { x: [Int!] }"),
                subgraph("b", "type T @shareable { x: [Int!] }"));

        assertEquals("x: [Int!]", composed.field("type T", "x"));
    }

    @Test
    void refusesTypesOfWhichNoneCoversTheOthers() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { t: T }\ntype T @shareable { x: Int }"),
                subgraph("b", "type T @shareable { x: String }"));

        assertEquals(
                "a:6:21, b:5:21: FIELD_TYPE_MISMATCH at T.x: the type of \"T.x\" is \"Int\" in \"a\", \"String\" in \"b\","
                        + " and none of them covers all; use one type in every subgraph",
                composed.error().toString());
    }

    @Test
    void refusesAListWhereAnotherSubgraphHasOneValue() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { t: T }\ntype T @shareable { x: [Int] }"),
                subgraph("b", "type T @shareable { x: Int }"));

        assertEquals(List.of(CompositionErrorCode.FIELD_TYPE_MISMATCH), composed.codes());
    }

    @Test
    void keepsOnlyArgumentsThatEverySubgraphWithTheFieldKnows() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x(first: Int, after: String): Int @shareable }"),
                subgraph("b", "type Query { x(first: Int): Int @shareable }"));

        assertEquals("x(first: Int): Int", composed.field("type Query", "x"));
        assertEquals(List.of("Query.x(after:)"), composed.hints());
    }

    @Test
    void narrowsAnArgumentToWhatEverySubgraphTakes() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x(first: Int): Int @shareable }"),
                subgraph("b", "type Query { x(first: Int!): Int @shareable }"));

        assertEquals("x(first: Int!): Int", composed.field("type Query", "x"));
    }

    @Test
    void refusesARequiredArgumentThatSomeSubgraphDoesNotKnow() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x(first: Int!): Int @shareable }"),
                subgraph("b", "type Query { x: Int @shareable }"));

        assertEquals(List.of(CompositionErrorCode.REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH), composed.codes());
        assertEquals("Query.x(first:)", composed.error().coordinate());
    }

    @Test
    void letsARequiredArgumentGoThatHasADefault() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x(first: Int! = 10): Int @shareable }"),
                subgraph("b", "type Query { x: Int @shareable }"));

        assertEquals("x: Int", composed.field("type Query", "x"));
    }

    @Test
    void refusesArgumentsWithTypesThatNoneOfThemFits() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x(first: Int): Int @shareable }"),
                subgraph("b", "type Query { x(first: String): Int @shareable }"));

        assertEquals(List.of(CompositionErrorCode.FIELD_ARGUMENT_TYPE_MISMATCH), composed.codes());
    }

    @Test
    void refusesAFieldThatTwoSubgraphsResolveUnlessBothShareIt() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { t: T }\ntype T @key(fields: \"id\") { id: ID! x: Int @shareable }"),
                subgraph("b", "type T @key(fields: \"id\") { id: ID! x: Int }"));

        assertEquals(
                "b:5:37: INVALID_FIELD_SHARING at T.x: \"T.x\" is resolved by \"a\", \"b\", but not @shareable in"
                        + " \"b\"; mark it there, or make it @external",
                composed.error().toString());
    }

    /** What one declaration of a type says is not said by the others. */
    @Test
    void sharesOnlyTheFieldsOfTheDeclarationThatIsShareable() {
        String shared = "type Query { t: T } type T @shareable { x: Int } ";
        String other = "type T @shareable { x: Int y: Int }";

        assertEquals(
                "T.y",
                Composed.of(subgraph("a", shared + "extend type T { y: Int }"), subgraph("b", other))
                        .error()
                        .coordinate());
        assertEquals(
                List.of(),
                Composed.of(subgraph("a", shared + "extend type T @shareable { y: Int }"), subgraph("b", other))
                        .codes());
        assertEquals(
                List.of(),
                Composed.of(subgraph("a", shared + "extend type T { y: Int @shareable }"), subgraph("b", other))
                        .codes());
    }

    @Test
    void refusesToShareASubscriptionEvenOfOneSubgraph() {
        String query = "type Query { x: Int } ";

        assertEquals(
                List.of(CompositionErrorCode.INVALID_FIELD_SHARING),
                Composed.of(subgraph("a", query + "type Subscription { y: Int @shareable }"))
                        .codes());
        assertEquals(
                List.of(CompositionErrorCode.INVALID_FIELD_SHARING),
                Composed.of(subgraph("a", query + "type Subscription @shareable { y: Int }"))
                        .codes());
    }

    @Test
    void sharesKeyFieldsWithoutADirective() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { t: T }\ntype T @key(fields: \"o { id }\") { o: O! }\ntype O { id: ID! }"),
                subgraph("b", "type T @key(fields: \"o { id }\") { o: O! }\ntype O { id: ID! }"));

        assertEquals("o: O!", composed.field("type T", "o"));
    }

    @Test
    void refusesASubscriptionOfTwoSubgraphsEvenIfShared() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { q: Int }\ntype Subscription { s: Int @shareable }"),
                subgraph("b", "type Subscription { s: Int @shareable }"));

        assertEquals(List.of(CompositionErrorCode.INVALID_FIELD_SHARING), composed.codes());
    }

    @Test
    void refusesAMergedTypeThatNoLongerFitsItsInterface() {
        Composed composed = Composed.of(subgraph("a", """
                        type Query { n: N }
                        interface N { x: Int! }
                        type T implements N @shareable { x: Int! }
                        """), subgraph("b", "type T @shareable { x: Int }"));

        assertEquals(List.of(CompositionErrorCode.INVALID_GRAPHQL), composed.codes());
    }

    @Test
    void asksTheOwnerOfAProvidedFieldToShareIt() {
        String provider =
                "type Query { t: T @provides(fields: \"x\") } type T @key(fields: \"id\") { id: ID! x: Int @external }";

        Composed unshared =
                Composed.of(subgraph("a", provider), subgraph("b", "type T @key(fields: \"id\") { id: ID! x: Int }"));
        Composed shared = Composed.of(
                subgraph("a", provider), subgraph("b", "type T @key(fields: \"id\") { id: ID! x: Int @shareable }"));

        assertEquals(List.of(CompositionErrorCode.INVALID_FIELD_SHARING), unshared.codes());
        assertEquals("b", unshared.error().places().getFirst().subgraph());
        assertEquals(List.of(), shared.codes());
    }

    @Test
    void refusesASharedFieldWhoseSubgraphsKnowNoCommonObject() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { u: U @shareable } union U = A type A { x: Int }"),
                subgraph("b", "type Query { u: U @shareable } union U = B | C type B { x: Int } type C { x: Int }"));

        assertEquals(
                "a:5:14, b:5:14: SHAREABLE_HAS_MISMATCHED_RUNTIME_TYPES at Query.u: \"Query.u\" is shared, but no object can"
                        + " be its value in all of its subgraphs: it is A in \"a\", B or C in \"b\"; let the subgraphs know a"
                        + " common type, or give the field to one of them",
                composed.error().toString());
    }

    @Test
    void takesASharedFieldWhoseSubgraphsKnowOneCommonObject() {
        Composed composed = Composed.of(
                subgraph(
                        "a",
                        "type Query { u: U @shareable } union U = A | C type A { x: Int } type C @shareable { x: Int }"),
                subgraph(
                        "b",
                        "type Query { u: U @shareable } union U = B | C type B { x: Int } type C @shareable { x: Int }"));

        assertEquals(List.of(), composed.codes());
    }
}
