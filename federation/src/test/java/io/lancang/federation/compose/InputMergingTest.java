package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments, input fields and the arguments of executable directives merge by the same rules. */
class InputMergingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x: Float = 3              | x: Float = 3.0",
                "x: P = {a: 1, b: [2]}     | x: P = {b: [2], a: 1}",
                "x: [P] = [{a: 1, b: []}]  | x: [P] = [{b: [], a: 1.0}]",
                "x: Int                    | x: Int",
            })
    void takesDefaultsThatMeanTheSame(String one, String other) {
        String types = " input P { a: Float b: [Int] }";
        Composed composed = Composed.of(
                subgraph("a", "type Query { f(" + one + "): Int @shareable }" + types),
                subgraph("b", "type Query { f(" + other + "): Int @shareable }" + types));

        assertEquals(List.of(), composed.codes());
    }

    @Test
    void leavesADefaultOutThatASubgraphDoesNotHave() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { f(x: Int = 3, in: In): Int @shareable } input In { y: Int = 4 }"),
                subgraph("b", "type Query { f(x: Int, in: In): Int @shareable } input In { y: Int }"));

        assertEquals("f(x: Int, in: In): Int", composed.field("type Query", "f"));
        assertEquals("y: Int", composed.field("input In", "y"));
        assertEquals(List.of("Query.f(x:)", "In.y"), composed.hints().reversed());
    }

    @Test
    void takesNumbersForTheSameHoweverTheyAreWrittenAndWritesNoneOut() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { f(x: Float = 10e999999998): Int @shareable }"),
                subgraph("b", "type Query { f(x: Float = 1.0e999999999): Int @shareable }"));

        assertEquals(List.of(), composed.codes());
    }

    @Test
    void namesEveryDefaultWhereTheyDiffer() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { f(x: Int = 3): Int @shareable }"),
                subgraph("b", "type Query { f(x: Int = 4): Int @shareable }"));

        assertEquals(
                "a:5:16, b:5:16: FIELD_ARGUMENT_DEFAULT_MISMATCH at Query.f(x:): the default of \"Query.f(x:)\" is 3 in"
                        + " \"a\", 4 in \"b\"; use the same default in every subgraph",
                composed.error().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(rate: Int!)    |               | REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH",
                "(rate: Int)     | (rate: ID)    | FIELD_ARGUMENT_TYPE_MISMATCH",
                "(rate: Int = 1) | (rate: Int = 2) | FIELD_ARGUMENT_DEFAULT_MISMATCH",
            })
    void refusesExecutableDirectivesWhoseArgumentsCannotBeMerged(
            String one, String other, CompositionErrorCode expected) {
        Composed composed = Composed.of(
                subgraph("a", "directive @live" + one + " on FIELD type Query { x: Int }"),
                subgraph("b", "directive @live" + (other == null ? "" : other) + " on FIELD type Query { y: Int }"));

        assertEquals(List.of(expected), composed.codes());
        assertEquals("@live(rate:)", composed.error().coordinate());
    }

    @Test
    void mergesTheArgumentsOfExecutableDirectives() {
        Composed composed = Composed.of(
                subgraph(
                        "a",
                        "\"Again and again\" directive @live(rate: Int, of: ID) on FIELD | QUERY type Query { x: Int }"),
                subgraph("b", "directive @live(rate: Int!, to: ID) on QUERY type Query { y: Int }"));

        assertEquals("""
                \"""
                Again and again
                \"""
                directive @live(rate: Int!) on QUERY""", composed.definition("directive @live"));
    }
}
