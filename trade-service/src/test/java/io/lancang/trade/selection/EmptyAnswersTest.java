package io.lancang.trade.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list that is empty says why, whatever nothing was found for. */
@QuarkusTest
class EmptyAnswersTest extends TradeServiceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{reporters: [\"CN-YN\"]} | no dataset has ANNUAL figures that CN-YN reported. `availability(reporter: …)`",
                "{reporters: [\"VNM\"], frequency: MONTHLY} | no dataset has MONTHLY figures that VNM reported.",
                "{classification: SITC4, level: 1} | there are no ANNUAL figures that CHN reported by SITC4 at level 1; there are"
                        + " some of all goods (1978 to 2024), by HS1992 at level 2 (2011 to 2020)",
                "{reporters: [\"VNM\"], from: 2016, to: 2018} | ANNUAL figures that VNM reported are there of all goods (1995 to"
                        + " 2015)",
                "{partners: [\"LAO\"], minValue: 1000000000000000} | of these goods and periods, but none with these partners",
                "{datasets: [\"hs2022\"]} | these datasets have no ANNUAL figures that CHN reported."
            })
    void saysWhyNothingIsFound(String filter, String reason) {
        JsonPath answer = Graph.data("{ tradeFlows(filter: " + filter + ") { nodes { partnerCode } notes }"
                + " tradeSummary(filter: " + filter + ", groupBy: [PARTNER]) { rows { partnerCode } notes } }");

        for (String list : List.of("tradeFlows", "tradeSummary")) {
            String note = answer.getString("data." + list + ".notes[0]");
            assertTrue(note.startsWith("Nothing is found: "), note);
            assertTrue(note.contains(reason), note);
        }
        assertEquals(List.of(), answer.getList("data.tradeFlows.nodes"));
        assertEquals(List.of(), answer.getList("data.tradeSummary.rows"));
    }

    @Test
    void saysNothingOfTheKindWhereSomethingIsFound() {
        JsonPath answer =
                Graph.data("{ tradeFlows(filter: {partners: [\"LAO\"], from: 2019, to: 2019}) { nodes { partnerCode }"
                        + " notes } }");

        assertEquals(2, answer.getList("data.tradeFlows.nodes").size());
        assertTrue(answer.getString("data.tradeFlows.notes[0]").startsWith("All goods as one product"));
    }

    @Test
    void saysFromWhenOnThereAreMonths() {
        JsonPath answer = Graph.ask(
                "{ partner(code: \"LAO\") { trade(frequency: MONTHLY, from: 2010, to: 2012) { points { rank } } } }");
        JsonPath silent = Graph.data("""
                { partner(code: "LAO") { trade(frequency: MONTHLY, from: 2014, to: 2014) { points { gap { reason } } }
                  inDollars: trade(frequency: MONTHLY, currency: USD, to: 2014) { points { gap { reason } } gap { detail } } } }
                """).setRootPath("data.partner");

        assertTrue(answer.getString("errors[0].message").contains("reach from 2013 to 2025"));
        assertEquals(12, silent.getList("trade.points.gap.reason").size());
        assertNotNull(silent.get("inDollars"));
    }
}
