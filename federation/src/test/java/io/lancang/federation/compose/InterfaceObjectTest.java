package io.lancang.federation.compose;

import static io.lancang.federation.compose.Composed.subgraph;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.SubgraphDefinition;
import io.lancang.federation.compose.problem.CompositionError;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterfaceObjectTest {

    private static final SubgraphDefinition LIBRARY = subgraph("library", """
            type Query { media: [Media!]! }
            interface Media @key(fields: "id") { id: ID! title: String }
            type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }
            """);

    @Test
    void addsTheFieldsToTheInterfaceAndToEveryImplementation() {
        Composed composed = Composed.of(LIBRARY, subgraph("reviews", """
                type Media @interfaceObject @key(fields: "id") { id: ID! stars: Int }
                """));

        assertEquals("""
                interface Media
                  @join__type(graph: LIBRARY, key: "id")
                  @join__type(graph: REVIEWS, key: "id", isInterfaceObject: true)
                {
                  id: ID!
                  title: String @join__field(graph: LIBRARY)
                  stars: Int @join__field(graph: REVIEWS)
                }""", composed.definition("interface Media"));
        assertEquals("stars: Int @join__field", composed.field("type Book", "stars"));
    }

    @Test
    void letsAnInterfaceObjectRequireWhatImplementationsHave() {
        Composed composed = Composed.of(LIBRARY, subgraph("reviews", """
                type Media @interfaceObject @key(fields: "id") {
                  id: ID!
                  title: String @external
                  slogan: String @requires(fields: "title")
                }
                """));

        assertEquals(List.of(), composed.errors());
    }

    @Test
    void refusesAnInterfaceObjectWithoutAKey() {
        Composed composed = Composed.of(LIBRARY, subgraph("reviews", "type Media @interfaceObject { stars: Int }"));

        assertEquals(List.of(CompositionErrorCode.INTERFACE_OBJECT_USAGE_ERROR), composed.codes());
    }

    @Test
    void refusesAnInterfaceObjectOfNoInterface() {
        Composed composed = Composed.of(LIBRARY, subgraph("reviews", """
                type Nothing @interfaceObject @key(fields: "id") { id: ID! stars: Int }
                """));

        assertEquals(List.of(CompositionErrorCode.INTERFACE_OBJECT_USAGE_ERROR), composed.codes());
    }

    @Test
    void refusesAnInterfaceObjectNextToAnImplementation() {
        Composed composed = Composed.of(LIBRARY, subgraph("reviews", """
                type Media @interfaceObject @key(fields: "id") { id: ID! stars: Int }
                type Book @key(fields: "id") { id: ID! }
                """));

        assertEquals(List.of(CompositionErrorCode.INTERFACE_OBJECT_USAGE_ERROR), composed.codes());
        assertEquals("Book", composed.error().coordinate());
    }

    @Test
    void refusesAnImplementationWithoutTheKeyOfItsInterface() {
        Composed composed = Composed.of(subgraph("a", """
                type Query { media: [Media!]! }
                interface Media @key(fields: "id") { id: ID! }
                type Book implements Media { id: ID! }
                """));

        assertEquals(List.of(CompositionErrorCode.INTERFACE_KEY_NOT_ON_IMPLEMENTATION), composed.codes());
    }

    @Test
    void refusesAnInterfaceKeyWhereAnImplementationIsUnknown() {
        Composed composed = Composed.of(LIBRARY, subgraph("cinema", """
                interface Media { id: ID! title: String }
                type Film implements Media @key(fields: "id") { id: ID! title: String }
                """));

        assertEquals(List.of(CompositionErrorCode.INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE), composed.codes());
        assertEquals("library:6:1", composed.error().places().getFirst().toString());
    }

    @Test
    void refusesAnInterfaceObjectThatCannotLearnWhatItStandsFor() {
        Composed composed = Composed.of(subgraph("library", """
                        interface Media @key(fields: "id", resolvable: false) { id: ID! title: String }
                        type Book implements Media @key(fields: "id", resolvable: false) { id: ID! title: String }
                        """), subgraph("reviews", """
                        type Query { top: Media }
                        type Media @interfaceObject @key(fields: "id") { id: ID! stars: Int }
                        """));

        assertEquals(
                List.of(CompositionErrorCode.SATISFIABILITY_ERROR, CompositionErrorCode.SATISFIABILITY_ERROR),
                composed.codes());
        assertEquals(
                List.of("Media", "Media.title"),
                composed.errors().stream().map(CompositionError::coordinate).toList());
    }

    @Test
    void asksAnImplementationAndTheInterfaceObjectToShareAField() {
        String interfaces = "type Query { i: I } interface I @key(fields: \"id\") { id: ID! }"
                + " type T implements I @key(fields: \"id\") { id: ID! x: Int %1$s }";
        String object = "type I @interfaceObject @key(fields: \"id\") { id: ID! x: Int %1$s }";

        assertEquals(
                List.of(CompositionErrorCode.INVALID_FIELD_SHARING),
                Composed.of(subgraph("a", interfaces.formatted("")), subgraph("b", object.formatted("")))
                        .codes());
        assertEquals(
                List.of(),
                Composed.of(
                                subgraph("a", interfaces.formatted("@shareable")),
                                subgraph("b", object.formatted("@shareable")))
                        .codes());
    }

    @Test
    void standsForAnInterfaceThatHasNoKeyItself() {
        Composed composed = Composed.of(
                subgraph(
                        "a",
                        "type Query { i: I } interface I { id: ID! }"
                                + " type T implements I @key(fields: \"id\") { id: ID! }"),
                subgraph("b", "type I @interfaceObject @key(fields: \"id\") { id: ID! x: Int }"));

        assertEquals("x: Int @join__field", composed.field("type T", "x"));
    }

    @Test
    void refusesAnImplementationThatCannotBeEnteredByTheInterfacesKey() {
        Composed composed = Composed.of(subgraph(
                "a",
                "type Query { i: I } interface I @key(fields: \"id\") { id: ID! }"
                        + " type T implements I @key(fields: \"id\", resolvable: false) { id: ID! }"));

        assertEquals(List.of(CompositionErrorCode.INTERFACE_KEY_NOT_ON_IMPLEMENTATION), composed.codes());
    }
}
