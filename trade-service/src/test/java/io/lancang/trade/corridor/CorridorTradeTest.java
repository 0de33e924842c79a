package io.lancang.trade.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CorridorTradeTest extends TradeServiceTest {
    private static final String AROUND = """
            query Corridors($representations: [_Any!]!) { _entities(representations: $representations) {
              ... on Corridor { id tradeAroundOpening(years: 3) {
                openedOn years before { period { year } total { amount } } openingYear { period { year } }
                after { period { year } } averageBefore { amount quality } averageAfter { amount } percent
                gap { reason detail } } } } }
            """;
    private static final String SERVED = """
            query Corridors($representations: [_Any!]!) { _entities(representations: $representations) {
              ... on Corridor { tradeServed(from: 2019, to: 2019) { points { total { amount } gap { reason } } } } } }
            """;

    @Test
    void comparesTheYearsAroundTheOpening() {
        JsonPath around = entities(AROUND, List.of(corridor("china-laos-railway", "2021-12-03", "CHN", "LAO")))
                .setRootPath("data._entities[0].tradeAroundOpening");

        assertEquals(List.of(2018, 2019, 2020), around.getList("before.period.year"));
        assertEquals(2021, around.getInt("openingYear.period.year"));
        assertEquals(
                List.of(2022, 2023, 2024), around.getList("after.period.year").subList(0, 3));
        assertEquals(3_668_986_750.0, around.getDouble("averageBefore.amount"), 1);
        assertEquals("DERIVED", around.getString("averageBefore.quality"));
        assertEquals(109.3, around.getDouble("percent"), 0.1);
        assertTrue(around.getString("gap.detail").contains("no total of 2022"));
    }

    /** Curaçao has figures since 2016: without it in every year, or with it in the later ones, is not the same. */
    @Test
    void comparesTheSamePartnersBeforeAndAfter() {
        Map<String, @Nullable Object> corridor = corridor("made-up", null, "LAO", "CUW");
        corridor.put("openedYear", 2018);
        JsonPath around = entities(
                        AROUND.replace("percent", "percent basis { composition uncompared { code } }"),
                        List.of(corridor))
                .setRootPath("data._entities[0].tradeAroundOpening");

        assertEquals("LIKE_FOR_LIKE", around.getString("basis.composition"));
        assertEquals(List.of("CUW"), around.getList("basis.uncompared.code"));
        // Laos 2015 to 2017: 1,275,563,503 + 1,298,095,704 + 1,010,707,000 + 1,343,603,000 + 1,425,690,799 +
        // 1,506,471,956
        assertEquals(7_860_131_962.0 / 3, around.getDouble("averageBefore.amount"), 1);
        // 2019 and 2020: 1,787,923,750 + 2,159,565,520 + 1,497,753,150 + 2,064,186,440
        assertEquals(7_509_428_860.0 / 2, around.getDouble("averageAfter.amount"), 1);
    }

    /** Laos and Curaçao as above, the latter with what it has of 2016, 2017, 2019 and 2020. */
    @Test
    void comparesAllWhoHaveAFigureIfSomebodyAsksForThem() {
        Map<String, @Nullable Object> corridor = corridor("made-up", null, "LAO", "CUW");
        corridor.put("openedYear", 2018);
        JsonPath around = entities(
                        AROUND.replace("years: 3", "years: 3, composition: AS_OF_YEAR")
                                .replace("percent", "percent basis { composition uncompared { code } }"),
                        List.of(corridor))
                .setRootPath("data._entities[0].tradeAroundOpening");

        assertEquals("AS_OF_YEAR", around.getString("basis.composition"));
        assertEquals(List.of(), around.getList("basis.uncompared.code"));
        // 7,860,131,962 and Curaçao's 5,637,000 + 2,000 + 30,008,509 + 6,610
        assertEquals(7_895_786_081.0 / 3, around.getDouble("averageBefore.amount"), 1);
        // 7,509,428,860 and Curaçao's 41,807,090 + 4,030 + 35,523,250 + 15,330
        assertEquals(7_586_778_560.0 / 2, around.getDouble("averageAfter.amount"), 1);
    }

    /** What Viet Nam exported to China in 2015, as UNCTAD has it; Viet Nam itself is left out of what it reports. */
    @Test
    void tellsTheTradeOfAnotherReporterWithThePartnersOfACorridor() {
        Map<String, @Nullable Object> corridor = corridor("red-river-bridge", null, "CHN", "VNM");
        corridor.put("openedYear", 2014);
        JsonPath answer = entities("""
                query Corridors($representations: [_Any!]!) { _entities(representations: $representations) {
                  ... on Corridor { tradeServed(from: 2015, to: 2015, reporter: "VNM") {
                      reporter { code } points { exports { amount } sources { id } } }
                    tradeAroundOpening(years: 1, reporter: "VNM") { after { exports { amount } } } } } }
                """, List.of(corridor)).setRootPath("data._entities[0]");

        assertEquals("VNM", answer.getString("tradeServed.reporter.code"));
        assertEquals(21_457_667_949L, answer.getLong("tradeServed.points[0].exports.amount"));
        assertEquals(List.of("UNCTAD_MTM"), answer.getList("tradeServed.points[0].sources.id"));
        assertEquals(21_457_667_949L, answer.getLong("tradeAroundOpening.after[0].exports.amount"));
    }

    @Test
    void inventsNoOpening() {
        JsonPath around = entities(AROUND, List.of(corridor("poipet-bangkok", null, "THA", "KHM")))
                .setRootPath("data._entities[0].tradeAroundOpening");

        assertNull(around.get("openedOn"));
        assertNull(around.get("percent"));
        assertEquals("DATE_UNKNOWN", around.getString("gap.reason"));
    }

    @Test
    void comparesAroundAYearWhereNoDayIsKnown() {
        Map<String, @Nullable Object> corridor = corridor("red-river-bridge", null, "VNM");
        corridor.put("openedYear", 2009);
        JsonPath around = entities(AROUND, List.of(corridor)).setRootPath("data._entities[0].tradeAroundOpening");

        assertNull(around.get("openedOn"));
        assertEquals(List.of(2006, 2007, 2008), around.getList("before.period.year"));
        assertEquals(2009, around.getInt("openingYear.period.year"));
        assertEquals(List.of(2010, 2011, 2012), around.getList("after.period.year"));
        // 2010 to 2012: 30,092,078,786 + 40,195,677,377 + 50,454,537,280 dollars.
        // 2006 to 2008: 9,954,240,000 + 15,120,051,000 + 19,481,959,000.
        assertEquals(
                100 * (120_742_293_443.0 - 44_556_250_000.0) / 44_556_250_000.0, around.getDouble("percent"), 1e-6);
        assertNull(around.get("gap"));
    }

    @Test
    void answersAGatewayThatDoesNotSendTheYearYet() {
        Map<String, @Nullable Object> opened = corridor("clr", "2021-12-03", "LAO");
        Map<String, @Nullable Object> unknown = corridor("poipet-bangkok", null, "THA");
        opened.remove("openedYear");
        unknown.remove("openedYear");
        JsonPath answer = entities(AROUND, List.of(opened, unknown));

        assertEquals(2021, answer.getInt("data._entities[0].tradeAroundOpening.openingYear.period.year"));
        assertEquals("DATE_UNKNOWN", answer.getString("data._entities[1].tradeAroundOpening.gap.reason"));
    }

    @Test
    void answersCorridorsWithAndWithoutAnOpeningTogether() {
        JsonPath answer = entities(
                AROUND,
                List.of(
                        corridor("first", null, "LAO"),
                        corridor("second", "2016-01-01", "LAO"),
                        corridor("third", "2010-06-30", "THA")));

        assertEquals(List.of("first", "second", "third"), answer.getList("data._entities.id"));
        // 2011 to 2013: 64,739,873,791 + 69,678,714,334 + 70,840,638,279 dollars.
        // 2007 to 2009: 34,631,058,000 + 41,156,930,000 + 38,171,974,000.
        assertEquals(
                100 * (205_259_226_404.0 - 113_959_962_000.0) / 113_959_962_000.0,
                answer.getDouble("data._entities[2].tradeAroundOpening.percent"),
                1e-6);
    }

    @Test
    void sumsTheLinkedPartnersWithoutChina() {
        Map<String, @Nullable Object> corridor = corridor("two", null, "CHN", "LAO", "THA");
        corridor.remove("openedOn");
        corridor.remove("openedYear");
        JsonPath answer = entities(SERVED, List.of(corridor));

        // Laos 3,947,489,270 and Thailand 91,754,308,720.
        assertEquals(95_701_797_990L, answer.getLong("data._entities[0].tradeServed.points[0].total.amount"));
    }

    @Test
    void saysThatACorridorWithinChinaServesNobody() {
        Map<String, @Nullable Object> corridor = corridor("domestic", null, "CHN");
        corridor.remove("openedOn");
        corridor.remove("openedYear");

        assertEquals(
                "NO_MEMBERS",
                entities(SERVED, List.of(corridor)).getString("data._entities[0].tradeServed.points[0].gap.reason"));
    }

    private static JsonPath entities(String query, List<Map<String, @Nullable Object>> representations) {
        return Graph.data(query, Map.of("representations", representations));
    }

    private static Map<String, @Nullable Object> corridor(String id, @Nullable String openedOn, String... partners) {
        Map<String, @Nullable Object> representation = new HashMap<>();
        representation.put("__typename", "Corridor");
        representation.put("id", id);
        representation.put("openedOn", openedOn);
        representation.put("openedYear", openedOn == null ? null : Integer.valueOf(openedOn.substring(0, 4)));
        representation.put(
                "partners",
                List.of(partners).stream().map(code -> Map.of("code", code)).toList());
        return representation;
    }
}
