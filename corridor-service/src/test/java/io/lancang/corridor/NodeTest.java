package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects by their ids in the whole graph. */
@QuarkusTest
class NodeTest extends RunningService {
    @Test
    void areFoundByTheIdThatTheyGive() {
        JsonPath given = Graph.data("""
                { corridor(id: "clr") { nodeId segments { nodeId id } locations { nodeId id } partners { nodeId } }
                  zones { nodeId id } }
                """);
        assertEquals("Corridor:clr", given.getString("corridor.nodeId"));
        assertEquals("Partner:CHN", given.getString("corridor.partners[0].nodeId"));

        for (String list : List.of("corridor.segments", "corridor.locations", "zones")) {
            JsonPath found = Graph.data(
                    "query ($ids: [ID!]!) { nodes(ids: $ids) { nodeId ... on Segment { id } ... on Location { id }"
                            + " ... on Zone { id } } }",
                    Map.of("ids", given.getList(list + ".nodeId")));
            assertEquals(given.getList(list + ".id"), found.getList("nodes.id"), list);
            assertEquals(given.getList(list + ".nodeId"), found.getList("nodes.nodeId"), list);
        }
    }

    /** A corridor and a zone have the id kyaukpyu-sez. */
    @Test
    void areOfTheTypeThatTheIdNames() {
        JsonPath found = Graph.data("""
                { location: node(id: "Location:kyaukpyu-sez") { __typename }
                  zone: node(id: "Zone:kyaukpyu-sez") { __typename ... on Zone { id } }
                  corridor: node(id: "Corridor:kyaukpyu-sez") { __typename ... on Corridor { id } } }
                """);

        assertEquals("Corridor", found.getString("corridor.__typename"));
        assertEquals("kyaukpyu-sez", found.getString("corridor.id"));
        assertEquals("Zone", found.getString("zone.__typename"));
        assertEquals("kyaukpyu-sez", found.getString("zone.id"));
        assertNull(found.get("location"));
    }

    /** The first release has no corridors yet but places: of all that is on record now, it knew the places alone. */
    @Test
    void areSeenFromTheMomentThatTheIdNames() {
        JsonPath present = Graph.data("""
                { now: node(id: "Corridor:clr") { nodeId ... on Corridor { asOfRelease segments { nodeId } } }
                  then: node(id: "Corridor@100:clr") { nodeId ... on Corridor { asOfRelease segments { nodeId } } }
                  before: node(id: "Corridor@1:clr") { nodeId } }
                """);

        assertNull(present.get("now.asOfRelease"));
        assertEquals("Corridor@100:clr", present.getString("then.nodeId"));
        assertEquals("100", present.getString("then.asOfRelease"));
        assertEquals("Segment:clr-01", present.getString("now.segments[0].nodeId"));
        assertEquals("Segment@100:clr-01", present.getString("then.segments[0].nodeId"));
        assertNull(present.get("before"));
    }

    @Test
    void areReferencesToWhatOthersOwn() {
        JsonPath found = Graph.data("""
                { nodes(ids: ["Partner:LAO", "Bloc:ASEAN", "Product:H6:8542", "Client:mekong-customs"]) { __typename nodeId
                    ... on Partner { code corridors { id } } ... on Bloc { code } ... on Product { id } ... on Client { id } } }
                """);

        assertEquals(List.of("Partner", "Bloc", "Product", "Client"), found.getList("nodes.__typename"));
        assertEquals("LAO", found.getString("nodes[0].code"));
        assertEquals("H6:8542", found.getString("nodes[2].id"));
        assertEquals(
                List.of("Partner:LAO", "Bloc:ASEAN", "Product:H6:8542", "Client:mekong-customs"),
                found.getList("nodes.nodeId"));
    }

    @Test
    void keepTheOrderOfTheIdsWithNullForWhatIsNotOnRecord() {
        assertEquals(
                Arrays.asList("Zone:kyaukpyu-sez", null, "Corridor:clr", "Corridor:clr"),
                Graph.data(
                                "{ nodes(ids: [\"Zone:kyaukpyu-sez\", \"Corridor:none\", \"Corridor:clr\", \"Corridor:clr\"])"
                                        + " { nodeId } }")
                        .<@Nullable Map<String, String>>getList("nodes")
                        .stream()
                        .map(node -> node == null ? null : node.get("nodeId"))
                        .toList());
        assertEquals(List.of(), Graph.data("{ nodes(ids: []) { nodeId } }").getList("nodes"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    clr              | 'clr' is no id of a node.
                    Station:clr      | 'Station' is no type of nodes.
                    Corridor:clr/x   | An id of a Corridor has one part behind the colon, not 2.
                    Partner@7:LAO    | The id of a Partner names release 7, and it has no moment.
                    """)
    void areRefusedByAnIdThatIsNone(String id, String message) {
        JsonPath error = Graph.error("{ node(id: \"" + id + "\") { nodeId } }");

        assertEquals(message, error.getString("message"));
        assertEquals("BAD_USER_INPUT", error.getString("extensions.code"));
    }

    @Test
    void areRefusedInTooManyAtOnce() {
        String ids = "\"Corridor:clr\", ".repeat(101);

        assertEquals(
                "`ids` has 101 ids; it may have 100.",
                Graph.error("{ nodes(ids: [" + ids + "]) { nodeId } }").getString("message"));
    }
}
