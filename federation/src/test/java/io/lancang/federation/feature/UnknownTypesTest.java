package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSupergraph;
import org.junit.jupiter.api.Test;

/** Objects of types that the supergraph does not know: a subgraph is newer than the supergraph that was composed of it. */
class UnknownTypesTest {
    private static final String FLEET = """
            type Query { found: [Node] first: Node all: [Node!]! any: [Thing] }
            interface Node @key(fields: "id") { id: ID! }
            union Thing = Ship
            type Ship implements Node @key(fields: "id") { id: ID! name: String }
            """;

    private static final String DATA = """
            {"Query": {"found": [{"__typename": "Ship", "id": "s", "name": "S"}, {"__typename": "Ghost", "id": "g"}],
                       "first": {"__typename": "Ghost", "id": "g"},
                       "all": [{"__typename": "Ship", "id": "s"}, {"__typename": "Ghost", "id": "g"}],
                       "any": [{"__typename": "Ghost", "id": "g"}, {"__typename": "Ship", "id": "s", "name": "S"}]}}
            """;

    private static final TestSubgraph SPEEDS = subgraph("b", """
            type Ship @key(fields: "id") { id: ID! speed: Int }
            """, """
            {"Ship": [{"id": "s", "speed": 9}]}
            """);

    private static final TestSubgraph MARKS = subgraph("c", """
            type Node @key(fields: "id") @interfaceObject { id: ID! mark: String }
            """, """
            {"Node": [{"id": "s", "mark": "red"}, {"id": "g", "mark": "white"}]}
            """);

    /** Composed before the first subgraph had ghosts. */
    private static final Federation NEWER = Federation.on(
            TestSupergraph.sdlOf(subgraph("a", FLEET, "{}"), SPEEDS, MARKS),
            subgraph(
                    "a",
                    FLEET.replace("union Thing = Ship", "union Thing = Ship | Ghost")
                            + "type Ghost implements Node @key(fields: \"id\") { id: ID! }",
                    DATA),
            SPEEDS,
            MARKS);

    @Test
    void nullsTheObjectAloneAndSaysWhere() {
        NEWER.ask("{ found { __typename id } first { __typename } }")
                .answersInPart(
                        "{\"found\": [{\"__typename\": \"Ship\", \"id\": \"s\"}, null], \"first\": null}",
                        "SUBGRAPH_INVALID_RESPONSE found/1",
                        "SUBGRAPH_INVALID_RESPONSE first");
        NEWER.ask("{ any { ... on Ship { name } } }")
                .answersInPart("{\"any\": [null, {\"name\": \"S\"}]}", "SUBGRAPH_INVALID_RESPONSE any/0");
    }

    @Test
    void nullsWhatIsAroundOnlyWhereTheObjectMustNotBeNull() {
        NEWER.ask("{ all { __typename } first { id } }").answersInPart("null", "SUBGRAPH_INVALID_RESPONSE all/1");
    }

    /** No subgraph is sent a representation of a type that it cannot know. */
    @Test
    void entersNoSubgraphWithTheObject() {
        NEWER.ask("{ found { ... on Ship { name speed } } }")
                .answersInPart(
                        "{\"found\": [{\"name\": \"S\", \"speed\": 9}, null]}", "SUBGRAPH_INVALID_RESPONSE found/1")
                .asking("a b")
                .neverSends("Ghost");
    }

    /** An interface object knows its objects by their key, of whatever type they are. */
    @Test
    void showsWhatTheInterfaceObjectKnowsWhereNobodySeesTheType() {
        NEWER.ask("{ found { id mark } }")
                .answers("{\"found\": [{\"id\": \"s\", \"mark\": \"red\"}, {\"id\": \"g\", \"mark\": \"white\"}]}")
                .neverSends("Ghost");
    }
}
