package io.lancang.trade.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConversionTest extends TradeServiceTest {
    private static final String CONVERTED = """
            value { amount currency }
            usd: converted(to: USD) { amount { amount quality estimated } rate { cnyPerUsd origin source { id } } gap { reason } }
            cny: converted(to: CNY) { amount { amount currency quality } rate { cnyPerUsd origin source { id } } gap { reason } }
            """;

    @Test
    void convertsByTheAverageOfThePeriodAndShowsTheRate() {
        JsonPath flow = flow("partners: [\"LAO\"], flows: [EXPORTS], from: 2019, to: 2019");
        double rate = Graph.data("{ exchangeRates(from: 2019, to: 2019) { cnyPerUsd } }")
                .getDouble("data.exchangeRates[0].cnyPerUsd");

        assertEquals(rate, flow.getDouble("cny.rate.cnyPerUsd"), 0);
        assertEquals(1_787_923_750L * rate, flow.getDouble("cny.amount.amount"), 1);
        assertEquals("ESTIMATED", flow.getString("cny.amount.quality"));
        assertEquals("PERIOD_AVERAGE", flow.getString("cny.rate.origin"));
        assertEquals("FED_H10", flow.getString("cny.rate.source.id"));
    }

    @Test
    void keepsTheRateThatTheDatasetItselfUsed() {
        // The average of 2024 is 7.1957; Customs' tables imply 7.110.
        JsonPath flow = flow("partners: [\"LAO\"], flows: [EXPORTS], from: 2024, to: 2024, currency: CNY");

        assertEquals(7.110, flow.getDouble("usd.rate.cnyPerUsd"), 1e-9);
        assertEquals("IMPLIED_BY_DATASET", flow.getString("usd.rate.origin"));
        assertEquals(flow.getDouble("value.amount") / 7.110, flow.getDouble("usd.amount.amount"), 1);
    }

    @Test
    void convertsAMonthByTheAverageOfTheMonth() {
        JsonPath flow = flow(
                "partners: [\"LAO\"], flows: [EXPORTS], frequency: MONTHLY, from: 2024, fromMonth: 5, to: 2024, toMonth: 5");
        double rate = Graph.data(
                        "{ exchangeRates(frequency: MONTHLY, from: 2024, to: 2024) { period { month } cnyPerUsd } }")
                .getDouble("data.exchangeRates.find { it.period.month == 5 }.cnyPerUsd");

        assertEquals(rate, flow.getDouble("usd.rate.cnyPerUsd"), 0);
    }

    @Test
    void leavesAFigureAsItIsInItsOwnCurrency() {
        JsonPath flow = flow("partners: [\"LAO\"], flows: [EXPORTS], from: 2019, to: 2019");

        assertEquals(1_787_923_750L, flow.getLong("usd.amount.amount"));
        assertEquals("REPORTED", flow.getString("usd.amount.quality"));
        assertNull(flow.get("usd.rate"));
    }

    @Test
    void hasNoAmountWhereThereIsNoRate() {
        // The rates begin in 1981.
        JsonPath flow = flow("partners: [\"JPN\"], flows: [EXPORTS], from: 1979, to: 1979");

        assertNull(flow.get("cny.amount"));
        assertEquals("CURRENCY_NOT_AVAILABLE", flow.getString("cny.gap.reason"));
    }

    private static JsonPath flow(String filter) {
        return Graph.data("{ tradeFlows(filter: {" + filter + "}) { nodes { " + CONVERTED + " } } }")
                .setRootPath("data.tradeFlows.nodes[0]");
    }
}
