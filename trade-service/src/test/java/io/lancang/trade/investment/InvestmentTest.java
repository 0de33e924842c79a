package io.lancang.trade.investment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InvestmentTest extends TradeServiceTest {
    private static final String FIGURE = """
            year concept investorCode destinationCode amount { amount currency } note
            investor { name } destination { name } source { id }
            """;

    @Test
    void tellsWhatAseanReceivedFromChina() {
        JsonPath inflows = fdi("concept: NET_INFLOW, investor: \"CHN\", destination: \"ASEAN\"");

        assertEquals(List.of(2012, 2013, 2014), inflows.getList("year"));
        assertEquals(8_869_400_000L, inflows.getLong("[2].amount.amount"));
        assertEquals("S_ASEANFDI15", inflows.getString("[2].source.id"));
    }

    @Test
    void suggestsTheNearestCodeForOneThatDoesNotExist() {
        for (String question : List.of(
                "fdi(concept: INFLOW, investor: \"WORLS\")",
                "fdi(concept: OUTFLOW, destination: \"DEVELOPIN\")",
                "memberShares(bloc: \"ASAEN\")")) {
            JsonPath answer = Graph.ask("{ " + question + " { year } }");

            assertEquals("NOT_FOUND", answer.getString("errors[0].extensions.code"), question);
            assertTrue(answer.getString("errors[0].extensions.hint").startsWith("Did you mean"), question);
        }
    }

    @Test
    void hasNothingBetweenThoseWhomNoFigureIsAbout() {
        assertEquals(
                List.of(),
                fdi("concept: OUTFLOW, investor: \"BRA\", destination: \"DEVELOPING\"")
                        .getList("year"));
        assertEquals(
                List.of(), Graph.data("{ memberShares(bloc: \"G7\") { year } }").getList("data.memberShares"));
    }

    @Test
    void keepsNegativeNetInflows() {
        JsonPath inflows = fdi("concept: NET_INFLOW, investor: \"NZL\", from: 2012, to: 2012");

        assertEquals(-141_800_000L, inflows.getLong("[0].amount.amount"));
    }

    @Test
    void neverMixesConcepts() {
        assertEquals(
                List.of("OUTFLOW"),
                fdi("concept: OUTFLOW, investor: \"CHN\"").getList("concept").stream()
                        .distinct()
                        .toList());
        assertEquals(
                192_200_000_000L,
                fdi("concept: OUTFLOW, investor: \"CHN\", destination: \"WORLD\", from: 2024")
                        .getLong("[0].amount.amount"));
        assertEquals(
                3_140_000_000_000L, fdi("concept: OUTWARD_STOCK, from: 2024").getLong("[0].amount.amount"));
    }

    @Test
    void keepsBothTotalsOfAseanWithWhoPublishedThem() {
        JsonPath inflows = fdi("concept: INFLOW, destination: \"ASEAN\", from: 2023, to: 2023");

        assertEquals(
                List.of(226.3e9, 230e9),
                inflows.getList("amount.amount").stream()
                        .map(amount -> ((Number) amount).doubleValue())
                        .sorted()
                        .toList());
        assertTrue(inflows.getList("note").contains("UNCTAD WIR 2024 annexes"));
    }

    @Test
    void namesARegionThatIsNoPartnerByItsCodeAlone() {
        JsonPath inflows = fdi("concept: INFLOW, destination: \"DEVELOPING\", from: 2023");

        assertEquals("DEVELOPING", inflows.getString("[0].destinationCode"));
        assertNull(inflows.get("[0].destination"));
    }

    @Test
    void quotesSharesOfMembers() {
        JsonPath shares = Graph.data(
                        "{ memberShares(bloc: \"ASEAN\") { year flow partnerCode percent partner { name } source { id } } }")
                .setRootPath("data.memberShares");

        assertEquals(14, shares.getList("percent").size());
        assertEquals(
                26.2,
                shares.getDouble("find { it.year == 2021 && it.flow == 'TOTAL' && it.partnerCode == 'VNM' }.percent"),
                1e-9);
    }

    @Test
    void refusesYearsTheWrongWayRoundAndWhatIsNoCode() {
        assertEquals(
                "BAD_USER_INPUT",
                Graph.ask("{ fdi(concept: INFLOW, from: 2023, to: 2020) { year } }")
                        .getString("errors[0].extensions.code"));
        JsonPath unknown = Graph.ask("{ fdi(concept: INFLOW, investor: \"Laos\") { year } }");
        assertEquals("NOT_FOUND", unknown.getString("errors[0].extensions.code"));
        assertTrue(
                unknown.getString("errors[0].extensions.hint").contains("LAO (Lao"), () -> unknown.getString("errors"));
    }

    private static JsonPath fdi(String arguments) {
        return Graph.data("{ fdi(" + arguments + ") { " + FIGURE + " } }").setRootPath("data.fdi");
    }
}
