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

/** Directives where they are applied. */
class DirectiveUseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "enum E @key(fields: \"a\") { A } | @key does not go with ENUM; it goes with OBJECT, INTERFACE",
                "type T @override(from: \"b\") { x: Int } | @override does not go with OBJECT; it goes with FIELD_DEFINITION",
                "type T { x(a: Int @deprecated @tag(name: \"a\") @external): Int } | @external does not go with"
                        + " ARGUMENT_DEFINITION; it goes with OBJECT, FIELD_DEFINITION",
                "input I { x: Int @shareable } | @shareable does not go with INPUT_FIELD_DEFINITION; it goes with"
                        + " OBJECT, FIELD_DEFINITION",
                "scalar S @specifiedBy(url: \"u\") @oneOf | @oneOf does not go with SCALAR; it goes with INPUT_OBJECT",
                "type T { x: Int @inaccessible @inaccessible y: Int } | @inaccessible is applied to \"T.x\" twice; once is"
                        + " enough",
                "type T { x: Int @tag } | @tag needs its argument \"name\"; add it",
                "type T { x: Int @tag(name: \"a\", of: 1) } | @tag has no argument \"of\"; remove it",
                "type T { x: Int @tag(name: 3) } | the argument \"name\" of @tag takes a value of type \"String!\","
                        + " and 3 is none",
                "type T { x: Int @cost(weight: null) } | the argument \"weight\" of @cost takes a value of type \"Int!\","
                        + " and null is none",
                "type T { x: [Int] @listSize(sizedFields: [3]) } | the argument \"sizedFields\" of @listSize takes a value"
                        + " of type \"[String!]\", and [3] is none",
            })
    void refusesADirectiveThatItsDefinitionDoesNotAllow(String sdl, String message) {
        Composed composed = Composed.of(subgraph("a", "type Query { x: Int } " + sdl));

        assertEquals(List.of(CompositionErrorCode.INVALID_GRAPHQL), composed.codes());
        assertEquals(message, composed.error().message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "directive @unit(of: Measure!) on FIELD_DEFINITION enum Measure { KM }"
                        + " type Query { x: Int @unit(of: KM) }",
                "directive @unit(of: [Part!]) on FIELD_DEFINITION input Part { a: Float! b: ID }"
                        + " type Query { x: Int @unit(of: {a: 3, b: 4}) y: Int @unit(of: [{a: 1.5}, {a: 2}]) }",
                "directive @unit(of: Any) on FIELD_DEFINITION scalar Any type Query { x: Int @unit(of: {a: [true]}) }",
            })
    void takesALiteralOfTheSubgraphsOwnTypes(String sdl) {
        assertEquals(List.of(), Composed.of(subgraph("a", sdl)).codes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "directive @unit(of: Measure!) on FIELD_DEFINITION enum Measure { KM }"
                        + " type Query { x: Int @unit(of: MILE) }",
                "directive @unit(of: Part) on FIELD_DEFINITION input Part { a: Float! }"
                        + " type Query { x: Int @unit(of: {b: 3}) }",
                "directive @unit(of: Part) on FIELD_DEFINITION input Part { a: Float! }"
                        + " type Query { x: Int @unit(of: {}) }",
                "directive @unit(of: Int) on FIELD_DEFINITION type Query { x: Int @unit(of: 3000000000) }",
            })
    void refusesALiteralThatTheSubgraphsOwnTypesDoNotTake(String sdl) {
        assertEquals(
                List.of(CompositionErrorCode.INVALID_GRAPHQL),
                Composed.of(subgraph("a", sdl)).codes());
    }

    @Test
    void refusesAFieldThatIsShareableTwice() {
        Composed composed = Composed.of(subgraph("a", "type Query { x: Int @shareable @shareable }"));

        assertEquals(List.of(CompositionErrorCode.INVALID_SHAREABLE_USAGE), composed.codes());
    }

    @Test
    void knowsLabelsOfOverridesFromTheVersionThatBroughtThem() {
        String sdl = " type Query { x: Int @override(from: \"b\", label: \"percent(5)\") }";
        String link =
                "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.%d\", import: [\"@override\"])";

        assertEquals(
                List.of(CompositionErrorCode.INVALID_GRAPHQL),
                Composed.of(bare("a", link.formatted(6) + sdl)).codes());
        assertEquals(List.of(), Composed.of(bare("a", link.formatted(7) + sdl)).codes());
    }

    @Test
    void checksDirectivesOnTheSchemaToo() {
        Composed composed = Composed.of(bare("a", """
                extend schema @link(url: "https://specs.apollo.dev/federation/v2.0") @composeDirective(name: "@mine")
                type Query { x: Int }
                """));

        assertEquals(
                "a:1:70: INVALID_GRAPHQL at schema: the directive @composeDirective is not defined; import it with"
                        + " @link(url: \"https://specs.apollo.dev/federation/v2.9\", import: [\"@composeDirective\"])",
                composed.error().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type Query { x: In } input In { y: Int } | \"Query.x\" is of type \"In\", an input, which no field can"
                        + " return; return an object",
                "type Query { x(y: T): Int } type T { y: Int } | \"Query.x(y:)\" is of type \"T\", which no client can write;"
                        + " take an input object, enum or scalar",
            })
    void refusesATypeOfTheWrongKind(String sdl, String message) {
        Composed composed = Composed.of(subgraph("a", sdl));

        assertEquals(List.of(CompositionErrorCode.INVALID_GRAPHQL), composed.codes());
        assertEquals(message, composed.error().message());
    }
}
