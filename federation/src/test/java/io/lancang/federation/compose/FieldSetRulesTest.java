package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.bare;
import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldSetRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "idd                | KEY_INVALID_FIELDS",
                "owner              | KEY_INVALID_FIELDS",
                "id { x }           | KEY_INVALID_FIELDS",
                "id(of: 1)          | KEY_INVALID_FIELDS",
                "id {               | KEY_INVALID_FIELDS",
                "... on Nobody { x } | KEY_INVALID_FIELDS",
                "... on O { id }    | KEY_INVALID_FIELDS",
                "owner { ... on T { id } } | KEY_INVALID_FIELDS",
                "alias: id          | KEY_INVALID_FIELDS",
                "id @skip(if: true) | KEY_DIRECTIVE_IN_FIELDS_ARG",
                "named { name }     | KEY_FIELDS_SELECT_INVALID_TYPE",
                "any { ... on O { id } } | KEY_FIELDS_SELECT_INVALID_TYPE",
                "sized              | KEY_FIELDS_HAS_ARGS",
            })
    void refusesAKeyThatIdentifiesNothing(String key, CompositionErrorCode expected) {
        Composed composed = Composed.of(subgraph("a", """
                type Query { t: T }
                type T @key(fields: "%s") { id: ID! owner: O named: N any: U sized(unit: String): Int }
                type O implements N { id: ID! name: String }
                interface N { name: String }
                union U = O
                """.formatted(key)));

        assertEquals(List.of(expected), composed.codes());
        assertEquals(6, composed.error().places().getFirst().line());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id",
                "owner { id }",
                "tags",
                "owners { id }",
                "{ id }",
                "... on T { id }",
                "owner { ... on N { id } }"
            })
    void acceptsAKeyOfLeavesObjectsAndLists(String key) {
        Composed composed = Composed.of(subgraph("a", """
                type Query { t: T }
                type T @key(fields: "%s") { id: ID! owner: O tags: [String!] owners: [O!]! }
                type O implements N { id: ID! }
                interface N { id: ID! }
                """.formatted(key)));

        assertEquals(List.of(), composed.errors());
    }

    @Test
    void refusesAKeyThatIsNoString() {
        Composed composed = Composed.of(subgraph("a", """
                type Query { t: T }
                type T @key(fields: ["id"]) { id: ID! }
                """));

        assertEquals(List.of(CompositionErrorCode.KEY_INVALID_FIELDS_TYPE), composed.codes());
    }

    @Test
    void refusesARequirementThatIsNoString() {
        Composed composed = Composed.of(subgraph("a", """
                type Query { t: T }
                type T @key(fields: "id") { id: ID! cost: Int @requires(fields: ["id"]) }
                """));

        assertEquals(List.of(CompositionErrorCode.REQUIRES_INVALID_FIELDS_TYPE), composed.codes());
    }

    @Test
    void refusesAProvisionOnAFieldOfAnInterface() {
        Composed composed = Composed.of(subgraph("a", """
                type Query { n: N }
                interface N { t: T @provides(fields: "name") }
                type M implements N { t: T }
                type T @key(fields: "id") { id: ID! name: String @external }
                """));

        assertEquals(List.of(CompositionErrorCode.PROVIDES_UNSUPPORTED_ON_INTERFACE), composed.codes());
    }

    @Test
    void refusesAKeyOnAnInterfaceBeforeItsVersion() {
        Composed composed = Composed.of(bare("a", """
                extend schema @link(url: "https://specs.apollo.dev/federation/v2.2", import: ["@key"])
                type Query { n: N }
                interface N @key(fields: "id") { id: ID! }
                type T implements N @key(fields: "id") { id: ID! }
                """));

        assertEquals(List.of(CompositionErrorCode.KEY_UNSUPPORTED_ON_INTERFACE), composed.codes());
    }

    @Test
    void refusesARequirementWithAnArgumentThatAnotherSubgraphDoesNotTake() {
        Composed composed = Composed.of(subgraph("a", """
                        type Query { t: T }
                        type T @key(fields: "id") {
                          id: ID!
                          size: Size @external
                          fee: Int @requires(fields: "size { width(in: \\"cm\\") }")
                        }
                        type Size @shareable { width(in: String): Int }
                        """), subgraph("b", """
                        type T @key(fields: "id") { id: ID! size: Size }
                        type Size @shareable { width: Int }
                        """));

        assertEquals(List.of(CompositionErrorCode.REQUIRES_INVALID_FIELDS), composed.codes());
        assertTrue(composed.error().message().contains("[Size.width(in:)], which another subgraph does not take"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weight          | REQUIRES_FIELDS_MISSING_EXTERNAL",
                "nothing         | REQUIRES_INVALID_FIELDS",
                "price(in: 1, at: 2) | REQUIRES_INVALID_FIELDS",
                "price           | REQUIRES_INVALID_FIELDS",
                "price(in: 1.5)  | REQUIRES_INVALID_FIELDS",
                "price(in: $in)  | REQUIRES_INVALID_FIELDS",
                "p: price(in: 1) | REQUIRES_INVALID_FIELDS",
                "price(in: 1) @include(if: true) | REQUIRES_DIRECTIVE_IN_FIELDS_ARG",
            })
    void refusesARequirementThatNobodyCanFulfil(String fields, CompositionErrorCode expected) {
        Composed composed = Composed.of(
                subgraph("a", """
                        type Query { t: T }
                        type T @key(fields: "id") {
                          id: ID!
                          weight: Int
                          price(in: Int!): Int @external
                          shipping: Int @requires(fields: "%s")
                          used: Int @requires(fields: "price(in: 3)")
                        }
                        """.formatted(fields)),
                subgraph("b", "type T @key(fields: \"id\") { id: ID! price(in: Int!): Int }"));

        assertEquals(List.of(expected), composed.codes());
        assertEquals("T.shipping", composed.error().coordinate());
    }

    @Test
    void acceptsARequirementBelowAnExternalObject() {
        Composed composed = Composed.of(subgraph("a", """
                        type Query { c: Corridor }
                        type Corridor @key(fields: "id") { id: ID! partners: [Partner!]! }
                        type Partner @key(fields: "code") { code: ID! }
                        """), subgraph("b", """
                        type Corridor @key(fields: "id") {
                          id: ID!
                          partners: [Partner!]! @external
                          tradeServed: Int @requires(fields: "partners { code }")
                        }
                        type Partner @key(fields: "code") { code: ID! }
                        """));

        assertEquals(
                "tradeServed: Int @join__field(graph: B, requires: \"partners { code }\")",
                composed.field("type Corridor", "tradeServed"));
        assertEquals(
                "partners: [Partner!]! @join__field(graph: A) @join__field(graph: B, external: true)",
                composed.field("type Corridor", "partners"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t: T @provides(fields: \"own\")     | PROVIDES_FIELDS_MISSING_EXTERNAL",
                "t: T @provides(fields: \"nothing\") | PROVIDES_INVALID_FIELDS",
                "t: T @provides(fields: \"sized\")   | PROVIDES_FIELDS_HAS_ARGS",
                "t: Int @provides(fields: \"name\")  | PROVIDES_ON_NON_OBJECT_FIELD",
                "t: T @provides(fields: 1)           | PROVIDES_INVALID_FIELDS_TYPE",
                "t: T @provides(fields: \"name @skip(if: true)\") | PROVIDES_DIRECTIVE_IN_FIELDS_ARG",
            })
    void refusesAProvisionOfWhatCannotBeProvided(String field, CompositionErrorCode expected) {
        Composed composed = Composed.of(
                subgraph("a", """
                        type Query { %s u: T @provides(fields: "name") v: T w: W }
                        type W { t: T @provides(fields: "name") }
                        type T @key(fields: "id") { id: ID! own: Int name: String @external sized(unit: String): Int @external
                          use: Int @requires(fields: "sized") }
                        """.formatted(field)),
                subgraph(
                        "b",
                        "type T @key(fields: \"id\") { id: ID! name: String @shareable sized(unit: String): Int }"));

        assertEquals(List.of(expected), composed.codes());
        assertEquals("Query.t", composed.error().coordinate());
    }

    @Test
    void printsWhatAFieldProvides() {
        Composed composed = Composed.of(
                subgraph("a", """
                        type Query { t: T @provides(fields: "name") }
                        type T @key(fields: "id") { id: ID! name: String @external }
                        """), subgraph("b", "type T @key(fields: \"id\") { id: ID! name: String @shareable }"));

        assertEquals("t: T @join__field(graph: A, provides: \"name\")", composed.field("type Query", "t"));
    }

    @Test
    void refusesARequirementWithoutAnArgumentThatAnotherSubgraphDemands() {
        Composed composed = Composed.of(
                subgraph("a", """
                        type Query { t: T }
                        type T @key(fields: "id") {
                          id: ID! price(in: Int): Int @external
                          shipping: Int @requires(fields: "price")
                          tax: Int @requires(fields: "price(in: 1)")
                        }
                        """), subgraph("b", "type T @key(fields: \"id\") { id: ID! price(in: Int!): Int }"));

        assertEquals(List.of(CompositionErrorCode.REQUIRES_INVALID_FIELDS), composed.codes());
        assertEquals("T.shipping", composed.error().coordinate());
        assertEquals("a:8:17", composed.error().places().getFirst().toString());
    }
}
