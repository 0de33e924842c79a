package io.lancang.trade.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class TradeFlowsTest extends TradeServiceTest {
    @Test
    void tellAFigureWithEverythingThatItRefersTo() {
        JsonPath flow = flows("""
                partners: ["LAO"], flows: [EXPORTS], from: 2019, to: 2019, datasets: ["trade_annual"]""", """
                period { frequency year month start end } reporterCode partnerCode flow
                value { amount currency valuation quality } reporter { code } partner { name } product { id title }
                dataset { id } source { id licence } release { fileName sha256 }""").setRootPath("data.tradeFlows.nodes[0]");

        assertEquals(1_787_923_750L, flow.getLong("value.amount"));
        assertEquals("FOB", flow.getString("value.valuation"));
        assertEquals("REPORTED", flow.getString("value.quality"));
        assertEquals("CHN", flow.getString("reporter.code"));
        assertEquals("Lao People's Democratic Republic", flow.getString("partner.name"));
        assertEquals("TOTAL", flow.getString("product.id"));
        assertEquals("trade_annual", flow.getString("dataset.id"));
        assertEquals("IMF_DOTS_2022", flow.getString("source.id"));
        assertEquals("trade_annual.csv", flow.getString("release.fileName"));
    }

    @Test
    void listBothDatasetsWhereTwoHaveTheSameFigure() {
        List<String> datasets = flows("partners: [\"LAO\"], flows: [EXPORTS], from: 2015, to: 2015", "dataset { id }")
                .getList("data.tradeFlows.nodes.dataset.id");

        assertEquals(List.of("trade_annual", "trade_by_sitc_section"), datasets);
    }

    @Test
    void areReportedByTheExporterWhereItReports() {
        JsonPath flow = flows(
                        "reporters: [\"LAO\"], partners: [\"CHN\"], from: 2015, to: 2015",
                        "flow reporterCode value { amount valuation }")
                .setRootPath("data.tradeFlows.nodes[0]");

        assertEquals("EXPORTS", flow.getString("flow"));
        assertEquals(601_226_875L, flow.getLong("value.amount"));
    }

    @Test
    void listTheProductsOfALevel() {
        JsonPath page =
                flows("""
                partners: ["LAO"], classification: SITC3, level: 1, from: 2015, to: 2015""", "product { code level title } value { amount }").setRootPath("data.tradeFlows.nodes");

        // Nothing is reported of section 4, which does not mean zero.
        assertEquals(List.of("0", "1", "2", "3", "5", "6", "7", "8", "9"), page.getList("product.code"));
        assertEquals("Food and live animals", page.getString("[0].product.title"));
    }

    @Test
    void markWhatIsReconciled() {
        JsonPath flow = flows("""
                partners: ["WORLD"], classification: HS1992, products: ["85"], from: 2020, to: 2020""", "value { quality } product { title }").setRootPath("data.tradeFlows.nodes[0]");

        assertEquals("RECONCILED", flow.getString("value.quality"));
    }

    @Test
    void listMonthsOfARangeInYuan() {
        JsonPath page =
                flows("""
                partners: ["LAO"], flows: [IMPORTS], frequency: MONTHLY, from: 2024, fromMonth: 11, to: 2024, currency: CNY""", "period { year month start end } value { currency }").setRootPath("data.tradeFlows.nodes");

        assertEquals(List.of(11, 12), page.getList("period.month"));
        assertEquals("2024-11-30", page.getString("[0].period.end"));
    }

    @Test
    void listPublishedSumsFromJanuaryOn() {
        JsonPath flow = flows("""
                partners: ["WORLD"], flows: [EXPORTS], frequency: CUMULATIVE""", "period { start end month } value { amount currency }")
                .setRootPath("data.tradeFlows.nodes[0]");

        assertEquals("2024-01-01", flow.getString("period.start"));
        assertEquals("2024-09-30", flow.getString("period.end"));
        assertEquals(2_617_660_293_000L, flow.getLong("value.amount"));
    }

    @Test
    void leaveAggregatesOutUnlessTheyAreNamedAndSaySo() {
        JsonPath everyone = Graph.data("""
                { tradeFlows(filter: {flows: [EXPORTS], from: 2019, to: 2019, minValue: 300000000000}) {
                    totalCount notes nodes { partnerCode } } }""");
        JsonPath world = flows("partners: [\"WORLD\"], flows: [EXPORTS], from: 2019, to: 2019", "value { amount }");

        assertEquals(List.of("USA"), everyone.getList("data.tradeFlows.nodes.partnerCode"));
        assertEquals(1, everyone.getInt("data.tradeFlows.totalCount"));
        assertTrue(everyone.getString("data.tradeFlows.notes[0]").contains("WORLD"));
        assertEquals(2_498_548_632_920L, world.getLong("data.tradeFlows.nodes[0].value.amount"));
    }

    @Test
    void takeTheMembersOfABlocInEachYear() {
        // Cambodia joined in 1999, so 1998 knows nine members, of which each has both flows.
        String filter = "blocs: [\"ASEAN\"], from: %d, to: %d, datasets: [\"trade_annual\"]";
        List<String> of1998 =
                flows(filter.formatted(1998, 1998), "partnerCode").getList("data.tradeFlows.nodes.partnerCode");
        List<String> of1999 =
                flows(filter.formatted(1999, 1999), "partnerCode").getList("data.tradeFlows.nodes.partnerCode");

        assertFalse(of1998.contains("KHM"));
        assertTrue(of1999.contains("KHM"));
    }

    @ParameterizedTest
    @EnumSource(TradeFlowOrder.class)
    void comePageByPageEachOnceInEveryOrder(TradeFlowOrder order) {
        List<String> seen = new ArrayList<>();
        List<Number> amounts = new ArrayList<>();
        JsonPath page = page(order, null);
        int total = page.getInt("totalCount");
        while (true) {
            seen.addAll(page.getList("edges.cursor"));
            amounts.addAll(page.getList("nodes.value.amount"));
            if (!page.getBoolean("pageInfo.hasNextPage")) {
                break;
            }
            page = page(order, page.getString("pageInfo.endCursor"));
        }

        assertEquals(total, seen.size());
        assertEquals(total, seen.stream().distinct().count());
        assertEquals(seen, readBackwards(order));
        if (order == TradeFlowOrder.VALUE_DESC) {
            List<Long> largestFirst = amounts.stream().map(Number::longValue).toList();
            assertEquals(largestFirst.stream().sorted(Comparator.reverseOrder()).toList(), largestFirst);
        }
    }

    /** Cursors from the end to the beginning, put together in the order of the list. */
    private static List<String> readBackwards(TradeFlowOrder order) {
        List<String> seen = new ArrayList<>();
        String before = "";
        JsonPath page;
        do {
            page = Graph.data(
                            "{ tradeFlows(filter: {regions: [\"South-eastern Asia\"], from: 2018, to: 2019}, orderBy: "
                                    + order + ", last: 30" + before
                                    + ") { edges { cursor } pageInfo { hasPreviousPage hasNextPage startCursor } } }")
                    .setRootPath("data.tradeFlows");
            assertEquals(!seen.isEmpty(), page.getBoolean("pageInfo.hasNextPage"));
            seen.addAll(0, page.getList("edges.cursor"));
            before = ", before: \"" + page.getString("pageInfo.startCursor") + "\"";
        } while (page.getBoolean("pageInfo.hasPreviousPage"));
        return seen;
    }

    @Test
    void refuseTheCursorOfAnotherFilterOrOrder() {
        String cursor = page(TradeFlowOrder.PERIOD, null).getString("pageInfo.endCursor");

        JsonPath otherOrder = Graph.ask(
                "query After($after: String) { tradeFlows(filter: {regions: [\"South-eastern Asia\"], from: 2018, to: 2019},"
                        + " orderBy: VALUE, after: $after) { totalCount } }",
                Map.of("after", cursor));
        JsonPath otherFilter = Graph.ask(
                "query After($after: String) { tradeFlows(filter: {regions: [\"South-eastern Asia\"], from: 2017, to: 2019},"
                        + " after: $after) { totalCount } }",
                Map.of("after", cursor));

        assertEquals("BAD_USER_INPUT", otherOrder.getString("errors[0].extensions.code"));
        assertEquals("BAD_USER_INPUT", otherFilter.getString("errors[0].extensions.code"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "partners: []|`partners` is an empty list|leave it out",
                "blocs: []|`blocs` is an empty list|leave it out",
                "datasets: []|`datasets` is an empty list|leave it out",
                "flows: []|`flows` is an empty list|leave it out",
                "products: []|`products` is an empty list|leave it out",
                "partners: [\"Laos\"]|Laos|LAO (Lao",
                "partners: [\"LOA\"]|LOA|LAO (Lao",
                "reporters: [\"CHM\"]|CHM|CHN (",
                "blocs: [\"ASAEN\"]|ASAEN|ASEAN (",
                "regions: [\"South-eastern Asa\"]|South-eastern Asa|South-eastern Asia?",
                "datasets: [\"trade_anual\"]|trade_anual|trade_annual (",
                "classification: HS2022, products: [\"854231x\"]|854231x|854231 (",
                "datasets: [\"trade_monthly_2024_cny\"], frequency: ANNUAL|trade_monthly_2024_cny has no such|MONTHLY",
                "classification: HS2022|neither `level` nor `products`|Add `level`",
                "products: [\"85\"]|no `classification`|Add `classification`",
                "classification: SITC3, level: 6|`level` is 6|Ask for one of the levels",
                "from: 2020, to: 2019|is after|Send the earlier",
                "from: 1800|1800|Ask for years from",
                "to: 20190|20190|Send a year",
                "from: 2024, fromMonth: 3|the periods are years|MONTHLY",
                "frequency: MONTHLY, from: 2024, fromMonth: 13|13|1 to 12",
                "minValue: 10, maxValue: 5|`minValue` (10)|smaller amount"
            })
    void areRefusedWithValueRuleAndWayOut(String filter, String message, String hint) {
        JsonPath answer = Graph.ask("{ tradeFlows(filter: {" + filter + "}) { totalCount } }");

        assertEquals("BAD_USER_INPUT", answer.getString("errors[0].extensions.code"), () -> answer.prettify());
        assertTrue(answer.getString("errors[0].message").contains(message), () -> answer.getString("errors"));
        assertTrue(answer.getString("errors[0].extensions.hint").contains(hint), () -> answer.getString("errors"));
    }

    @Test
    void areOfTheLengthOfPeriodThatTheDatasetHas() {
        JsonPath answer = Graph.data("""
                { monthly: tradeFlows(filter: {datasets: ["trade_monthly_2024_cny"], partners: ["LAO"]}) {
                    nodes { period { year month } } }
                  both: tradeFlows(filter: {datasets: ["trade_monthly_2024_cny", "trade_annual"], partners: ["LAO"], from: 2019}) {
                    nodes { period { month } } }
                  summary: tradeSummary(filter: {datasets: ["trade_monthly_2024_cny"], partners: ["LAO"]}, groupBy: [PERIOD]) {
                    rows { period { month } } } }
                """);

        assertTrue(answer.getList("data.monthly.nodes.period.month").contains(12), answer::prettify);
        List<Object> months = answer.getList("data.both.nodes.period.month");
        assertEquals(Collections.nCopies(months.size(), null), months, "years, where a dataset has years");
        assertFalse(months.isEmpty());
        assertTrue(answer.getList("data.summary.rows.period.month").contains(12), answer::prettify);
    }

    private static JsonPath flows(String filter, String selection) {
        return Graph.data("{ tradeFlows(filter: {" + filter + "}) { nodes { " + selection + " } } }");
    }

    private static JsonPath page(TradeFlowOrder order, @Nullable String after) {
        Map<String, Object> variables = new HashMap<>(Map.of("order", order.name()));
        if (after != null) {
            variables.put("after", after);
        }
        return Graph.data("""
                        query Page($order: TradeFlowOrder, $after: String) {
                          tradeFlows(filter: {regions: ["South-eastern Asia"], from: 2018, to: 2019}, orderBy: $order,
                                     first: 17, after: $after) {
                            totalCount edges { cursor } nodes { value { amount } } pageInfo { hasNextPage endCursor } } }
                        """, variables).setRootPath("data.tradeFlows");
    }
}
