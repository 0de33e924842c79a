package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InaccessibleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x: Hidden                       | REFERENCED_INACCESSIBLE",
                "x(f: HiddenInput): Int          | REFERENCED_INACCESSIBLE",
                "x: Hollow                       | ONLY_INACCESSIBLE_CHILDREN",
                "x: OnlyHidden                   | ONLY_INACCESSIBLE_CHILDREN",
                "x(n: Int! @inaccessible): Int   | REQUIRED_INACCESSIBLE",
                "x(m: Mode = SECRET): Int        | DEFAULT_VALUE_USES_INACCESSIBLE",
                "x(m: [Mode!] = [OPEN, SECRET]): Int | DEFAULT_VALUE_USES_INACCESSIBLE",
                "x: Half                         | IMPLEMENTED_BY_INACCESSIBLE",
            })
    void refusesToHideWhatAVisibleElementNeeds(String field, CompositionErrorCode expected) {
        String type = switch (expected) {
            case ONLY_INACCESSIBLE_CHILDREN ->
                field.contains("Hollow") ? "type Hollow { a: Int @inaccessible }" : "union OnlyHidden = Hidden";
            case IMPLEMENTED_BY_INACCESSIBLE -> """
                    interface Named { name: String }
                    type Half implements Named { name: String @inaccessible other: Int }
                    """;
            default -> "";
        };
        Composed composed = Composed.of(subgraph("a", """
                type Query { %s }
                type Hidden @inaccessible { a: Int }
                input HiddenInput @inaccessible { a: Int }
                enum Mode { OPEN SECRET @inaccessible }
                """.formatted(field) + type));

        assertEquals(List.of(expected), composed.codes());
    }

    @Test
    void refusesToHideTheQueryRoot() {
        Composed composed = Composed.of(subgraph("a", "type Query @inaccessible { x: Int }"));

        assertEquals(List.of(CompositionErrorCode.QUERY_ROOT_TYPE_INACCESSIBLE), composed.codes());
    }

    @Test
    void hidesATypeTogetherWithEverythingThatRefersToIt() {
        Composed composed = Composed.of(subgraph("a", """
                type Query { x: Int secret: Hidden @inaccessible u: U y(n: Int! = 3 @inaccessible, m: Mode = OPEN): Int }
                type Hidden @inaccessible { a: Int }
                type Open { a: Int }
                union U = Hidden | Open
                enum Mode { OPEN SECRET @inaccessible }
                """));

        assertEquals(List.of(), composed.errors());
    }

    @Test
    void resolvesAnEnumConflictByHidingTheValue() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x(m: Mode): Mode }\nenum Mode { RAIL @inaccessible ROAD }"),
                subgraph("b", "enum Mode { ROAD }"));

        assertEquals(List.of(), composed.errors());
    }

    @Test
    void letsASubgraphHaveAFieldThatNobodyCanReachIfItIsHidden() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { t: T }\ntype T @key(fields: \"id\") { id: ID! }"),
                subgraph("b", "type T @key(fields: \"id\", resolvable: false) { id: ID! x: Int @inaccessible }"));

        assertEquals(List.of(), composed.errors());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f(p: P = {unit: KM}): Int   | P.unit",
                "f(p: P = {of: [MILE]}): Int | E.MILE",
                "f(p: [E!] = [KM, MILE]): Int | E.MILE",
            })
    void refusesADefaultThatUsesSomethingHidden(String field, String hidden) {
        Composed composed = Composed.of(subgraph(
                "a",
                "type Query { " + field + " }"
                        + " input P { unit: E @inaccessible of: [E!] } enum E { KM MILE @inaccessible }"));

        assertEquals(List.of(CompositionErrorCode.DEFAULT_VALUE_USES_INACCESSIBLE), composed.codes());
        assertEquals(
                "the default of \"Query.f(p:)\" uses \"" + hidden
                        + "\", which is @inaccessible; take another default, or show what it uses",
                composed.error().message());
    }

    @Test
    void refusesToHideAnArgumentThatAVisibleInterfaceHas() {
        Composed composed = Composed.of(subgraph("a", """
                type Query { i: I }
                interface I { x(a: Int): Int }
                type T implements I { x(a: Int @inaccessible): Int }
                """));

        assertEquals(List.of(CompositionErrorCode.IMPLEMENTED_BY_INACCESSIBLE), composed.codes());
        assertEquals("T.x(a:)", composed.error().coordinate());
    }

    @Test
    void refusesToHideTheTypeOfAnArgumentThatClientsGiveToADirective() {
        Composed composed = Composed.of(subgraph("a", """
                type Query { x: Int }
                enum Mode @inaccessible { FAST }
                directive @cache(mode: Mode) on QUERY
                """));

        assertEquals(List.of(CompositionErrorCode.REFERENCED_INACCESSIBLE), composed.codes());
        assertEquals("@cache(mode:)", composed.error().coordinate());
        assertEquals("a:7:1", composed.error().places().getFirst().toString());
    }
}
