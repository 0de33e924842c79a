package io.lancang.trade.province;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProvincialTradeTest extends TradeServiceTest {
    private static final String FACT = """
            reporterCode start end wholeYear flow partnerCode amount { amount currency quality } note
            partner { name } source { id }
            """;

    @Test
    void tellsEachFigureWithItsDays() {
        JsonPath facts = facts("from: 2021, to: 2021, partner: \"LAO\"");

        assertEquals("CN-YN", facts.getString("[0].reporterCode"));
        assertEquals("2021-01-01", facts.getString("[0].start"));
        assertEquals("2021-09-30", facts.getString("[0].end"));
        assertFalse(facts.getBoolean("[0].wholeYear"));
        assertEquals(6_980_000_000L, facts.getLong("[0].amount.amount"));
        assertEquals("HEADLINE", facts.getString("[0].amount.quality"));
        assertEquals("S_YN21Q3", facts.getString("[0].source.id"));
    }

    @Test
    void tellsWholeYearsFromParts() {
        JsonPath year = facts("from: 2024, to: 2024, partner: \"ASEAN\"");

        assertTrue(year.getBoolean("[0].wholeYear"));
        assertEquals(109_320_000_000L, year.getLong("[0].amount.amount"));
        assertEquals("CNY", year.getString("[0].amount.currency"));
    }

    @Test
    void keepsServicesApartFromGoods() {
        JsonPath facts = facts("from: 2015, to: 2015");

        assertEquals(5_300_000_000L, facts.getLong("find { it.flow == 'SERVICES' }.amount.amount"));
        assertEquals(24_500_000_000L, facts.getLong("find { it.flow == 'TOTAL' }.amount.amount"));
    }

    @Test
    void hasEveryFact() {
        assertEquals(56, facts("reporter: \"CN-YN\"").getList("flow").size());
    }

    @Test
    void refusesAProvinceWithoutFigures() {
        JsonPath answer = Graph.ask("{ provincialTrade(reporter: \"CN-GX\") { flow } }");

        assertEquals("BAD_USER_INPUT", answer.getString("errors[0].extensions.code"));
        assertTrue(answer.getString("errors[0].extensions.hint").contains("CN-YN"));
    }

    @Test
    void suggestsTheNearestCodeForAPartnerThatDoesNotExist() {
        JsonPath answer = Graph.ask("{ provincialTrade(partner: \"ASAEN\") { flow } }");

        assertEquals("NOT_FOUND", answer.getString("errors[0].extensions.code"));
        assertTrue(answer.getString("errors[0].extensions.hint").contains("ASEAN"));
    }

    @Test
    void hasNothingOfAPartnerThatNobodyQuotes() {
        assertEquals(List.of(), facts("partner: \"ISL\"").getList("flow"));
    }

    private static JsonPath facts(String arguments) {
        return Graph.data("{ provincialTrade(" + arguments + ") { " + FACT + " } }")
                .setRootPath("data.provincialTrade");
    }
}
