package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.SubgraphDefinition;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExternalFieldsTest {

    private static final SubgraphDefinition OWNER = subgraph("owner", """
            type Query { t: T }
            type T @key(fields: "id") { id: ID! weight(unit: Int = 1): Int! name: String }
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weight(unit: Int = 1): String!  | EXTERNAL_TYPE_MISMATCH",
                "weight(unit: Int = 1): Int      | EXTERNAL_TYPE_MISMATCH",
                "weight: Int!                    | EXTERNAL_ARGUMENT_MISSING",
                "weight(unit: Int! = 1): Int!    | EXTERNAL_ARGUMENT_TYPE_MISMATCH",
                "weight(unit: Int = 2): Int!     | EXTERNAL_ARGUMENT_DEFAULT_MISMATCH",
            })
    void refusesAnExternalFieldThatDiffersFromTheFieldItStandsFor(String field, CompositionErrorCode expected) {
        Composed composed = Composed.of(OWNER, subgraph("other", """
                type T @key(fields: "id") { id: ID! %s @external more: Int @requires(fields: "weight") }
                """.formatted(field)));

        assertEquals(List.of(expected), composed.codes());
        assertEquals("other:5:37", composed.error().places().getFirst().toString());
    }

    @Test
    void acceptsAnExternalFieldThatRepeatsItsOwner() {
        Composed composed = Composed.of(OWNER, subgraph("other", """
                type T @key(fields: "id") { id: ID! weight(unit: Int = 1): Int! @external more: Int @requires(fields: "weight") }
                """));

        assertEquals(List.of(), composed.errors());
    }

    @Test
    void refusesAnExternalFieldThatNobodyDefines() {
        Composed composed = Composed.of(OWNER, subgraph("other", """
                type T @key(fields: "id") { id: ID! height: Int @external more: Int @requires(fields: "height") }
                """));

        assertEquals(List.of(CompositionErrorCode.EXTERNAL_MISSING_ON_BASE), composed.codes());
    }

    @Test
    void refusesAnExternalFieldThatNothingUses() {
        Composed composed = Composed.of(OWNER, subgraph("other", """
                type T @key(fields: "id") { id: ID! name: String @external }
                """));

        assertEquals(
                "other:5:37: EXTERNAL_UNUSED at T.name: \"T.name\" is @external, but no @key, @requires, @provides,"
                        + " @fromContext or interface uses it; remove the field, or resolve it here without @external",
                composed.error().toString());
    }

    @Test
    void acceptsAnExternalFieldThatAnInterfaceDemands() {
        Composed composed = Composed.of(OWNER, subgraph("other", """
                interface Named { name: String }
                type T implements Named @key(fields: "id") { id: ID! name: String @external }
                """));

        assertEquals(List.of(), composed.errors());
    }

    @Test
    void readsExternalOnATypeAsExternalOnItsFields() {
        Composed composed = Composed.of(subgraph("a", """
                        type Query { t: T }
                        type T @key(fields: "id") { id: ID! size: Size @external area: Int @requires(fields: "size { width }") }
                        type Size @external { width: Int }
                        """), subgraph("b", """
                        type T @key(fields: "id") { id: ID! size: Size }
                        type Size { width: Int }
                        """));

        assertEquals(
                "width: Int @join__field(graph: A, external: true) @join__field(graph: B)",
                composed.field("type Size", "width"));
    }

    @Test
    void refusesWhatHasNoMeaningOnAnInterface() {
        Composed composed = Composed.of(subgraph("a", """
                type Query { n: N }
                interface N {
                  a: Int @external
                  b: Int @requires(fields: "a")
                  c: Int @shareable
                  d: Int @override(from: "b")
                }
                type T implements N { a: Int b: Int c: Int d: Int }
                """));

        assertEquals(
                List.of(
                        CompositionErrorCode.EXTERNAL_ON_INTERFACE,
                        CompositionErrorCode.REQUIRES_UNSUPPORTED_ON_INTERFACE,
                        CompositionErrorCode.INVALID_SHAREABLE_USAGE,
                        CompositionErrorCode.OVERRIDE_ON_INTERFACE),
                composed.codes());
    }
}
