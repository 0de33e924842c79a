package io.lancang.trade.world;

import static io.lancang.trade.world.WorldFigure.Difference.CURRENCY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.trade.Graph;
import io.lancang.trade.Impatient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** By which rates the figures of {@link SmallWorld} are converted; each expected number has its sum beside it. */
@QuarkusTest
@TestProfile(Impatient.class)
class SmallWorldConversionTest extends InSmallWorld {
    private static final String CONVERTED = """
            points { converted(to: CNY) { exports { amount } imports { amount } total { amount } balance { amount }
              rate { cnyPerUsd origin source { id } } } }""";

    @Test
    void aConversionIsTheDatasetsOwnWhereItHasEveryFlow() {
        JsonPath own = converted(partner("QMA", "(from: 1902, to: 1902)", CONVERTED));

        assertEquals(996, own.getDouble("exports.amount"));
        assertEquals(498, own.getDouble("imports.amount"));
        assertEquals(1494, own.getDouble("total.amount"));
        assertEquals(498, own.getDouble("balance.amount"));
        // 1,494 for 180
        assertEquals(8.3, own.getDouble("rate.cnyPerUsd"), EXACT);
        assertEquals("IMPLIED_BY_DATASET", own.getString("rate.origin"));
    }

    @Test
    void aConversionIsByTheAverageRateWhereTheDatasetHasOneFlowOfTwo() {
        JsonPath averaged = converted(partner("QMA", "(from: 1901, to: 1901)", CONVERTED));

        assertEquals(800, averaged.getDouble("exports.amount"));
        assertEquals(400, averaged.getDouble("imports.amount"));
        assertEquals(1200, averaged.getDouble("total.amount"));
        assertEquals(8, averaged.getDouble("rate.cnyPerUsd"), EXACT);
        assertEquals("PERIOD_AVERAGE", averaged.getString("rate.origin"));
    }

    @Test
    void aConversionIsTheDatasetsOwnWhereThePointHasOneFlow() {
        JsonPath own = converted(partner("QMD", "(from: 1901, to: 1901)", CONVERTED));

        assertEquals(205, own.getDouble("exports.amount"));
        assertNull(own.get("total"));
        // 205 for 25
        assertEquals(8.2, own.getDouble("rate.cnyPerUsd"), EXACT);
    }

    /** In 1904 the exports of QMA are in the dataset without precedence alone, in both currencies and from another source. */
    @Test
    void aRateIsOfTheDatasetWhoseAmountsCount() {
        JsonPath own = converted(partner("QMA", "(from: 1904, to: 1904)", CONVERTED));

        assertNull(own.get("exports"));
        assertEquals(297, own.getDouble("imports.amount"));
        // 297 for 33
        assertEquals(9, own.getDouble("rate.cnyPerUsd"), EXACT);
        assertEquals("IMF_DOTS_2022", own.getString("rate.source.id"));
    }

    @Test
    void aConversionIsByTheAverageRateWhereAMemberHasNoAmountOfItsOwn() {
        JsonPath averaged = converted(bloc("(from: 1902, to: 1902)", CONVERTED));

        // (120 + 45) * 9 and (60 + 15) * 9
        assertEquals(1485, averaged.getDouble("exports.amount"));
        assertEquals(675, averaged.getDouble("imports.amount"));
    }

    /** Beside the year QMB has the first month of it. */
    @Test
    void eachPointHasItsOwnConversionWhereSeveralAreAsked() throws SQLException {
        execute("""
                insert into trade_flow (dataset_id, frequency, period, reporter_code, partner_code, flow, product_code, currency,
                                        amount, valuation, quality, source_id, release_id)
                values (1, 'M', '1901-01-01', 'CHN', 'QMB', 'X', 'TOTAL', 'CNY', 77, 'FOB', 'R', 'IMF_DOTS_2022', 1)
                """);
        JsonPath series = Graph.data("""
                        { alpha: partner(code: "QMA") { trade(from: 1901, to: 1902) { %1$s } }
                          beta: partner(code: "QMB") { trade(from: 1901, to: 1902) { %1$s } }
                          delta: partner(code: "QMD") { trade(from: 1901, to: 1902) { %1$s } } }
                        """.formatted(CONVERTED)).setRootPath("data");

        // 100 * 8, and the dataset's own 996
        assertEquals(List.of(800, 996), amounts(series, "alpha", "exports"));
        assertEquals(List.of(400, 498), amounts(series, "alpha", "imports"));
        // its own 249 and 83, then 45 * 9 and 15 * 9
        assertEquals(List.of(249, 405), amounts(series, "beta", "exports"));
        assertEquals(List.of(83, 135), amounts(series, "beta", "imports"));
        // its own 205 of 1901, and nothing else
        assertEquals(List.of(205), amounts(series, "delta", "exports"));
        assertEquals(List.of(), amounts(series, "delta", "imports"));
    }

    private static List<Object> amounts(JsonPath series, String partner, String flow) {
        return series.getList(partner + ".trade.points.converted." + flow + ".amount");
    }

    /** The 3 + 2 yuan of QMH are less than half a dollar each, which is none: they imply no rate. */
    @Test
    void aConversionOfNothingIsByTheAverageRate() {
        JsonPath none = converted(partner("QMH", "(from: 1901, to: 1901)", CONVERTED));

        assertEquals(0, none.getDouble("total.amount"));
        assertEquals(8, none.getDouble("rate.cnyPerUsd"), EXACT);
        assertEquals("PERIOD_AVERAGE", none.getString("rate.origin"));
    }

    /** In yuan the dataset has the 830 of QMA and the 249 of QMB, in dollars 100, 30 and 16. */
    @Test
    void aSumIsConvertedAsAWholeWhereTheDatasetHasAPartOfItInTheCurrency() {
        JsonPath rows = Graph.data("""
                        { tradeSummary(filter: {partners: ["QMA", "QMB", "QMC"], flows: [EXPORTS], from: 1901, to: 1901,
                                                datasets: ["trade_annual"]}, groupBy: [PERIOD], convertTo: CNY) {
                            rows { currency sum { amount } cnyPerUsd } } }
                        """).setRootPath("data.tradeSummary.rows");

        assertEquals(List.of("CNY"), rows.getList("currency"));
        // (100 + 30 + 16) * 8
        assertEquals(1168, rows.getDouble("[0].sum.amount"), EXACT);
        assertEquals(8, rows.getDouble("[0].cnyPerUsd"), EXACT);
    }

    private static JsonPath converted(JsonPath series) {
        return series.setRootPath("data.it.trade.points[0].converted");
    }

    /**
     * Of chapters 01 and 02 in 1901, in yuan and in dollars: QMG has 27 and 3, QMH 33 and none, QMI 50 + 40 and 10, QMJ 24 and 4 + 5. A rate of 8 is
     * recorded, and none of 1903, when QMG has 7 dollars. The second dataset has other amounts in yuan.
     */
    @Test
    void aSumStandsAsItIsGivenWhereItIsOfAsManyFigures() throws SQLException {
        List<WorldFigure> inDollars = WorldFigure.figures("""
                1 1901 CHN QMG X H6:01 3
                1 1901 CHN QMI X H6:01 10
                1 1901 CHN QMJ X H6:01 4
                1 1901 CHN QMJ X H6:02 5
                1 1903 CHN QMG X H6:01 7
                """);
        List<WorldFigure> inYuan = Stream.of(
                        "QMG X H6:01 27", "QMH X H6:01 33", "QMI X H6:01 50", "QMI X H6:02 40", "QMJ X H6:01 24")
                .flatMap(figure -> WorldFigure.figures("1 1901 CHN " + figure).stream())
                .map(figure -> figure.but(CURRENCY).of(figure.amount().intValueExact()))
                .toList();
        execute(Stream.of(inDollars, inYuan)
                .map(figures -> WorldFigure.asReported(figures.stream()) + WorldFigure.asSums(figures.stream()))
                .collect(Collectors.joining()));

        JsonPath rows = Graph.data("""
                        { tradeSummary(filter: {partners: ["QMG", "QMH", "QMI", "QMJ"], from: 1901, to: 1903, classification: HS2022,
                                                products: ["01", "02"], datasets: ["trade_annual"]},
                                       groupBy: [PERIOD, PARTNER], measures: [SUM], convertTo: CNY) {
                            rows { partnerCode sum { amount currency } cnyPerUsd } } }
                        """).setRootPath("data.tradeSummary.rows");

        assertEquals(List.of("QMG", "QMH", "QMI", "QMJ", "QMG"), rows.getList("partnerCode"));
        assertEquals(List.of(27.0, 33.0, 90.0, 72.0, 7.0), rows.getList("sum.amount", Double.class));
        assertEquals(List.of("CNY", "CNY", "CNY", "CNY", "USD"), rows.getList("sum.currency"));
        // 27 for 3, and (4 + 5) * 8: of the others nothing says what the yuan were for
        assertEquals(Arrays.asList(9.0, null, null, 8.0, null), rows.getList("cnyPerUsd", Double.class));
    }

    /** QMC has 16 dollars in 1901, at 8, and 50 in 1902, at 9: rates of 5 and 4 were put right. */
    @Test
    void aFigureIsConvertedByTheRateThatStands() {
        JsonPath flows = Graph.data("""
                        { tradeFlows(filter: {partners: ["QMC"], flows: [EXPORTS], from: 1901, to: 1902}, orderBy: PERIOD) {
                            nodes { converted(to: CNY) { amount { amount } } } } }
                        """).setRootPath("data.tradeFlows.nodes");

        assertEquals(List.of(128, 450), flows.getList("converted.amount.amount"));
    }
}
