package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.bare;
import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a subgraph may say itself about the directives and types of the specifications that it links. */
class OwnDefinitionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "directive @key(fields: federation__FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE",
                "directive @key(fields: String!) on OBJECT",
                "directive @requires(fields: [String!]!) on FIELD_DEFINITION",
                "directive @requiresScopes(scopes: [[String!]!]!) on OBJECT",
                "directive @link(url: String!, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA",
                "scalar federation__FieldSet",
                "enum link__Purpose { EXECUTION SECURITY }",
            })
    void takesADefinitionThatSaysNoMoreThanTheSpecification(String definition) {
        assertEquals(
                List.of(),
                Composed.of(subgraph("a", definition + " type Query { x: Int }"))
                        .codes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "directive @key(fields: String!, depth: Int) on OBJECT              ; the argument \"depth\" is unknown",
                "directive @tag on OBJECT                                           ; the argument \"name\" is missing",
                "directive @key(fields: String!) on OBJECT | UNION                  ; it does not go with UNION",
                "directive @override(from: String!) repeatable on FIELD_DEFINITION  ; it is not repeatable",
                "directive @tag(name: Int!) on OBJECT                ; the type of \"name\" is \"String!\", not \"Int!\"",
                "directive @key(fields: String) on OBJECT            ; the type of \"fields\" is \"FieldSet!\", not \"String\"",
                "directive @policy(policies: [String!]!) on OBJECT   ; the type of \"policies\" is \"[[Policy!]!]!\", not \"[String!]!\"",
                "directive @key(fields: String!, resolvable: Boolean = false) on OBJECT ; the default of \"resolvable\" is true, not false",
                "directive @key(fields: String!, resolvable: Boolean) on OBJECT         ; the default of \"resolvable\" is true, not absent",
            })
    void refusesADefinitionOfADirectiveThatSaysSomethingElse(String definition, String difference) {
        Composed composed = Composed.of(subgraph("a", definition + " type Query { x: Int }"));

        String name = definition.replaceFirst("directive (@\\w+).*", "$1");
        assertEquals(
                "a:5:1: DIRECTIVE_DEFINITION_INVALID at " + name + ": the definition of " + name
                        + " is not what its specification says: " + difference
                        + "; correct the definition, or leave it out",
                composed.error().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "enum federation__FieldSet { A }     ; it is a scalar",
                "type federation__Scope { x: Int }   ; it is a scalar",
                "input link__Import { x: Int }       ; it is a scalar",
                "scalar link__Purpose                ; it is an enum with the values SECURITY and EXECUTION",
                "enum link__Purpose { SECURITY }     ; it is an enum with the values SECURITY and EXECUTION",
            })
    void refusesADefinitionOfATypeThatSaysSomethingElse(String definition, String difference) {
        Composed composed = Composed.of(subgraph("a", definition + " type Query { x: Int }"));

        assertEquals(List.of(CompositionErrorCode.TYPE_DEFINITION_INVALID), composed.codes());
        assertEquals(
                "is not what its specification says: " + difference + "; correct the definition, or leave it out",
                composed.error().message().replaceFirst(".*?\" ", ""));
    }

    @Test
    void readsARenamedDirectiveByItsSpecification() {
        Composed composed = Composed.of(bare("a", """
                schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [{name: "@tag", as: "@label"}, "FieldSet"])
                  { query: Query }
                directive @label(text: String!) on OBJECT
                enum FieldSet { A }
                type Query { x: Int }
                """));

        assertEquals(
                List.of(
                        CompositionErrorCode.DIRECTIVE_DEFINITION_INVALID,
                        CompositionErrorCode.DIRECTIVE_DEFINITION_INVALID,
                        CompositionErrorCode.TYPE_DEFINITION_INVALID),
                composed.codes());
    }

    @Test
    void leavesTheShapeOfFieldSetsToFederationOne() {
        Composed composed = Composed.of(bare("a", """
                directive @key(fields: _FieldSet) on OBJECT
                scalar _FieldSet
                type Query { x: T }
                type T @key(fields: "id") { id: ID! }
                """));

        assertEquals(List.of(), composed.codes());
    }

    @Test
    void knowsInaccessibleInFederationOneOnlyWhereTheSubgraphDefinesIt() {
        String sdl = "type Query { x: Int y: Int @inaccessible }";

        assertEquals(
                List.of(CompositionErrorCode.INVALID_GRAPHQL),
                Composed.of(bare("a", sdl)).codes());
        assertEquals(
                "y: Int @inaccessible",
                Composed.of(bare("a", "directive @inaccessible on FIELD_DEFINITION " + sdl))
                        .field("type Query", "y"));
    }
}
