package io.lancang.federation.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.lancang.federation.SchemaEntry;
import io.lancang.federation.SchemaIndex;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaWordsTest {
    private static final SchemaIndex INDEX =
            SchemaWords.of(UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse("""
                    type Query { partner("ISO code of the country." code: ID!): Partner, routes(to: ID!): [Route!]! }
                    "Who trades."
                    type Partner { tradeBalance(year: Int!): Float, name: String! @deprecated(reason: "Use title.") }
                    "A way over corridors."
                    type Route { lengthKm: Float, travelTime: Float, mode: Mode }
                    enum Mode { "By train." RAIL ROAD }
                    input RouteInput { avoid: [ID!] }
                    union Any = Partner | Route
                    scalar Km
                    """)));

    private static List<String> found(String words) {
        return INDEX.search(words, 10).entries().stream()
                .map(SchemaEntry::coordinate)
                .toList();
    }

    @Test
    void findsFieldsByTheWordsOfTheirNames() {
        assertEquals("Partner.tradeBalance", found("balance of trade").getFirst());
        assertEquals("Route.travelTime", found("TRAVEL_TIME").getFirst());
    }

    /** "corridors" stands in a description; a plural and its singular are one word. */
    @Test
    void findsPluralsAndBeginnings() {
        assertEquals(List.of("Route"), found("corridor"));
        assertTrue(found("route").contains("Query.routes"), () -> found("route").toString());
        assertTrue(found("routes").contains("Route"), () -> found("routes").toString());
        assertEquals(List.of(), found("ro"));
    }

    @Test
    void putsANameBeforeADescriptionAndMoreWordsBeforeFewer() {
        assertEquals("Partner", found("partner").getFirst());
        // "Who trades." describes a type, and begins with the word as well.
        assertEquals(List.of("Partner.tradeBalance", "Partner"), found("trade"));
        assertEquals(List.of("Query.partner"), found("country").subList(0, 1));
        assertEquals("Query.partner", found("partner country").getFirst());
    }

    @Test
    void findsEnumsByTheirValuesAndWhatTheseMean() {
        assertEquals(List.of("Mode"), found("rail"));
        assertEquals(List.of("Mode"), found("train"));
    }

    @Test
    void showsSignatures() {
        Map<String, String> expected = Map.of(
                "Query.partner", "partner(code: ID!): Partner",
                "Mode", "enum Mode { RAIL ROAD }",
                "Any", "union Any = Partner | Route",
                "Km", "scalar Km",
                "RouteInput", "input RouteInput { avoid: [ID!] }",
                "Partner", "type Partner { tradeBalance(year: Int!): Float name: String! }");
        expected.forEach((coordinate, signature) -> assertEquals(
                signature,
                INDEX.search(coordinate.replace("Query.", ""), 50).entries().stream()
                        .filter(entry -> entry.coordinate().equals(coordinate))
                        .findFirst()
                        .orElseThrow()
                        .signature()));
        SchemaEntry partner = INDEX.search("country", 1).entries().getFirst();
        assertEquals(Map.of("code", "ISO code of the country."), partner.arguments());
        assertEquals("Use title.", INDEX.search("name", 1).entries().getFirst().deprecated());
    }

    @Test
    void boundsWhatItShowsAndSaysHowManyThereAre() {
        SchemaIndex.Found found = INDEX.search("route", 1);

        assertEquals(1, found.entries().size());
        assertTrue(found.total() > 1);
        assertEquals(new SchemaIndex.Found(List.of(), 0), INDEX.search("", 10));
        assertEquals(new SchemaIndex.Found(List.of(), 0), INDEX.search("__schema __type", 10));
    }
}
