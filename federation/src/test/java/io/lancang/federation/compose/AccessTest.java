package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see what: {@code @authenticated}, {@code @requiresScopes} and {@code @policy}. */
class AccessTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type Query { i: I } interface I @authenticated { x: Int } type T implements I { x: Int }",
                "type Query { i: I } interface I { x: Int @policy(policies: [[\"p\"]]) } type T implements I { x: Int }",
            })
    void leavesItToImplementationsToProtectAnInterface(String sdl) {
        assertEquals(
                List.of(CompositionErrorCode.AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE),
                Composed.of(subgraph("a", sdl)).codes());
    }

    @Test
    void refusesToProtectAnInterfaceObjectAsAWholeButNotItsFields() {
        String a = "type Query { i: I } interface I @key(fields: \"id\") { id: ID! }"
                + " type T implements I @key(fields: \"id\") { id: ID! }";
        String whole = "type I @interfaceObject @authenticated @key(fields: \"id\") { id: ID! x: Int }";
        String field = "type I @interfaceObject @key(fields: \"id\") { id: ID! x: Int @authenticated }";

        assertEquals(
                List.of(CompositionErrorCode.AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE),
                Composed.of(subgraph("a", a), subgraph("b", whole)).codes());
        Composed composed = Composed.of(subgraph("a", a), subgraph("b", field));
        assertEquals("x: Int @join__field(graph: B) @authenticated", composed.field("interface I", "x"));
        assertEquals("x: Int @authenticated @join__field", composed.field("type T", "x"));
    }

    @Test
    void demandsOfAnInterfaceWhatAnyImplementationDemands() {
        Composed composed = Composed.of(subgraph("a", """
                type Query { i: I }
                interface I { x: Int y: Int }
                type S implements I @authenticated { x: Int @requiresScopes(scopes: [["s"]]) y: Int }
                type T implements I { x: Int @requiresScopes(scopes: [["t"], ["u"]]) y: Int @policy(policies: [["p"]]) }
                """));

        assertEquals("""
                interface I
                  @join__type(graph: A)
                  @authenticated
                {
                  x: Int @requiresScopes(scopes: [["s", "t"], ["s", "u"]])
                  y: Int @policy(policies: [["p"]])
                }""", composed.definition("interface I"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "",
            value = {
                "@authenticated                        | @authenticated",
                "@requiresScopes(scopes: [[\"a\"], [\"c\"]]) | @requiresScopes(scopes: [[\"a\", \"b\"]])",
                "@policy(policies: [[\"p\"]])          | @policy(policies: [[\"p\"]]) @authenticated",
                "@requiresScopes(scopes: [])           |",
                "                                      |",
            })
    void letsAFieldRequireWhatItProtectsAsWell(String required, String requiring) {
        assertEquals(List.of(), requiring(required, requiring).codes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "",
            value = {
                "@authenticated                        |",
                "@authenticated                        | @policy(policies: [[\"p\"]])",
                "@requiresScopes(scopes: [[\"a\", \"b\"]]) | @requiresScopes(scopes: [[\"a\"]])",
                "@requiresScopes(scopes: [[\"a\"]])    | @requiresScopes(scopes: [[\"a\"], [\"c\"]])",
                "@policy(policies: [[\"p\"]])          | @requiresScopes(scopes: [[\"p\"]])",
            })
    void refusesAFieldThatLetsMorePeopleSeeThanWhatItIsMadeOf(String required, String requiring) {
        Composed composed = requiring(required, requiring);

        assertEquals(
                "\"T.y\" is made of [T.x], which not everybody may see who may see \"T.y\"; demand of it with"
                        + " @authenticated, @requiresScopes and @policy what they demand",
                composed.error().message());
        assertEquals(
                CompositionErrorCode.MISSING_TRANSITIVE_AUTH_REQUIREMENTS,
                composed.error().code());
    }

    private static Composed requiring(String required, String requiring) {
        return Composed.of(
                subgraph(
                        "a",
                        "type Query { t: T } type T @key(fields: \"id\") { id: ID! x: Int @external y: Int"
                                + " @requires(fields: \"x\") " + (requiring == null ? "" : requiring) + " }"),
                subgraph(
                        "b",
                        "type T @key(fields: \"id\") { id: ID! x: Int " + (required == null ? "" : required) + " }"));
    }

    @Test
    void looksAtTypesInterfacesAndFragmentsOfWhatIsRequired() {
        Composed composed = Composed.of(subgraph("a", """
                type Query { t: T }
                interface I { n: Int }
                type O implements I @external { n: Int m: Int }
                scalar S
                type T @key(fields: "id") { id: ID! i: I @external s: S @external y: Int @requires(fields: "i { n } s")
                  z: Int @requires(fields: "i { ... on O { m } }") }
                """), subgraph("b", """
                interface I { n: Int }
                type O implements I { n: Int @authenticated m: Int @authenticated }
                scalar S @authenticated
                type T @key(fields: "id") { id: ID! i: I s: S }
                """));

        assertEquals(
                List.of("[I.n, T.s]", "[O.m]"),
                composed.errors().stream()
                        .map(error -> error.message().replaceAll(".*made of (\\[.*]),.*", "$1"))
                        .toList());
    }

    @Test
    void looksAtWhatComesFromAContextToo() {
        Composed composed = Composed.of(subgraph("a", """
                type Query { region: Region }
                type Region @key(fields: "id") @context(name: "region") { id: ID! rate: Int @authenticated port: Port }
                type Port @key(fields: "id") { id: ID! fee(x: Int @fromContext(field: "$region { rate }")): Float }
                """));

        assertEquals(List.of(CompositionErrorCode.MISSING_TRANSITIVE_AUTH_REQUIREMENTS), composed.codes());
        assertEquals("Port.fee", composed.error().coordinate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"@requiresScopes(scopes: [[1]])", "@policy(policies: [[admin]])"})
    void refusesARequirementThatIsNoStringAndWouldProtectNothing(String directive) {
        Composed composed = Composed.of(subgraph("a", "type Query { x: Int " + directive + " }"));

        assertEquals(List.of(CompositionErrorCode.INVALID_GRAPHQL), composed.codes());
        assertEquals("Query.x", composed.error().coordinate());
    }

    /** Who asks an implementation may be answered by the interface object, so that neither protects less than the other. */
    @Test
    void demandsOfImplementationsWhatInterfaceObjectsDemand() {
        String scopes = "x: Int @shareable @requiresScopes(scopes: [[\"%s\"]])";
        Composed composed = Composed.of(
                subgraph(
                        "a",
                        "type Query { i: I } interface J { x: Int } interface I @key(fields: \"id\") { id: ID! }"
                                + " type T implements I & J @key(fields: \"id\") { id: ID! " + scopes.formatted("a")
                                + " }"
                                + " type U implements I @key(fields: \"id\") { id: ID! }"),
                subgraph("b", "type I @interfaceObject @key(fields: \"id\") { id: ID! " + scopes.formatted("b") + " }"),
                subgraph(
                        "c",
                        "type I @interfaceObject @key(fields: \"id\") { id: ID! x: Int @shareable @authenticated }"));

        String all = "x: Int @authenticated @requiresScopes(scopes: [[\"a\", \"b\"]])";
        assertEquals(all, composed.field("type T", "x"));
        assertEquals(all, composed.field("interface J", "x"));
        assertEquals(
                "x: Int @join__field(graph: B) @join__field(graph: C) @authenticated @requiresScopes(scopes: [[\"a\", \"b\"]])",
                composed.field("interface I", "x"));
        assertEquals(
                "x: Int @authenticated @requiresScopes(scopes: [[\"b\"]]) @join__field", composed.field("type U", "x"));
    }
}
