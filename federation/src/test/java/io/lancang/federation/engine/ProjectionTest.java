package io.lancang.federation.engine;

import static io.lancang.federation.engine.Plans.call;
import static io.lancang.federation.engine.Plans.entities;
import static io.lancang.federation.engine.Plans.key;
import static io.lancang.federation.engine.Plans.root;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.testing.TestSubgraphs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectionTest {
    private static final String VIOLATION = "\"extensions\":{\"code\":\"SUBGRAPH_INVALID_RESPONSE\"";

    /** Forty levels below each other, and the value of the last is wrong. */
    @Test
    void namesThePlaceOfAWrongValueHoweverDeepItIs() {
        int levels = 40;
        String query = "{ n ".repeat(levels) + "{ v }" + " }".repeat(levels);
        Run run = new Run("type Query { n: N } type N { n: N v: Int }", query, root(0, "s", query));

        String answer = run.answer(TestSubgraphs.of()
                .answering("s", "{\"data\":" + "{\"n\":".repeat(levels) + "{\"v\":\"x\"}" + "}".repeat(levels) + "}"));

        assertTrue(answer.contains("\"path\":[" + "\"n\",".repeat(levels) + "\"v\"]"), answer);
    }

    /** A field and forty lists, one in the other: the path grows where a list begins. */
    @Test
    void namesThePlaceOfAWrongValueInHoweverManyLists() {
        int levels = 40;
        Run run = new Run(
                "type Query { v: " + "[".repeat(levels) + "Int" + "]".repeat(levels) + " }",
                "{ v }",
                root(0, "s", "{ v }"));

        String answer = run.answer(TestSubgraphs.of()
                .answering("s", "{\"data\":{\"v\":" + "[".repeat(levels) + "\"x\"" + "]".repeat(levels) + "}}"));

        assertTrue(answer.contains("\"path\":[\"v\"" + ",0".repeat(levels) + "]"), answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Int     | 7                    | 7
                    Int     | -2147483648          | -2147483648
                    Int     | 2147483648           | !
                    Int     | -2147483649          | !
                    Int     | 7.000000000000000000000000000000000000000000000000000000000000000  | !
                    Int     | 7.00000000000000000000000000000000000000000000000000000000000000   | 7
                    Int     | 7.0                  | 7
                    Int     | -7.00e1              | -70
                    Int     | 2e3                  | 2000
                    Int     | -0.0                 | 0
                    Int     | 0e999999999          | 0
                    Int     | 7.5                  | !
                    Int     | 7e-1                 | !
                    Int     | 2147483647.0         | 2147483647
                    Int     | 2147483648.0         | !
                    Int     | -2147483648.0        | -2147483648
                    Int     | 1e999999999          | !
                    Int     | 1e2147483647         | !
                    Int     | 1e-2147483647        | !
                    Int     | 0e2147483647         | 0
                    Int     | 1e9999999999         | !
                    Int     | "7"                  | !
                    Float   | 7                    | 7
                    Float   | 1.50e10              | 1.50e10
                    Float   | "1"                  | !
                    String  | "\\u4e91\\/南"         | "\\u4e91\\/南"
                    String  | 7                    | !
                    Boolean | true                 | true
                    Boolean | "true"               | !
                    ID      | "a"                  | "a"
                    ID      | 12345678901234567890 | "12345678901234567890"
                    ID      | true                 | !
                    Colour  | "RED"                | "RED"
                    Colour  | "R\\u0045D"           | "R\\u0045D"
                    Colour  | "BLACK"              | !
                    Colour  | 1                    | !
                    Any     | {"a": [1.10, {}]}    | {"a": [1.10, {}]}
                    Any     | 1e400                | 1e400
                    [Int]   | [1, 2]               | [1,2]
                    [Int]   | [1,null,2]           | [1,null,2]
                    [Int]   | [1,"x"]              | [1,null]!
                    [Int!]  | [1,null]             | !
                    [Int]   | 1                    | !
                    [[Int]] | [[1],[2,3],[]]       | [[1],[2,3],[]]
                    [Any]   | [{"a":1}, 2]         | [{"a":1},2]
                    Int     | {"a":1}              | !
                    """)
    void copiesALeafIfItIsWhatItsTypeSays(String type, String value, String expected) {
        Run run = new Run(
                "scalar Any enum Colour { RED } type Query { v: " + type + " }", "{ v }", root(0, "s", "{ v }"));

        String answer = run.answer(TestSubgraphs.of().answering("s", "{\"data\":{\"v\":" + value + "}}"));

        String data = expected.equals("!") ? "null" : expected.replace("!", "");
        assertTrue(answer.startsWith("{\"data\":{\"v\":" + data + "}"), answer);
        assertEquals(expected.endsWith("!"), answer.contains(VIOLATION), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Int", "Float", "String", "Boolean", "ID", "Colour"})
    void namesTheTypeThatAWrongValueIsNotOf(String type) {
        Run run = new Run("enum Colour { RED } type Query { v: " + type + " }", "{ v }", root(0, "s", "{ v }"));

        assertTrue(run.answer(TestSubgraphs.of().answering("s", "{\"data\":{\"v\":[]}}"))
                .contains("\"The value of Query.v is no value of " + type + " in this API.\""));
    }

    @Test
    void namesTheTypeWhereALeafStandsInPlaceOfAnObject() {
        Run run = new Run(
                "type Query { a: Place } type Place { name: String }",
                "{ a { name } }",
                root(0, "s", "{ a { name } }"));

        assertEquals(
                "{\"data\":{\"a\":null},\"errors\":[{\"message\":\"The value of Query.a is no value of Place in this API.\","
                        + "\"path\":[\"a\"]," + VIOLATION + ",\"service\":\"s\"}}]}",
                run.answer(TestSubgraphs.of().answering("s", "{\"data\":{\"a\":1}}")));
    }

    @Test
    void passesANullUpToTheNearestParentThatMayBeNull() {
        Run run = new Run(
                "type Query { a: A other: Int } type A { b: B! } type B { c: [C!]! } type C { d: Int! }",
                "{ a { b { c { d } } } other }",
                root(0, "s", "{ a { b { c { d } } } other }"));

        assertEquals(
                "{\"data\":{\"a\":null,\"other\":1},\"errors\":[{\"message\":\"The field C.d must not be null, but has no value.\","
                        + "\"path\":[\"a\",\"b\",\"c\",1,\"d\"]," + VIOLATION + ",\"service\":\"s\"}}]}",
                run.answer(TestSubgraphs.of()
                        .answering("s", "{\"data\":{\"a\":{\"b\":{\"c\":[{\"d\":1},{\"d\":null}]}},\"other\":1}}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":[{\"n\":null}]}",
                "{\"a\":[{\"n\":{}}]}",
                "{\"a\":[null]}",
                "{\"a\":[[]]}",
                "{\"a\":{}}",
                "{\"a\":7}"
            })
    void namesTheSubgraphThatSaidNothingOrSomethingElse(String data) {
        Run run = new Run(
                "type Query { a: [A!] b: Int } type A { n: Int! }",
                "{ a { n } b }",
                root(0, "b", "{ b }"),
                root(1, "a", "{ a { n } }"));

        String answer = run.answer(
                TestSubgraphs.of().answering("a", "{\"data\":" + data + "}").answering("b", "{\"data\":{\"b\":1}}"));

        assertTrue(answer.startsWith("{\"data\":{\"a\":null,\"b\":1},\"errors\":["), answer);
        assertTrue(answer.endsWith(VIOLATION + ",\"service\":\"a\"}}]}"), answer);
    }

    @Test
    void namesTheSubgraphThatDoesNotKnowAnEntityOfWhichAFieldMustNotBeNull() {
        Run run = new Run(
                "type Query { a: A } type A { id: ID n: Int! }",
                "{ a { id n } }",
                root(0, "a", "{ a { id } }"),
                entities(1, "b", List.of(call("a", key("A", "{ id }"), "{ ... on A { n } }")), 0));

        assertEquals(
                "{\"data\":{\"a\":null},\"errors\":[{\"message\":\"The field A.n must not be null, but has no value.\","
                        + "\"path\":[\"a\",\"n\"]," + VIOLATION + ",\"service\":\"b\"}}]}",
                run.answer(TestSubgraphs.of()
                        .answering("a", "{\"data\":{\"a\":{\"id\":1}}}")
                        .answering("b", "{\"data\":{\"_entities\":[null]}}")));
        assertEquals(
                "{\"data\":{\"a\":null},\"errors\":[{\"message\":\"The field A.n must not be null, but has no value.\","
                        + "\"path\":[\"a\",\"n\"]," + VIOLATION + "}}]}",
                run.answer(TestSubgraphs.of().answering("a", "{\"data\":{\"a\":{\"id\":null}}}")));
    }

    @Test
    void nullsTheWholeDataWhereNoParentMayBeNull() {
        Run run = new Run("type Query { a: Int! b: Int }", "{ b a }", root(0, "s", "{ b a }"));

        assertTrue(run.answer(TestSubgraphs.of().answering("s", "{\"data\":{\"b\":1}}"))
                .startsWith("{\"data\":null,\"errors\":[{\"message\":\"The field Query.a must not be null"));
    }

    @Test
    void doesNotReportANullThatASubgraphHasExplained() {
        Run run = new Run("type Query { a: A } type A { b: Int! }", "{ a { b } }", root(0, "s", "{ a { b } }"));

        assertEquals(
                "{\"data\":{\"a\":null},\"errors\":[{\"message\":\"m\",\"path\":[\"a\",\"b\"],"
                        + "\"extensions\":{\"code\":\"SUBGRAPH_ERROR\",\"service\":\"s\"}}]}",
                run.answer(
                        TestSubgraphs.of()
                                .answering(
                                        "s",
                                        "{\"data\":{\"a\":{\"b\":null}},\"errors\":[{\"message\":\"m\",\"path\":[\"a\",\"b\"]}]}")));
    }

    @Test
    void countsWrongValuesBeyondAReasonableNumber() {
        String answer = answerWithWrongValues(200);

        assertTrue(answer.contains("[\"list\",49]") && !answer.contains("[\"list\",50]"), answer);
        assertTrue(answer.contains("150 more values of this answer are missing or wrong"), answer);
    }

    @Test
    void saysNothingOfMoreWrongValuesWhereAllAreListed() {
        String answer = answerWithWrongValues(50);

        assertEquals(50, answer.split("is no value of Int", -1).length - 1);
        assertFalse(answer.contains("more values"), answer);
    }

    /** The answer to a list of so many Booleans where numbers should stand. */
    private static String answerWithWrongValues(int count) {
        Run run = new Run("type Query { list: [Int] }", "{ list }", root(0, "s", "{ list }"));
        return run.answer(
                TestSubgraphs.of().answering("s", "{\"data\":{\"list\":[" + "true,".repeat(count - 1) + "true]}}"));
    }

    @Test
    void writesTheFieldsOfEachRuntimeTypeInTheOrderOfTheirFirstMention() {
        Run run = new Run(
                """
                type Query { feed: [Item] }
                interface Item { id: ID }
                type Book implements Item { id: ID pages: Int author: Author }
                type Film implements Item { id: ID minutes: Int author: Author }
                type Author { name: String born: Int }
                """,
                """
                { feed {
                    ... on Film { minutes }
                    kind: __typename
                    ... on Item { id }
                    ... on Book { author { born } pages }
                    ... on Film { author { name } }
                } }
                """,
                root(
                        0,
                        "s",
                        "{ feed { __typename id ... on Film { minutes author { name } } ... on Book { author { born } pages } } }"));

        assertEquals(
                "{\"data\":{\"feed\":["
                        + "{\"kind\":\"Book\",\"id\":\"1\",\"author\":{\"born\":1900},\"pages\":9},"
                        + "{\"minutes\":90,\"kind\":\"Film\",\"id\":\"2\",\"author\":{\"name\":\"Wong\"}},null]}}",
                run.answer(TestSubgraphs.of()
                        .answering(
                                "s",
                                "{\"data\":{\"feed\":["
                                        + "{\"__typename\":\"Book\",\"pages\":9,\"author\":{\"born\":1900},\"id\":\"1\"},"
                                        + "{\"author\":{\"name\":\"Wong\",\"born\":1},\"extra\":[{\"a\":[]}],\"minutes\":90,"
                                        + "\"__typename\":\"Film\",\"id\":\"2\"},null]}}")));
    }

    @Test
    void nullsAnObjectOfATypeThatTheApiDoesNotKnow() {
        Run run = new Run(
                "type Query { u: U } union U = A | B type A { a: Int } type B { b: Int }",
                "{ u { ... on A { a } } }",
                root(0, "s", "{ u { __typename ... on A { a } } }"));

        String answer = run.answer(TestSubgraphs.of().answering("s", "{\"data\":{\"u\":{\"__typename\":\"Secret\"}}}"));

        assertTrue(answer.startsWith("{\"data\":{\"u\":null}") && answer.contains(VIOLATION), answer);
        assertTrue(!answer.contains("Secret"), answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    true  | true  | {"a":1,"b":2,"o":{"a":3,"b":4}}
                    true  | false | {"a":1,"b":2,"o":{"a":3}}
                    false | true  | {"b":2,"a":1,"o":{"b":4}}
                    false | false | {"b":2,"o":{}}
                    """)
    void includesAndSkipsByTheVariablesOfEachRequest(boolean first, boolean second, String expected) {
        Run run = new Run(
                "type Query { a: Int b: Int o: O } type O { a: Int b: Int }",
                "query($f: Boolean!, $s: Boolean = true) { a @include(if: $f) b ... @include(if: $s) { a }"
                        + " o { a @include(if: $f) } o { b @skip(if: $s) @include(if: $s) ... @include(if: $s) { b } } }",
                root(0, "s", "{ a b o { a @include(if: $f) b @include(if: $s) } }"));
        TestSubgraphs subgraphs =
                TestSubgraphs.of().answering("s", "{\"data\":{\"a\":1,\"b\":2,\"o\":{\"a\":3,\"b\":4}}}");

        assertEquals("{\"data\":" + expected + "}", run.answer(subgraphs, Map.of("f", first, "s", second)));
    }

    @Test
    void answersTheTypenameOfTheRootWithoutAsking() {
        Run run = new Run("schema { query: Root } type Root { a: Int }", "{ __typename }");

        assertEquals("{\"data\":{\"__typename\":\"Root\"}}", run.answer(TestSubgraphs.of()));
    }

    @Test
    void copiesLeavesBeyondTheLimitsOfACell() {
        String text = "\"" + "x".repeat(5_000_000) + "\"";
        Run run = new Run("type Query { s: String n: Int }", "{ n s }", root(0, "s", "{ s n }"));

        assertEquals(
                "{\"data\":{\"n\":1,\"s\":" + text + "}}",
                run.answer(TestSubgraphs.of().answering("s", "{\"data\":{\"s\":" + text + ",\"n\":1}}")));
    }
}
