package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.compose.problem.CompositionError;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class SatisfiabilityTest {

    @Test
    void namesTheQueryThatCannotBeResolvedAndWhyInEachSubgraph() {
        Composed composed = Composed.of(subgraph("a", """
                        type Query { partner: Partner }
                        type Partner @key(fields: "code") { code: ID! }
                        """), subgraph("b", """
                        type Partner @key(fields: "code", resolvable: false) { code: ID! corridors: Int }
                        """));

        assertEquals(
                "b:5:66: SATISFIABILITY_ERROR at Partner.corridors: the query \"{ partner { corridors } }\" cannot be"
                        + " resolved: \"a\" has no field \"Partner.corridors\"; \"b\" has the field, but \"Partner\" has"
                        + " no resolvable @key there by which it could be entered; add one",
                composed.error().toString());
    }

    @Test
    void movesThroughSeveralSubgraphsWhoseKeysFormAChain() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { t: T }\ntype T @key(fields: \"id\") { id: ID! }"),
                subgraph("b", "type T @key(fields: \"id\") @key(fields: \"sku\") { id: ID! sku: Int! }"),
                subgraph("c", "type T @key(fields: \"sku\") @key(fields: \"upc\") { sku: Int! upc: Int! }"),
                subgraph("d", "type T @key(fields: \"upc\") { upc: Int! far: Int }"));

        assertEquals(List.of(), composed.errors());
    }

    @Test
    void refusesAChainOfKeysWithAMissingLink() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { t: T }\ntype T @key(fields: \"id\") { id: ID! }"),
                subgraph("b", "type T @key(fields: \"id\") { id: ID! }"),
                subgraph("d", "type T @key(fields: \"upc\") { upc: Int! far: Int }"));

        CompositionError far = composed.errors().stream()
                .filter(error -> error.coordinate().equals("T.far"))
                .findFirst()
                .orElseThrow();
        assertTrue(far.message().contains("its @key \"upc\" cannot be resolved from \"a\", \"b\""), far.message());
    }

    @Test
    void gathersACompositeKeyFromSeveralSubgraphs() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { t: T }\ntype T @key(fields: \"id\") { id: ID! x: Int @shareable }"),
                subgraph("b", "type T @key(fields: \"id\") { id: ID! y: Int @shareable }"),
                subgraph("c", "type T @key(fields: \"x y\") { x: Int y: Int z: Int }"));

        assertEquals(List.of(), composed.errors());
    }

    @Test
    void movesThroughAnotherEntityToResolveANestedKey() {
        Composed composed = Composed.of(
                subgraph("a", """
                        type Query { u: User }
                        type User @key(fields: "id") { id: ID! org: Org! @shareable }
                        type Org @key(fields: "id") { id: ID! }
                        """),
                subgraph("b", "type Org @key(fields: \"id\") { id: ID! name: String @shareable }"),
                subgraph("c", """
                        type User @key(fields: "org { name }") { org: Org! badge: Int }
                        type Org @key(fields: "name") { name: String }
                        """));

        assertEquals(List.of(), composed.errors());
    }

    @Test
    void resolvesRequirementsThroughOtherRequirements() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { t: T }\ntype T @key(fields: \"id\") { id: ID! x: Int }"),
                subgraph(
                        "b",
                        "type T @key(fields: \"id\") { id: ID! x: Int @external y: Int @requires(fields: \"x\") }"),
                subgraph(
                        "c",
                        "type T @key(fields: \"id\") { id: ID! y: Int @external z: Int @requires(fields: \"y\") }"));

        assertEquals(List.of(), composed.errors());
    }

    @Test
    void refusesRequirementsThatWaitForEachOther() {
        Composed composed = Composed.of(
                subgraph(
                        "a",
                        "type Query { t: T }\ntype T @key(fields: \"id\") {"
                                + " id: ID! x: Int @requires(fields: \"y\") y: Int @external }"),
                subgraph(
                        "b",
                        "type T @key(fields: \"id\") { id: ID! y: Int @requires(fields: \"x\") x: Int @external }"));

        assertEquals(
                List.of(CompositionErrorCode.SATISFIABILITY_ERROR, CompositionErrorCode.SATISFIABILITY_ERROR),
                composed.codes());
    }

    @Test
    void refusesARequirementWithoutAWayBackIntoItsSubgraph() {
        Composed composed =
                Composed.of(subgraph("a", "type T @key(fields: \"id\") { id: ID! x: Int }"), subgraph("b", """
                        type Query { t: T }
                        type T @key(fields: "id", resolvable: false) {
                          id: ID!
                          x: Int @external
                          y: Int @requires(fields: "x")
                        }
                        """));

        assertEquals(List.of(CompositionErrorCode.SATISFIABILITY_ERROR), composed.codes());
        assertTrue(composed.error().message().contains("no resolvable @key by which it could be entered again"));
    }

    @Test
    void resolvesAValueTypeByReenteringItsParent() {
        Composed composed = Composed.of(subgraph("a", """
                        type Query { t: T }
                        type T @key(fields: "id") { id: ID! value: V @shareable }
                        type V @shareable { x: Int y: Int }
                        """), subgraph("b", """
                        type T @key(fields: "id") { id: ID! value: V @shareable }
                        type V @shareable { x: Int z: Int }
                        """));

        assertEquals(List.of(), composed.errors());
    }

    @Test
    void refusesAValueTypeOnAPathThatOnlyOneSubgraphHas() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { v: V @shareable w: V }\ntype V @shareable { x: Int y: Int }"),
                subgraph("b", "type Query { v: V @shareable }\ntype V @shareable { x: Int z: Int }"));

        assertEquals(List.of(CompositionErrorCode.SATISFIABILITY_ERROR), composed.codes());
        assertTrue(
                composed.error().message().contains("{ w { z } }"),
                composed.error().message());
    }

    @Test
    void resolvesAnExternalFieldOnlyWhereItIsProvided() {
        Composed composed =
                Composed.of(subgraph("a", """
                        type Query { best: T @provides(fields: "name") any: T }
                        type T @key(fields: "id", resolvable: false) { id: ID! name: String @external }
                        """), subgraph("b", "type T { id: ID! @shareable name: String @shareable }"));

        assertEquals("T.name", composed.error().coordinate());
        assertTrue(
                composed.error().message().contains("{ any { name } }"),
                composed.error().message());
    }

    @Test
    void asksOnlySubgraphsForAUnionMemberThatKnowIt() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { u: U }\nunion U = X | Y\ntype X { x: Int }\ntype Y { y: Int }"),
                subgraph("b", "union U = Z\ntype Z { z: Int }"));

        assertEquals(List.of(), composed.errors());
    }

    @Test
    void walksTheImplementationsOfAnInterface() {
        Composed composed = Composed.of(
                subgraph("a", """
                        type Query { node: Node }
                        interface Node { id: ID! }
                        type T implements Node @key(fields: "id") { id: ID! }
                        """), subgraph("b", "type T @key(fields: \"id\", resolvable: false) { id: ID! x: Int }"));

        assertTrue(
                composed.error().message().contains("{ node { ... on T { x } } }"),
                composed.error().message());
    }

    @Test
    void startsOverFromTheQueryRootWhereverItIsReached() {
        Composed composed = Composed.of(
                subgraph(
                        "a", "type Query { x: Int }\ntype Mutation { change: Changed }\ntype Changed { query: Query }"),
                subgraph("b", "type Query { y: Int }"));

        assertEquals(List.of(), composed.errors());
    }

    @Test
    void walksMutationsAndSubscriptions() {
        Composed composed = Composed.of(
                subgraph("a", """
                        type Query { x: Int }
                        type Subscription { changed: T }
                        type T @key(fields: "id") { id: ID! }
                        """), subgraph("b", "type T @key(fields: \"id\", resolvable: false) { id: ID! x: Int }"));

        assertTrue(
                composed.error().message().contains("subscription { changed { x } }"),
                composed.error().message());
    }

    @Test
    void endsOnTypesWhoseKeysReferToEachOther() {
        Composed composed = Composed.of(subgraph("a", """
                        type Query { p: P }
                        type P @key(fields: "id") { id: ID! c: [C] @shareable }
                        type C @key(fields: "id") { id: ID! p: [P] @shareable }
                        """), subgraph("b", """
                        type P @key(fields: "c { id p { c { id } } }") { c: [C] x: Int }
                        type C @key(fields: "id") @key(fields: "p { c { id } }") { id: ID! p: [P] }
                        """));

        assertEquals(List.of(), composed.errors());
    }

    @Test
    void startsOverAtEveryRootThatAFieldReturns() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { t: T } type T { m: Mutation } type Mutation { x: Int }"),
                subgraph("b", "type Mutation { y: Int }"));

        assertEquals(List.of(), composed.codes());
    }

    @Test
    void refusesAnInterfaceObjectWhoseTypeNobodyTells() {
        Composed composed = Composed.of(subgraph("a", """
                        type Query { all: I }
                        interface I @key(fields: "id", resolvable: false) { id: ID! }
                        type A implements I @key(fields: "id") { id: ID! x: Int }
                        """), subgraph("b", """
                        type Query { one: I }
                        type I @interfaceObject @key(fields: "id") { id: ID! y: Int }
                        """));

        assertEquals(
                "b:6:1: SATISFIABILITY_ERROR at I: the query \"{ one { __typename } }\" cannot be resolved: \"I\" is an"
                        + " interface object there, and by no resolvable @key of the interface does a router get to a"
                        + " subgraph that knows the implementations; add one",
                composed.error().toString());
    }

    @Test
    void endsWhereInterfaceObjectsLeadToEachOtherAndNoneToAKey() {
        Composed composed = Composed.of(subgraph("a", """
                        type Query { all: I }
                        interface I @key(fields: "id") { id: ID! }
                        type A implements I @key(fields: "id") { id: ID! }
                        """), subgraph("b", """
                        type I @interfaceObject @key(fields: "id") { id: ID! x: Int }
                        """), subgraph("c", """
                        type Query { one: I }
                        type I @interfaceObject @key(fields: "k") { k: ID! y: Int }
                        """));

        assertEquals(
                List.of("A.k", "A.y", "I", "I.id", "I.x"),
                composed.errors().stream()
                        .map(CompositionError::coordinate)
                        .sorted()
                        .toList());
    }

    /** Whichever subgraph carries a mutation out, the others must not carry it out again. */
    @Test
    void refusesASharedMutationOfWhichNoSubgraphLeadsToAllOfItsResult() {
        String x = "type Query { q: Int } type Mutation { load: Result @shareable } type Result { x: Int @shareable }";
        String y = "type Mutation { load: Result @shareable } type Result { y: Int }";
        String both = "type Mutation { load: Result @shareable } type Result { x: Int @shareable y: Int }";

        assertEquals(
                List.of(CompositionErrorCode.SATISFIABILITY_ERROR),
                Composed.of(subgraph("a", x), subgraph("b", y)).codes());
        assertEquals(
                List.of(), Composed.of(subgraph("a", x), subgraph("b", both)).codes());
        // Queries are asked of both.
        assertEquals(
                List.of(),
                Composed.of(
                                subgraph("a", "type Query { load: Result @shareable } type Result { x: Int }"),
                                subgraph("b", "type Query { load: Result @shareable } type Result { y: Int }"))
                        .codes());
    }
}
