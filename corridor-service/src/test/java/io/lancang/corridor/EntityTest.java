package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a federation router asks: objects by their keys. */
@QuarkusTest
class EntityTest extends RunningService {
    private static final String ENTITIES = "query ($of: [_Any!]!) { _entities(representations: $of) { __typename ";

    @Test
    void givesPartnersTheirCorridorsCrossingsAndZones() {
        JsonPath answer = entities(
                "... on Partner { code corridors(kinds: [TRANSPORT], statuses: [OPERATIONAL]) { id openedOn }"
                        + " borderCrossings { id } zones { id } }",
                List.of(partner("LAO"), partner("CHN")));

        assertEquals(
                List.of("clr", "gms-ewec", "gms-nsec", "kbe", "lancang-mekong", "r13n", "th-la-fb5"),
                answer.getList("_entities[0].corridors.id"));
        assertEquals("2021-12-03", answer.getString("_entities[0].corridors.find { it.id == 'clr' }.openedOn"));
        assertEquals(
                List.of("boten", "dansavan", "houayxay", "lantouy", "pakxan", "panghai"),
                answer.getList("_entities[0].borderCrossings.id"));
        assertEquals(List.of("thanaleng-vlp"), answer.getList("_entities[0].zones.id"));
        assertTrue(answer.getList("_entities[1].corridors.id").contains("clr"), "China is a partner of its corridors");
    }

    @Test
    void answersEachAliasWithItsOwnArguments() {
        JsonPath answer = entities(
                "... on Partner { energy: corridors(kinds: [ENERGY]) { id } digital: corridors(kinds: [DIGITAL]) { id } }",
                List.of(partner("LAO")));

        assertEquals(List.of("cl-115kv", "cl-500kv"), answer.getList("_entities[0].energy.id"));
        assertEquals(List.of("cl-cable", "gms-is"), answer.getList("_entities[0].digital.id"));
    }

    @Test
    void givesEmptyListsToAPartnerWithoutCorridors() {
        JsonPath answer = entities(
                "... on Partner { corridors { id } borderCrossings { id } zones { id } }", List.of(partner("DEU")));

        assertEquals(
                Map.of(
                        "__typename",
                        "Partner",
                        "corridors",
                        List.of(),
                        "borderCrossings",
                        List.of(),
                        "zones",
                        List.of()),
                answer.getMap("_entities[0]"));
    }

    @Test
    void nullsOnlyTheRepresentationThatDoesNotExist() {
        JsonPath answer = entities(
                "... on Corridor { id } ... on Location { id } ... on Zone { id }",
                List.of(
                        Map.of("__typename", "Corridor", "id", "nope"),
                        Map.of("__typename", "Location", "id", "mohan"),
                        Map.of("__typename", "Zone", "id", "nope"),
                        Map.of("__typename", "Corridor", "id", "clr"),
                        Map.of("__typename", "Zone", "id", "ftz-kunming"),
                        Map.of("__typename", "Location", "id", "nope")));

        assertNull(answer.get("_entities[0]"));
        assertEquals("mohan", answer.getString("_entities[1].id"));
        assertNull(answer.get("_entities[2]"));
        assertEquals("clr", answer.getString("_entities[3].id"));
        assertEquals("ftz-kunming", answer.getString("_entities[4].id"));
        assertNull(answer.get("_entities[5]"));
    }

    @Test
    void givesABlocTheCorridorsOfItsMembersEachOnce() {
        JsonPath answer = entities(
                "... on Bloc { code corridors(kinds: [ENERGY]) { id }"
                        + " planned: corridors(kinds: [ENERGY], statuses: [UNDER_CONSTRUCTION]) { id } }",
                List.of(bloc("TWO", "LAO", "VNM"), bloc("NONE"), bloc("ONE", "MMR")));

        assertEquals(List.of("cl-115kv", "cl-500kv", "cv-power"), answer.getList("_entities[0].corridors.id"));
        assertEquals(List.of("cl-500kv"), answer.getList("_entities[0].planned.id"));
        assertEquals(List.of(), answer.getList("_entities[1].corridors.id"));
        assertEquals(List.of("cm-gas", "cm-oil", "mm-hydro"), answer.getList("_entities[2].corridors.id"));
    }

    @Test
    void refusesAListThatNoCorridorCouldMatch() {
        JsonPath answer = Graph.ask(
                ENTITIES
                        + "... on Bloc { corridors(statuses: []) { id } } ... on Partner { corridors(kinds: []) { id } } } }",
                Map.of("of", List.of(bloc("ONE", "MMR"), partner("LAO"))));

        assertEquals(
                List.of(
                        "`statuses` is an empty list, which nothing can match.",
                        "`kinds` is an empty list, which nothing can match."),
                answer.getList("errors.message"));
    }

    @Test
    void saysWhatABlocLacksWhoseMembersWereNotSent() {
        JsonPath answer = Graph.ask(
                ENTITIES + "... on Bloc { code corridors { id } } } }",
                Map.of("of", List.of(Map.of("__typename", "Bloc", "code", "ASEAN"), bloc("ONE", "NPL"))));

        assertEquals("BAD_USER_INPUT", answer.getString("errors[0].extensions.code"));
        assertEquals(List.of("_entities", 0, "corridors"), answer.getList("errors[0].path"));
        assertEquals(List.of("np-rail"), answer.getList("data._entities[1].corridors.id"));
    }

    private static JsonPath entities(String selection, List<Map<String, Object>> representations) {
        return Graph.data(ENTITIES + selection + " } }", Map.of("of", representations));
    }

    private static Map<String, Object> partner(String code) {
        return Map.of("__typename", "Partner", "code", code);
    }

    private static Map<String, Object> bloc(String code, String... members) {
        List<Map<String, Object>> memberships = java.util.Arrays.stream(members)
                .map(member -> Map.<String, Object>of("partner", Map.of("code", member)))
                .toList();
        return Map.of("__typename", "Bloc", "code", code, "members", memberships);
    }
}
