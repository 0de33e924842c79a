package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnumAndInputMergingTest {

    @Test
    void unitesAnEnumThatIsOnlyAnswered() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { m: Mode }\nenum Mode { RAIL }"), subgraph("b", "enum Mode { ROAD }"));

        assertEquals("""
                enum Mode
                  @join__type(graph: A)
                  @join__type(graph: B)
                {
                  RAIL @join__enumValue(graph: A)
                  ROAD @join__enumValue(graph: B)
                }""", composed.definition("enum Mode"));
    }

    @Test
    void intersectsAnEnumThatIsOnlyAsked() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x(m: Mode): Int }\nenum Mode { RAIL ROAD }"),
                subgraph("b", "enum Mode { ROAD SEA }"));

        assertEquals("""
                enum Mode
                  @join__type(graph: A)
                  @join__type(graph: B)
                {
                  ROAD @join__enumValue(graph: A) @join__enumValue(graph: B)
                }""", composed.definition("enum Mode"));
        assertEquals(List.of("Mode.RAIL", "Mode.SEA"), composed.hints());
    }

    @Test
    void refusesAnEnumForBothThatDiffers() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x(m: Mode): Mode }\nenum Mode { RAIL ROAD }"),
                subgraph("b", "enum Mode { ROAD }"));

        assertEquals(List.of(CompositionErrorCode.ENUM_VALUE_MISMATCH), composed.codes());
        assertEquals("Mode.RAIL", composed.error().coordinate());
    }

    @Test
    void acceptsAnEnumForBothThatIsTheSameEverywhere() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x(m: Mode): Mode }\nenum Mode { ROAD }"),
                subgraph("b", "enum Mode { ROAD }"));

        assertEquals(List.of(), composed.errors());
    }

    @Test
    void refusesAnInputEnumOfWhichNothingIsLeft() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x(m: Mode): Int }\nenum Mode { RAIL }"),
                subgraph("b", "enum Mode { ROAD }"));

        assertEquals(List.of(CompositionErrorCode.EMPTY_MERGED_ENUM_TYPE), composed.codes());
    }

    @Test
    void intersectsInputObjectsAndTakesTheNarrowestTypes() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x(f: Filter): Int }\ninput Filter { from: Int to: Int }"),
                subgraph("b", "input Filter { from: Int! }"));

        assertEquals("""
                input Filter
                  @join__type(graph: A)
                  @join__type(graph: B)
                {
                  from: Int! @join__field(graph: A, type: "Int") @join__field(graph: B, type: "Int!")
                }""", composed.definition("input Filter"));
    }

    @Test
    void refusesARequiredInputFieldThatSomeSubgraphDoesNotKnow() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x(f: Filter): Int }\ninput Filter { from: Int to: Int! }"),
                subgraph("b", "input Filter { from: Int }"));

        assertEquals(List.of(CompositionErrorCode.REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH), composed.codes());
    }

    @Test
    void refusesInputFieldsWithDifferentDefaults() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x(f: Filter): Int }\ninput Filter { from: Int = 1 }"),
                subgraph("b", "input Filter { from: Int = 2 }"));

        assertEquals(List.of(CompositionErrorCode.INPUT_FIELD_DEFAULT_MISMATCH), composed.codes());
    }

    @Test
    void refusesAnInputObjectOfWhichNothingIsLeft() {
        Composed composed = Composed.of(
                subgraph("a", "type Query { x(f: Filter): Int }\ninput Filter { from: Int }"),
                subgraph("b", "input Filter { to: Int }"));

        assertEquals(List.of(CompositionErrorCode.EMPTY_MERGED_INPUT_TYPE), composed.codes());
    }
}
