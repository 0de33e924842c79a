package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.SubgraphDefinition;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverrideTest {

    @Test
    void leavesAFieldToWhoTakesItOver() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { t: T }\ntype T @key(fields: \"id\") { id: ID! x: Int }"),
                subgraph("b", "type T @key(fields: \"id\") { id: ID! x: Int @override(from: \"a\") }"));

        assertEquals("x: Int @join__field(graph: B, override: \"a\")", composed.field("type T", "x"));
    }

    @Test
    void remembersThatAFieldTakenOverStillServesAKey() {
        Composed composed = Composed.of(
                subgraph(
                        "a", "type Query { t: T }\ntype T @key(fields: \"id\") @key(fields: \"x\") { id: ID! x: Int }"),
                subgraph("b", "type T @key(fields: \"id\") { id: ID! x: Int @override(from: \"a\") }"));

        assertEquals(
                "x: Int @join__field(graph: A, usedOverridden: true) @join__field(graph: B, override: \"a\")",
                composed.field("type T", "x"));
    }

    @Test
    void keepsBothSidesOfAProgressiveOverrideUnderItsLabel() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { t: T }\ntype T @key(fields: \"id\") { id: ID! x: Int }"),
                subgraph(
                        "b",
                        "type T @key(fields: \"id\") { id: ID! x: Int @override(from: \"a\", label: \"percent(5)\") }"));

        assertEquals(
                "x: Int @join__field(graph: A, overrideLabel: \"percent(5)\")"
                        + " @join__field(graph: B, override: \"a\", overrideLabel: \"percent(5)\")",
                composed.field("type T", "x"));
    }

    @Test
    void refusesAProgressiveOverrideThatFailsWhileItsLabelIsOn() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { t: T }\ntype T @key(fields: \"id\") { id: ID! x: Int }"),
                subgraph(
                        "b",
                        "type T @key(fields: \"id\", resolvable: false) {"
                                + " id: ID! x: Int @override(from: \"a\", label: \"percent(5)\") }"));

        assertEquals(List.of(CompositionErrorCode.SATISFIABILITY_ERROR), composed.codes());
    }

    @Test
    void hintsAtAnOverrideFromNobody() {
        Composed composed = Composed.of(subgraph("a", "type Query { x: Int @override(from: \"gone\") }"));

        assertEquals(List.of("Query.x"), composed.hints());
    }

    @Test
    void refusesAnOverrideFromItself() {
        Composed composed = Composed.of(subgraph("a", "type Query { x: Int @override(from: \"a\") }"));

        assertEquals(List.of(CompositionErrorCode.OVERRIDE_FROM_SELF_ERROR), composed.codes());
    }

    /** Its subgraph declares first that the field is of no use there. */
    @Test
    void refusesToTakeOverAFieldThatIsExternalWhereItGoes() {
        String taken = "id: ID! x: Int @external @override(from: \"a\")";
        SubgraphDefinition owner = subgraph("a", "type Query { t: T } type T @key(fields: \"id\") { id: ID! x: Int }");

        assertEquals(
                List.of(CompositionErrorCode.OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE),
                Composed.of(
                                owner,
                                subgraph(
                                        "b",
                                        "type T @key(fields: \"id\") { " + taken
                                                + " y: Int @requires(fields: \"x\") }"))
                        .codes());
        assertEquals(
                List.of(CompositionErrorCode.EXTERNAL_UNUSED),
                Composed.of(owner, subgraph("b", "type T @key(fields: \"id\") { " + taken + " }"))
                        .codes());
    }

    @Test
    void refusesAChainOfOverrides() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x: Int @override(from: \"b\") }"),
                subgraph("b", "type Query { x: Int @override(from: \"c\") }"),
                subgraph("c", "type Query { x: Int }"));

        assertEquals(
                List.of(CompositionErrorCode.INVALID_FIELD_SHARING, CompositionErrorCode.OVERRIDE_SOURCE_HAS_OVERRIDE),
                composed.codes());
    }

    @Test
    void refusesToTakeOverAFieldWithRequirements() {
        Composed composed = Composed.of(
                subgraph(
                        "a",
                        "type Query { t: T }\ntype T @key(fields: \"id\") { id: ID! w: Int x: Int @override(from: \"b\") }"),
                subgraph(
                        "b",
                        "type T @key(fields: \"id\") { id: ID! w: Int @external x: Int @requires(fields: \"w\") }"));

        assertEquals(
                List.of(
                        CompositionErrorCode.INVALID_FIELD_SHARING,
                        CompositionErrorCode.OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE),
                composed.codes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"percent(101)", "percent(100.0)", "percent(x)", "1st", "!!", ""})
    void refusesALabelThatNoRouterCanDecide(String label) {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x: Int @override(from: \"b\", label: \"%s\") }".formatted(label)),
                subgraph("b", "type Query { x: Int }"));

        assertEquals(List.of(CompositionErrorCode.OVERRIDE_LABEL_INVALID), composed.codes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"percent(0)", "percent(99.99)", "percent(100)", "my-label", "team/feature:1.0"})
    void acceptsALabelThatARouterCanDecide(String label) {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x: Int @override(from: \"b\", label: \"%s\") }".formatted(label)),
                subgraph("b", "type Query { x: Int }"));

        assertEquals(List.of(), composed.errors());
    }

    @Test
    void refusesAnInterfaceObjectThatTakesAFieldOver() {
        Composed composed = Composed.of(
                subgraph(
                        "a",
                        "type Query { i: I } interface I @key(fields: \"id\") { id: ID! x: Int }"
                                + " type T implements I @key(fields: \"id\") { id: ID! x: Int @shareable }"),
                subgraph(
                        "b", "type I @interfaceObject @key(fields: \"id\") { id: ID! x: Int @override(from: \"a\") }"));

        assertEquals(
                List.of(
                        CompositionErrorCode.INVALID_FIELD_SHARING,
                        CompositionErrorCode.OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE),
                composed.codes());
    }

    @Test
    void keepsAFieldThatWasTakenOverForTheInterfaceThatDeclaresIt() {
        Composed composed = Composed.of(
                subgraph(
                        "a",
                        "type Query { i: I } interface I { id: ID! x: Int }"
                                + " type T implements I @key(fields: \"id\") { id: ID! x: Int }"),
                subgraph("b", "type T @key(fields: \"id\") { id: ID! x: Int @override(from: \"a\") }"));

        assertEquals(
                "x: Int @join__field(graph: A, usedOverridden: true) @join__field(graph: B, override: \"a\")",
                composed.field("type T", "x"));
    }

    @Test
    void saysNothingOfASubgraphThatDoesNotExist() {
        Composed composed = Composed.of(subgraph("a", "type Query { x: Int @override(from: \"gone\") }"));

        assertEquals("x: Int", composed.field("type Query", "x"));
        assertEquals(List.of("Query.x"), composed.hints());
    }

    @Test
    void takesAFieldFromASubgraphThatOnlyRequiresItNow() {
        Composed composed = Composed.of(
                subgraph(
                        "a",
                        "type Query { t: T } type T @key(fields: \"id\") { id: ID! n: Int @override(from: \"b\") }"),
                subgraph("b", """
                        type T @key(fields: "id") { id: ID! n: Int @external m: Int @requires(fields: "n") }
                        """));

        assertEquals(
                "n: Int @join__field(graph: A, override: \"b\") @join__field(graph: B, external: true)",
                composed.field("type T", "n"));
        assertEquals(List.of("T.n"), composed.hints());
    }

    /** As long as the label is off nobody resolves the field. */
    @Test
    void refusesToMoveRequestByRequestWhatTheOtherSideDoesNotResolve() {
        Composed composed = Composed.of(
                subgraph(
                        "a",
                        "type Query { t: T } type T @key(fields: \"id\")"
                                + " { id: ID! n: Int @override(from: \"b\", label: \"percent(5)\") }"),
                subgraph("b", """
                        type T @key(fields: "id") { id: ID! n: Int @external m: Int @requires(fields: "n") }
                        """));

        assertEquals(Set.of(CompositionErrorCode.SATISFIABILITY_ERROR), Set.copyOf(composed.codes()));
    }

    /** Where the field is provided the other side has it, and a third subgraph has it for all other objects. */
    @Test
    void movesRequestByRequestWhatTheOtherSideHasAsExternal() {
        String taken =
                "type T @key(fields: \"id\") { id: ID! n: Int %s @override(from: \"b\", label: \"percent(5)\") }";
        SubgraphDefinition providing = subgraph("b", """
                type Query { t: T @provides(fields: "n") }
                type T @key(fields: "id") { id: ID! n: Int @external }
                """);
        SubgraphDefinition owner = subgraph("c", "type T @key(fields: \"id\") { id: ID! n: Int @shareable }");

        assertEquals(
                "n: Int @join__field(graph: A, override: \"b\", overrideLabel: \"percent(5)\")"
                        + " @join__field(graph: B, external: true, overrideLabel: \"percent(5)\") @join__field(graph: C)",
                Composed.of(subgraph("a", taken.formatted("@shareable")), providing, owner)
                        .field("type T", "n"));
        assertEquals(
                List.of(CompositionErrorCode.INVALID_FIELD_SHARING),
                Composed.of(subgraph("a", taken.formatted("")), providing).codes());
    }
}
