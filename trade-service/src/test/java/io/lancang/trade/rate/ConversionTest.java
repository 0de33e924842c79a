package io.lancang.trade.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    @Test
    void convertsTheAmountsOfAPointByTheAverageOfItsPeriod() {
        JsonPath point = point("LAO", 2019, "USD", "CNY");
        double rate = rateOf(2019);

        assertEquals(rate, point.getDouble("converted.rate.cnyPerUsd"), 0);
        assertEquals("PERIOD_AVERAGE", point.getString("converted.rate.origin"));
        assertEquals("FED_H10", point.getString("converted.rate.source.id"));
        assertEquals(1_787_923_750L * rate, point.getDouble("converted.exports.amount"), 1);
        assertEquals((1_787_923_750L + 2_159_565_520L) * rate, point.getDouble("converted.total.amount"), 1);
        assertEquals((1_787_923_750L - 2_159_565_520L) * rate, point.getDouble("converted.balance.amount"), 1);
        assertEquals("FOB", point.getString("converted.exports.valuation"));
        assertEquals("ESTIMATED", point.getString("converted.total.quality"));
    }

    @Test
    void keepsForAPointTheRateThatItsDatasetUsed() {
        JsonPath yuan = point("LAO", 2024, "CNY", "USD");
        JsonPath dollars = point("LAO", 2024, "USD", "CNY");

        assertEquals("IMPLIED_BY_DATASET", yuan.getString("converted.rate.origin"));
        assertEquals(7.110, yuan.getDouble("converted.rate.cnyPerUsd"), 1e-9);
        assertEquals(dollars.getDouble("total.amount"), yuan.getDouble("converted.total.amount"), 0);
        assertEquals(yuan.getDouble("total.amount"), dollars.getDouble("converted.total.amount"), 0);
    }

    @Test
    void convertsAQuotedTotalAndKeepsItAQuotation() {
        JsonPath asean = Graph.data("""
                { bloc(code: "ASEAN") { trade(from: 2022, to: 2022) { points {
                    total { amount } converted(to: CNY) { total { amount quality } rate { cnyPerUsd } } } } } }""").setRootPath("data.bloc.trade.points[0]");

        assertEquals(975_300_000_000L * rateOf(2022), asean.getDouble("converted.total.amount"), 1);
        assertEquals("HEADLINE", asean.getString("converted.total.quality"));
    }

    @Test
    void convertsEveryPartOfASumByItsOwnRate() {
        JsonPath summary = Graph.data("""
                { tradeSummary(filter: {partners: ["LAO"], flows: [EXPORTS], datasets: ["trade_annual"], from: 2018, to: 2019},
                    groupBy: [], convertTo: CNY) { rows { currency quality cnyPerUsd sum { amount currency } } notes } }""").setRootPath("data.tradeSummary");
        JsonPath years = Graph.data("""
                { tradeFlows(filter: {partners: ["LAO"], flows: [EXPORTS], datasets: ["trade_annual"], from: 2018, to: 2019}) {
                    nodes { value { amount } } } }""");
        double earlier = years.getDouble("data.tradeFlows.nodes[0].value.amount");
        double later = years.getDouble("data.tradeFlows.nodes[1].value.amount");
        double expected = earlier * rateOf(2018) + later * rateOf(2019);

        assertEquals(1, summary.getList("rows").size());
        assertEquals(expected, summary.getDouble("rows[0].sum.amount"), 1);
        assertEquals("CNY", summary.getString("rows[0].currency"));
        assertEquals("ESTIMATED", summary.getString("rows[0].quality"));
        assertEquals(expected / (earlier + later), summary.getDouble("rows[0].cnyPerUsd"), 1e-4);
        assertTrue(summary.getString("notes[0]").contains("converted to CNY"));
    }

    @Test
    void sumsWhatADatasetGivesInTheCurrencyItself() {
        JsonPath rows = Graph.data("""
                { converted: tradeSummary(filter: {from: 2024, to: 2024, flows: [EXPORTS], datasets: ["trade_annual_gacc_2023_2024"]},
                    groupBy: [PERIOD], convertTo: USD) { rows { currency cnyPerUsd sum { amount } } }
                  own: tradeSummary(filter: {from: 2024, to: 2024, flows: [EXPORTS], currency: USD,
                    datasets: ["trade_annual_gacc_2023_2024"]}, groupBy: [PERIOD]) { rows { sum { amount } } } }""").setRootPath("data");

        assertEquals(1, rows.getList("converted.rows").size());
        assertEquals(rows.getDouble("own.rows[0].sum.amount"), rows.getDouble("converted.rows[0].sum.amount"), 0);
        assertEquals(7.110, rows.getDouble("converted.rows[0].cnyPerUsd"), 1e-4);
    }

    @Test
    void leavesASumInItsOwnCurrencyWhereThereIsNoRateAndSaysSo() {
        JsonPath summary = Graph.data("""
                { tradeSummary(filter: {partners: ["JPN"], flows: [EXPORTS], from: 1979, to: 1979}, groupBy: [PERIOD],
                    convertTo: CNY) { rows { currency cnyPerUsd } notes } }""").setRootPath("data.tradeSummary");

        assertEquals("USD", summary.getString("rows[0].currency"));
        assertNull(summary.get("rows[0].cnyPerUsd"));
        assertTrue(summary.getString("notes[1]").contains("no rate"));
    }

    @Test
    void refusesToConvertWhatIsFilteredByCurrency() {
        JsonPath refused =
                Graph.ask("{ tradeSummary(filter: {currency: CNY}, groupBy: [], convertTo: USD) { notes } }");

        assertEquals("BAD_USER_INPUT", refused.getString("errors[0].extensions.code"));
    }

    private static JsonPath point(String partner, int year, String currency, String target) {
        return Graph.data("""
                { partner(code: "%s") { trade(from: %d, to: %d, currency: %s) { points { total { amount } converted(to: %s) {
                    exports { amount valuation } total { amount quality } balance { amount }
                    rate { cnyPerUsd origin source { id } } gap { reason } } } } } }
                """.formatted(partner, year, year, currency, target))
                .setRootPath("data.partner.trade.points[0]");
    }

    private static double rateOf(int year) {
        return Graph.data("{ exchangeRates(from: " + year + ", to: " + year + ") { cnyPerUsd } }")
                .getDouble("data.exchangeRates[0].cnyPerUsd");
    }

    private static JsonPath flow(String filter) {
        return Graph.data("{ tradeFlows(filter: {" + filter + "}) { nodes { " + CONVERTED + " } } }")
                .setRootPath("data.tradeFlows.nodes[0]");
    }
}
