package io.lancang.trade.headline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HeadlinesTest extends TradeServiceTest {
    private static final String HEADLINE = """
            code year wholeYear flow amount { amount currency quality } note computed { amount quality }
            difference { amount } differencePercent gap { reason detail } partner { name } source { id title }
            """;

    @Test
    void tellHowFarAQuotedFigureIsFromTheComputedOne() {
        // Members of ASEAN in 2019: 641,955,263,530 dollars.
        JsonPath quoted = headlines("partners: [\"ASEAN\"], from: 2019, to: 2019")
                .setRootPath("data.headlines.find { it.flow == 'TOTAL' && it.amount.currency == 'USD' }");

        assertEquals("HEADLINE", quoted.getString("amount.quality"));
        assertEquals(641_955_263_530L, quoted.getLong("computed.amount"));
        assertEquals("DERIVED", quoted.getString("computed.quality"));
        assertEquals(quoted.getDouble("amount.amount") - 641_955_263_530.0, quoted.getDouble("difference.amount"), 0.5);
        assertEquals(
                100 * (quoted.getDouble("amount.amount") / 641_955_263_530.0 - 1),
                quoted.getDouble("differencePercent"),
                1e-9);
        assertTrue(quoted.getString("source.id").startsWith("S_"));
        assertEquals("ASEAN (10 members to Oct 2025)", quoted.getString("partner.name"));
    }

    @Test
    void haveNothingToCompareWithWhereTheSeriesItselfIsQuoted() {
        JsonPath quoted = headlines("partners: [\"ASEAN\"], from: 2022, to: 2022")
                .setRootPath("data.headlines.find { it.flow == 'TOTAL' && it.amount.currency == 'USD' }");

        assertEquals(975_300_000_000L, quoted.getLong("amount.amount"));
        assertNull(quoted.get("computed"));
        assertNull(quoted.get("difference"));
        assertEquals("NOT_COVERED", quoted.getString("gap.reason"));
    }

    @Test
    void areNeverComparedWithAYearIfTheyAreAboutAPartOfIt() {
        JsonPath quoted = headlines("partners: [\"ASEAN\"], from: 2024, to: 2024")
                .setRootPath("data.headlines.find { it.note == 'Jan-Sep only' }");

        assertFalse(quoted.getBoolean("wholeYear"));
        assertEquals("PART_OF_PERIOD", quoted.getString("gap.reason"));
        assertNull(quoted.get("computed"));
    }

    @Test
    void refuseACodeThatDoesNotExistWithTheNearestOnes() {
        JsonPath answer = Graph.ask("{ headlines(partners: [\"ASAEN\"]) { code } }");

        assertEquals("BAD_USER_INPUT", answer.getString("errors[0].extensions.code"));
        assertTrue(answer.getString("errors[0].extensions.hint").contains("ASEAN"));
    }

    @Test
    void refuseYearsTheWrongWayRound() {
        JsonPath answer = Graph.ask("{ headlines(from: 2020, to: 2019) { code } }");

        assertEquals("BAD_USER_INPUT", answer.getString("errors[0].extensions.code"));
    }

    @Test
    void areAllThere() {
        List<String> codes = headlines("").getList("data.headlines.code");

        assertEquals(186, codes.size());
    }

    private static JsonPath headlines(String arguments) {
        String brackets = arguments.isEmpty() ? "" : "(" + arguments + ")";
        return Graph.data("{ headlines" + brackets + " { " + HEADLINE + " } }");
    }
}
