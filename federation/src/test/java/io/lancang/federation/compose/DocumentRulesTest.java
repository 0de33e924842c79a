package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.compose.problem.CompositionError;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What GraphQL itself asks of a subgraph's document; each error names the element and its line. */
class DocumentRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query Q { x }                                          | ''",
                "fragment F on Query { x }                              | ''",
                "directive @d on FIELD directive @d on QUERY            | @d",
                "directive @__d on FIELD                                | @__d",
                "type __T { a: Int }                                    | __T",
                "type T { __a: Int }                                    | T.__a",
                "type T { a(__b: Int): Int }                            | T.a(__b:)",
                "enum E { __A }                                         | E.__A",
                "input I { __a: Int }                                   | I.__a",
                "interface N { a: Int } type T implements N & N { a: Int } | T",
                "type T { a(b: Int! @deprecated): Int }                 | T.a(b:)",
                "input I { a: Int! @deprecated b: Int }                 | I.a",
                "directive @d(a: Int! @deprecated) on FIELD             | @d(a:)",
                "type T { a(b: Int = \"x\"): Int }                      | T.a(b:)",
                "input I { a: [Int!] = [1, null] }                      | I.a",
                "input I { a: Int! } type T { a(i: I = {}): Int }       | T.a(i:)",
                "extend schema { mutation: Nothing }                    | Nothing",
                "interface N { a: Int } extend schema { mutation: N }   | N",
                "extend schema { mutation: Query }                      | Query",
            })
    void refusesWhatIsNoSchema(String sdl, String coordinate) {
        Composed composed = Composed.of(subgraph("a", "schema { query: Query } type Query { x: Int }\n" + sdl));

        assertEquals(List.of(CompositionErrorCode.INVALID_GRAPHQL), composed.codes());
        CompositionError error = composed.error();
        assertEquals(coordinate, error.coordinate());
        assertEquals(6, error.places().getFirst().line());
    }

    @Test
    void refusesAUnionThatHasAMemberTwice() {
        Composed composed = Composed.of(subgraph("a", "type Query { x: U }\nunion U = T | T type T { a: Int }"));

        assertEquals(List.of(CompositionErrorCode.INVALID_GRAPHQL), composed.codes());
        assertEquals("a:6:1", composed.error().places().getFirst().toString());
    }

    @Test
    void acceptsDefaultsThatGraphqlCoerces() {
        Composed composed = Composed.of(subgraph("a", """
                type Query { x(list: [Int] = 1, id: ID = 1, float: Float = 1, any: Any = {a: 1}, none: Int = null): Int }
                scalar Any
                """));

        assertEquals(List.of(), composed.errors());
    }

    @Test
    void namesTheTypeThatTheMergedSchemaBreaks() {
        Composed composed =
                Composed.of(subgraph("a", """
                        type Query { i: I }
                        interface I { a: Int! }
                        type T implements I @shareable { a: Int! }
                        """), subgraph("b", "type Query { t: T }\ntype T @shareable { a: Int }"));

        assertEquals(List.of(CompositionErrorCode.INVALID_GRAPHQL), composed.codes());
        assertEquals("T", composed.error().coordinate());
        assertEquals(
                List.of("a:7:1", "b:6:1"),
                composed.error().places().stream().map(Object::toString).toList());
    }
}
