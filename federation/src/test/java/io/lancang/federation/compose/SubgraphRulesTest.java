package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.bare;
import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.compose.problem.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubgraphRulesTest {

    @Test
    void refusesAnExtensionOfATypeThatNobodyDefines() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x: Int }\nextend type T @key(fields: \"id\") { id: ID! }"),
                bare("b", "type T @extends @key(fields: \"id\") { id: ID! @external }"));

        assertEquals(
                "a:6:1, b:1:1: EXTENSION_WITH_NO_BASE at T: \"T\" is extended, but no subgraph defines it; leave"
                        + " \"extend\" out in one of them, or correct the name",
                composed.error().toString());
    }

    @Test
    void acceptsRootTypesThatAreOnlyExtended() {
        Composed composed = Composed.of(
                subgraph("a", "extend type Query { x: Int }"), subgraph("b", "extend type Mutation { y: Int }"));

        assertEquals(List.of(), composed.errors());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type T @key { id: ID! }",
                "type T @key(fields: \"id\", what: 1) { id: ID! }",
                "type T { id: ID! @tag }",
                "type T { id: ID! @deprecated(why: \"x\") }",
                "directive @my(a: Int!) on OBJECT type T @my { id: ID! }",
                "scalar Url @specifiedBy type T { id: Url }",
            })
    void refusesADirectiveWithoutItsArgumentsOrWithOthers(String sdl) {
        Composed composed = Composed.of(subgraph("a", "type Query { t: T }\n" + sdl));

        assertEquals(List.of(ErrorCode.INVALID_GRAPHQL), composed.codes());
        assertEquals(6, composed.error().places().getFirst().line());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x: Int @external @tag(name: \"t\")          | MERGED_DIRECTIVE_APPLICATION_ON_EXTERNAL",
                "x: Int @external @inaccessible              | MERGED_DIRECTIVE_APPLICATION_ON_EXTERNAL",
                "x: Int @external @deprecated                | MERGED_DIRECTIVE_APPLICATION_ON_EXTERNAL",
                "x: Int @external o: O @external @provides(fields: \"p\") v: Int @requires(fields: \"o { p }\") | EXTERNAL_COLLISION_WITH_ANOTHER_DIRECTIVE",
            })
    void refusesAnExternalFieldThatSaysMore(String field, ErrorCode expected) {
        Composed composed = Composed.of(
                subgraph("a", """
                        type Query { t: T }
                        type T @key(fields: "id") { id: ID! y: Int @requires(fields: "x") %s }
                        type O @key(fields: "id") { id: ID! p: Int @external q: Int @requires(fields: "p") }
                        """.formatted(field)),
                subgraph(
                        "b",
                        "type T @key(fields: \"id\") { id: ID! x: Int o: O }"
                                + " type O @key(fields: \"id\") { id: ID! p: Int @shareable }"));

        assertEquals(List.of(expected), composed.codes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x: Int @listSize(assumedSize: 3)                     | LIST_SIZE_APPLIED_TO_NON_LIST",
                "x: [Int] @listSize(assumedSize: -1)                  | LIST_SIZE_INVALID_ASSUMED_SIZE",
                "x(n: String): [Int] @listSize(slicingArguments: [\"n\"]) | LIST_SIZE_INVALID_SLICING_ARGUMENT",
                "x: [Int] @listSize(slicingArguments: [\"n\"])        | LIST_SIZE_INVALID_SLICING_ARGUMENT",
                "x: Page @listSize(sizedFields: [\"total\"])          | LIST_SIZE_APPLIED_TO_NON_LIST",
                "x: Page @listSize(sizedFields: [\"nothing\"])        | LIST_SIZE_INVALID_SIZED_FIELD",
            })
    void refusesAListSizeOfNoList(String field, ErrorCode expected) {
        Composed composed = Composed.of(subgraph("a", """
                type Query { %s }
                type Page { items: [Int] total: Int }
                """.formatted(field)));

        assertEquals(List.of(expected), composed.codes());
    }

    @Test
    void acceptsAListSizeOfTheListsInAPage() {
        Composed composed = Composed.of(subgraph("a", """
                type Query {
                  x(first: Int!): Page @listSize(slicingArguments: ["first"], sizedFields: ["items"])
                  y(first: Int!): Page @listSize(slicingArguments: "first", sizedFields: "items")
                }
                type Page { items: [Int] total: Int }
                """));

        assertEquals(List.of(), composed.errors());
    }

    @Test
    void reportsTheErrorsOfAllSubgraphsAtOnce() {
        Composed composed = Composed.of(
                subgraph(
                        "a",
                        "type Query { t: T }\ntype T @key(fields: \"no\") { id: ID! x: Int @override(from: \"a\") }"),
                subgraph("b", "type T @key(fields: \"id\") { id: ID! y: Int @tag(name: \"a b\") }"));

        assertEquals(
                List.of(ErrorCode.KEY_INVALID_FIELDS, ErrorCode.OVERRIDE_FROM_SELF_ERROR, ErrorCode.INVALID_TAG_NAME),
                composed.codes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "extend enum E { A } type Query { x: E }",
                "extend input E { a: Int } type Query { x(e: E): Int }",
                "extend union E = T type T { a: Int } type Query { x: E }",
                "directive @d on SCALAR extend scalar E @d type Query { x: E }",
            })
    void refusesAnExtensionOfEveryKindOfTypeThatNobodyDefines(String sdl) {
        Composed composed = Composed.of(subgraph("a", sdl));

        assertEquals(List.of(ErrorCode.EXTENSION_WITH_NO_BASE), composed.codes());
        assertEquals("E", composed.error().coordinate());
    }

    @Test
    void refusesACostOnAFieldOfAnInterface() {
        Composed composed = Composed.of(subgraph(
                "a",
                "type Query { i: I } interface I { x(a: Int @cost(weight: 1)): Int"
                        + " @cost(weight: 2) } type T implements I { x(a: Int): Int }"));

        assertEquals(List.of(ErrorCode.COST_APPLIED_TO_INTERFACE_FIELD), composed.codes());
    }

    @Test
    void refusesTheNameThatIsOnlyAnUnderscore() {
        assertEquals(
                List.of(ErrorCode.INVALID_SUBGRAPH_NAME),
                Composed.of(bare("_", "type Query { x: Int }")).codes());
    }
}
