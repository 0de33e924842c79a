package io.lancang.federation.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.lancang.federation.OperationDescription;
import io.lancang.federation.OperationType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationDescriberTest {
    private static final GraphQLSchema SCHEMA =
            UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse("""
                    type Query {
                      "One partner."
                      partner("ISO 3166-1 alpha-3." code: ID!, on: Date): Partner
                      "All of them."
                      partners(filter: Filter = {kind: LAND, names: []}, amount: Odd): [Partner!]!
                      thing: Thing
                      chosen(by: Choice!): Partner
                    }
                    type Mutation { rename(code: ID!): Partner }
                    type Subscription { renamed: Partner }
                    type Partner implements Named { name: String! area: Float code: ID! kind: Kind born: Date home: Port }
                    type Port implements Named { name: String! depth: Int owner: Partner }
                    interface Named { name: String! }
                    union Thing = Partner | Port
                    "How one gets there."
                    enum Kind { "By land." LAND SEA }
                    "Which partners."
                    input Filter { kind: Kind! = SEA "At least." least: Int not: [Filter!] names: [String!]! }
                    input Choice @oneOf { code: ID name: String }
                    "A day."
                    scalar Date @specifiedBy(url: "https://example.org/date")
                    "Anything."
                    scalar Odd
                    """));

    private static OperationDescription describe(String document) {
        return OperationDescriber.describe(SCHEMA, document);
    }

    /** A member of an object that is an object. */
    private static Map<?, ?> member(Map<?, ?> object, String name) {
        return (Map<?, ?>) Objects.requireNonNull(object.get(name), name);
    }

    private static Map<?, ?> variable(String name, String document) {
        return member(member(describe(document).variables(), "properties"), name);
    }

    @Test
    void requiresWhatMayNotBeNullAndHasNoDefault() {
        Map<String, Object> variables = describe(
                        "query Q($a: ID!, $b: Date, $c: ID! = \"LAO\") { a: partner(code: $a, on: $b) { name } c: partner(code: $c) { name } }")
                .variables();

        assertEquals(List.of("a"), variables.get("required"));
        assertEquals(false, variables.get("additionalProperties"));
        assertEquals("LAO", member(member(variables, "properties"), "c").get("default"));
    }

    @Test
    void hasNothingRequiredWhereNothingIs() {
        assertEquals(
                Map.of("type", "object", "properties", Map.of(), "additionalProperties", false),
                describe("{ partners { name } }").variables());
    }

    /** The comment of the author, or the description of the argument that it is for, or of its type. */
    @Test
    void describesVariables() {
        String document =
                "query (\n# The country.\n$own: ID!, $of: ID!, $on: Date) { a: partner(code: $own) { name } b: partner(code: $of, on: $on) { name } }";

        assertEquals("The country.", variable("own", document).get("description"));
        assertEquals("ISO 3166-1 alpha-3.", variable("of", document).get("description"));
        assertEquals(
                Map.of(
                        "type",
                        "string",
                        "format",
                        "date",
                        "$comment",
                        "As in https://example.org/date",
                        "description",
                        "A day."),
                variable("on", document));
    }

    @Test
    void describesAVariableByTheFieldOfAnInputObjectThatItIsFor() {
        assertEquals(
                "At least.",
                variable(
                                "n",
                                "query ($n: Int) { partners(filter: {least: $n, names: []}) { ...F } } fragment F on Partner { name }")
                        .get("description"));
    }

    @Test
    void leavesTheTypeOfOtherScalarsOpen() {
        assertEquals(
                Map.of("description", "Anything."),
                variable("odd", "query ($odd: Odd) { partners(amount: $odd) { name } }"));
    }

    @Test
    void namesTheValuesOfEnumsWithTheirMeaning() {
        assertEquals(
                Map.of(
                        "type",
                        "string",
                        "enum",
                        List.of("LAND", "SEA"),
                        "description",
                        "How one gets there.\nLAND: By land."),
                variable("kind", "query ($kind: Kind!) { partners(filter: {kind: $kind, names: []}) { name } }"));
    }

    @Test
    void definesInputObjectsOnceEvenIfTheyContainThemselves() {
        Map<String, Object> variables = describe(
                        "query ($filter: Filter, $other: [Filter!]) { a: partners(filter: $filter) { name } b: partners(filter: {not: $other, names: []}) { name } }")
                .variables();

        assertEquals(
                Map.of(
                        "Filter",
                        Map.of(
                                "type",
                                "object",
                                "description",
                                "Which partners.",
                                "additionalProperties",
                                false,
                                "required",
                                List.of("names"),
                                "properties",
                                Map.of(
                                        "kind",
                                        Map.of(
                                                "type",
                                                "string",
                                                "enum",
                                                List.of("LAND", "SEA"),
                                                "description",
                                                "How one gets there.\nLAND: By land.",
                                                "default",
                                                "SEA"),
                                        "least",
                                        Map.of(
                                                "type",
                                                "integer",
                                                "minimum",
                                                Integer.MIN_VALUE,
                                                "maximum",
                                                Integer.MAX_VALUE,
                                                "description",
                                                "At least."),
                                        "not",
                                        Map.of("type", "array", "items", Map.of("$ref", "#/$defs/Filter")),
                                        "names",
                                        Map.of("type", "array", "items", Map.of("type", "string"))))),
                variables.get("$defs"));
        assertEquals(
                Map.of("type", "array", "items", Map.of("$ref", "#/$defs/Filter")),
                member(variables, "properties").get("other"));
    }

    @Test
    void takesOneFieldOfAnInputObjectThatIsAChoice() {
        Map<?, ?> choice = member(
                member(
                        describe("query ($by: Choice!) { chosen(by: $by) { name } }")
                                .variables(),
                        "$defs"),
                "Choice");

        assertEquals(1, choice.get("minProperties"));
        assertEquals(1, choice.get("maxProperties"));
    }

    @Test
    void takesTheDescriptionFromTheCommentAboveOrFromTheRootFields() {
        assertEquals(
                "What it is for.",
                describe("# What it is\n#\n# for.\nquery Q { partners { name } }")
                        .description());
        assertEquals(
                "All of them.",
                describe("{ partners { name } thing { __typename } }").description());
        assertEquals("Q", describe("query Q { thing { __typename } }").name());
        assertEquals(
                OperationType.MUTATION,
                describe("mutation { rename(code: 1) { name } }").type());
        assertEquals(
                OperationType.SUBSCRIPTION,
                describe("subscription { renamed { name } }").type());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    { nobody }                                             | is not valid
                    {                                                      | cannot be parsed
                    query A { partners { name } } query B { thing { __typename } } | has 2 operations
                    fragment F on Partner { name }                         | has 0 operations
                    """)
    void saysWhyADocumentIsNoFunction(String document, String problem) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> describe(document))
                .getMessage());

        assertTrue(message.startsWith(problem), message);
    }

    private static Object data(String document) {
        return member(member(describe(document).answer(), "properties"), "data");
    }

    private static Map<String, Object> object(Map<String, Object> properties, String... required) {
        return required.length == 0
                ? Map.of("type", "object", "properties", properties)
                : Map.of("type", "object", "properties", properties, "required", List.of(required));
    }

    @Test
    void saysWhatAnAnswerHasByItsAliasesAndWhatMayBeNull() {
        assertEquals(
                object(
                        Map.of(
                                "all",
                                Map.of(
                                        "type",
                                        "array",
                                        "items",
                                        object(
                                                Map.of(
                                                        "name", Map.of("type", "string"),
                                                        "area", Map.of("type", List.of("number", "null")),
                                                        "kind", Map.of("type", List.of("string", "null")),
                                                        "born", Map.of(),
                                                        "__typename", Map.of("type", "string")),
                                                "name",
                                                "area",
                                                "kind",
                                                "born",
                                                "__typename"))),
                        "all"),
                data("{ all: partners { name area kind born __typename } }"));
    }

    /** What stands in a fragment of another type, or behind a condition, may be missing. */
    @Test
    void requiresOnlyWhatIsAlwaysThere() {
        assertEquals(
                object(
                        Map.of(
                                "thing",
                                Map.of(
                                        "type",
                                        List.of("object", "null"),
                                        "properties",
                                        Map.of(
                                                "name", Map.of("type", "string"),
                                                "area", Map.of("type", List.of("number", "null")),
                                                "depth", Map.of("type", List.of("integer", "null"))))),
                        "thing"),
                data(
                        "{ thing { ... on Partner { name area } ...P ... on Named { name } } } fragment P on Port { depth }"));
        assertEquals(
                object(Map.of(
                        "partners",
                        Map.of(
                                "type",
                                "array",
                                "items",
                                object(
                                        Map.of("name", Map.of("type", "string"), "code", Map.of("type", "string")),
                                        "name")))),
                data(
                        "query ($if: Boolean!) { partners @include(if: $if) { ... on Named { name } code @skip(if: $if) } }"));
    }

    @Test
    void saysNothingOfANameThatStandsForDifferentFields() {
        assertEquals(
                object(
                        Map.of("thing", Map.of("type", List.of("object", "null"), "properties", Map.of("a", Map.of()))),
                        "thing"),
                data("{ thing { ... on Partner { a: home { name } } ... on Port { a: owner { name } } } }"));
    }
}
