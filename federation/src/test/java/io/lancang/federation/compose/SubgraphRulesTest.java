package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.bare;
import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.compose.problem.CompositionError;
import io.lancang.federation.compose.problem.CompositionErrorCode;
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

        assertEquals(List.of(CompositionErrorCode.INVALID_GRAPHQL), composed.codes());
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
    void refusesAnExternalFieldThatSaysMore(String field, CompositionErrorCode expected) {
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
    void refusesAListSizeOfNoList(String field, CompositionErrorCode expected) {
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
                List.of(
                        CompositionErrorCode.KEY_INVALID_FIELDS,
                        CompositionErrorCode.OVERRIDE_FROM_SELF_ERROR,
                        CompositionErrorCode.INVALID_TAG_NAME),
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

        assertEquals(List.of(CompositionErrorCode.EXTENSION_WITH_NO_BASE), composed.codes());
        assertEquals("E", composed.error().coordinate());
    }

    @Test
    void refusesACostOnAFieldOfAnInterface() {
        Composed composed = Composed.of(subgraph(
                "a",
                "type Query { i: I } interface I { x(a: Int @cost(weight: 1)): Int"
                        + " @cost(weight: 2) } type T implements I { x(a: Int): Int }"));

        assertEquals(List.of(CompositionErrorCode.COST_APPLIED_TO_INTERFACE_FIELD), composed.codes());
    }

    @Test
    void refusesTheNameThatIsOnlyAnUnderscore() {
        assertEquals(
                List.of(CompositionErrorCode.INVALID_SUBGRAPH_NAME),
                Composed.of(bare("_", "type Query { x: Int }")).codes());
    }

    @Test
    void refusesShareableTwiceOnOneDeclarationButNotOnATypeAndItsExtension() {
        Composed twice = Composed.of(subgraph("a", "type Query { t: T }\ntype T @shareable @shareable { x: Int }"));

        assertEquals(
                "a:6:19: INVALID_SHAREABLE_USAGE at T: @shareable is applied to one declaration of \"T\" twice; once is"
                        + " enough",
                twice.error().toString());
        assertEquals(
                List.of(),
                Composed.of(
                                subgraph(
                                        "a",
                                        "type Query { t: T }\ntype T @shareable { x: Int }\nextend type T @shareable { y: Int }"))
                        .errors());
    }

    @ParameterizedTest
    @ValueSource(strings = {"enum join__Graph { A }", "scalar join__FieldSet", "type join__Own { x: Int }"})
    void refusesNamesThatBelongToSupergraphs(String sdl) {
        String name = sdl.split(" ", -1)[1];
        Composed composed = Composed.of(subgraph("a", "type Query { t: " + name + " }\n" + sdl));

        assertEquals(
                "a:6:1: INVALID_GRAPHQL at " + name + ": \"" + name + "\" begins with \"join__\", as only types do that"
                        + " composition adds, and clients never see; take another name",
                composed.error().toString());
    }

    @Test
    void refusesAnotherTypeUnderTheNameOfABuiltInScalar() {
        Composed composed = Composed.of(subgraph("a", "type Query { t: String }\ntype String { x: Int }"));

        assertEquals(
                "a:6:1: INVALID_GRAPHQL at String: \"String\" is a scalar of GraphQL itself; take another name",
                composed.error().toString());
    }

    @Test
    void refusesTwoArgumentsOfOneName() {
        Composed composed = Composed.of(subgraph("a", "type Query { t(x: Int, x: Int): Int }"));

        assertEquals(
                "a:5:24: INVALID_GRAPHQL at Query.t(x:): \"Query.t(x:)\" is defined more than once; remove one of the"
                        + " definitions",
                composed.error().toString());
    }

    @Test
    void namesTheArgumentWhoseTypeIsWrong() {
        Composed composed = Composed.of(subgraph("a", "type Query { t(x: T, y: Nope): Int }\ntype T { x: Int }"));

        assertEquals(
                List.of("Query.t(x:)", "Query.t(y:)"),
                composed.errors().stream().map(CompositionError::coordinate).toList());
    }

    @Test
    void refusesInputObjectsThatNeedThemselves() {
        Composed composed = Composed.of(subgraph(
                "a", "type Query { t(x: I): Int }\ninput I { n: Int a: J! }\ninput J { b: I! c: [J!]! d: J }"));

        assertEquals(
                "a:6:18: INVALID_GRAPHQL at I.a: a value of \"I\" needs another in its \"a.b\", so that none can be"
                        + " written; let a field on the way be null",
                composed.error().toString());
    }

    @Test
    void refusesInputObjectsThatNeedThemselvesOnceTheyAreMerged() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { t(x: I): Int }\ninput I { a: J! }\ninput J { b: I }"),
                subgraph("b", "type Query { u(x: I): Int }\ninput I { a: J }\ninput J { b: I! }"));

        assertEquals(
                "a:6:1, b:6:1: INVALID_GRAPHQL at I.a: the merged schema is no valid GraphQL: a value of \"I\" needs"
                        + " another in its \"a.b\", so that none can be written; let a field on the way be null",
                composed.error().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: Int!", "a: Int = 1"})
    void refusesAFieldOfAOneOfInputThatIsAlwaysThere(String field) {
        Composed composed =
                Composed.of(subgraph("a", "type Query { t(x: I): Int }\ninput I @oneOf { " + field + " b: Int }"));

        assertEquals(
                "a:6:18: INVALID_GRAPHQL at I.a: \"I.a\" is always there, yet \"I\" is @oneOf and may have another field"
                        + " instead; let it be null and have no default",
                composed.error().toString());
    }

    @Test
    void tellsBracesThatHoldNoFieldsFromAnOperationThatStandsInASchema() {
        Composed braces = Composed.of(subgraph("a", "type Query {\n  t Int\n}"));
        Composed operation = Composed.of(subgraph("a", "type Query { t: Int }\nquery Q { t }"));

        assertEquals(
                "a:5:12: INVALID_GRAPHQL: what these braces hold is neither fields nor values of the type before them, but"
                        + " a query, and a schema has none; write each field as NAME: TYPE",
                braces.errors().getFirst().toString());
        assertEquals(
                "a:6:1: INVALID_GRAPHQL: a schema holds no operations and fragments; remove them",
                operation.error().toString());
    }

    @Test
    void refusesAFieldOfAOneOfInputThatIsAlwaysThereOnceItIsMerged() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { t(x: I): Int }\ninput I @oneOf { a: Int b: Int }"),
                subgraph("b", "type Query { u(x: I): Int }\ninput I { a: Int! b: Int }"));

        assertEquals(
                "a:6:1, b:6:1: INVALID_GRAPHQL at I.a: the merged schema is no valid GraphQL: \"I.a\" is always there, yet"
                        + " \"I\" is @oneOf and may have another field instead; let it be null and have no default",
                composed.error().toString());
    }

    @Test
    void refusesToRequireTheTypenameThatEverySubgraphHas() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { t: T } type T @key(fields: \"id\") { id: ID! }"),
                subgraph("b", "type T @key(fields: \"id\") { id: ID! n: Int @requires(fields: \"__typename\") }"));

        assertEquals(List.of(CompositionErrorCode.REQUIRES_FIELDS_MISSING_EXTERNAL), composed.codes());
        assertEquals("T.n", composed.error().coordinate());
    }
}
