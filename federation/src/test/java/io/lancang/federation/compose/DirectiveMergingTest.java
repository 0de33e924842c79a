package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.bare;
import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectiveMergingTest {

    @Test
    void keepsEveryTagAndEitherSubgraphsInaccessibility() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x: Int @shareable @tag(name: \"one\") y: Int }"),
                subgraph(
                        "b", "type Query { x: Int @shareable @tag(name: \"two\") @tag(name: \"one\") @inaccessible }"));

        assertEquals("x: Int @inaccessible @tag(name: \"one\") @tag(name: \"two\")", composed.field("type Query", "x"));
    }

    @Test
    void linksOnlyTheSpecificationsWhoseDirectivesAreUsed() {
        Composed composed = Composed.of(subgraph("a", "type Query { x: Int @authenticated }"));

        assertTrue(composed.supergraph().contains("https://specs.apollo.dev/authenticated/v0.1"));
        assertFalse(composed.supergraph().contains("https://specs.apollo.dev/policy"));
    }

    @Test
    void demandsTheScopesOfBothSubgraphsTogether() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x: Int @shareable @requiresScopes(scopes: [[\"read\"], [\"admin\"]]) }"),
                subgraph("b", "type Query { x: Int @shareable @requiresScopes(scopes: [[\"trade\"]]) }"));

        assertEquals(
                "x: Int @requiresScopes(scopes: [[\"read\", \"trade\"], [\"admin\", \"trade\"]])",
                composed.field("type Query", "x"));
    }

    @Test
    void dropsAnAlternativeThatAsksForMoreThanAnother() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x: Int @shareable @policy(policies: [[\"p\"]]) }"),
                subgraph("b", "type Query { x: Int @shareable @policy(policies: [[\"p\"], [\"q\"]]) }"));

        assertEquals("x: Int @policy(policies: [[\"p\"]])", composed.field("type Query", "x"));
    }

    @Test
    void takesTheDearestCostAndListSize() {
        Composed composed = Composed.of(
                subgraph(
                        "a",
                        "type Query { x(n: Int): [Int] @shareable @cost(weight: 3)"
                                + " @listSize(assumedSize: 10, slicingArguments: [\"n\"]) }"),
                subgraph(
                        "b",
                        "type Query { x(n: Int): [Int] @shareable @cost(weight: 5)"
                                + " @listSize(assumedSize: 7, requireOneSlicingArgument: false) }"));

        assertEquals(
                "x(n: Int): [Int] @cost(weight: 5) @listSize(assumedSize: 10, slicingArguments: [\"n\"],"
                        + " requireOneSlicingArgument: false)",
                composed.field("type Query", "x"));
    }

    @Test
    void keepsDeprecationAndHintsWhereReasonsDiffer() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x: Int @shareable @deprecated(reason: \"old\") }"),
                subgraph("b", "type Query { x: Int @shareable @deprecated(reason: \"slow\") }"));

        assertEquals("x: Int @deprecated(reason: \"old\")", composed.field("type Query", "x"));
        assertEquals(List.of("Query.x"), composed.hints());
    }

    @Test
    void composesACustomDirectiveWithItsDefinitionAndLink() {
        Composed composed = Composed.of(bare("a", """
                extend schema
                  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective"])
                  @link(url: "https://lancang.test/unit/v1.2", import: [{name: "@unit", as: "@measure"}])
                  @composeDirective(name: "@measure")
                directive @measure(of: String!) on FIELD_DEFINITION
                directive @internal on FIELD_DEFINITION
                type Query { length: Int @measure(of: "km") @internal }
                """));

        assertEquals("length: Int @measure(of: \"km\")", composed.field("type Query", "length"));
        assertTrue(
                composed.supergraph()
                        .contains(
                                "@link(url: \"https://lancang.test/unit/v1.2\", import: [{name: \"@unit\", as: \"@measure\"}])"));
        assertTrue(composed.supergraph().contains("directive @measure(of: String!) on FIELD_DEFINITION\n"));
    }

    @Test
    void refusesToComposeADirectiveOfNoLinkedSpecification() {
        Composed composed = Composed.of(subgraph("a", """
                extend schema @composeDirective(name: "@measure")
                directive @measure on FIELD_DEFINITION
                type Query { length: Int @measure }
                """));

        assertEquals(List.of(CompositionErrorCode.DIRECTIVE_COMPOSITION_ERROR), composed.codes());
        assertEquals(5, composed.error().places().getFirst().line());
    }

    @Test
    void keepsADirectiveForClientsOnlyWhereEverySubgraphUnderstandsIt() {
        Composed composed = Composed.of(subgraph("a", """
                        directive @trace(level: Int, name: String) on QUERY | FIELD
                        directive @mine on FIELD
                        type Query { x: Int }
                        """), subgraph("b", "directive @trace(level: Int) on FIELD"));

        assertTrue(composed.supergraph().contains("directive @trace(level: Int) on FIELD\n"));
        assertFalse(composed.supergraph().contains("@mine"));
    }

    @Test
    void passesArgumentsFromAContextToTheRouterAndHidesThemFromClients() {
        Composed composed = Composed.of(subgraph("a", """
                type Query { partner: Partner }
                type Partner @key(fields: "code") @context(name: "partner") { code: ID! currency: String flow: Flow }
                type Flow @key(fields: "id") {
                  id: ID!
                  value(currency: String @fromContext(field: "$partner { currency }")): Int
                }
                """));

        assertEquals(
                "value: Int @join__field(graph: A, contextArguments: [{context : \"a__partner\", name : \"currency\","
                        + " type : \"String\", selection : \"{ currency }\"}])",
                composed.field("type Flow", "value"));
    }
}
