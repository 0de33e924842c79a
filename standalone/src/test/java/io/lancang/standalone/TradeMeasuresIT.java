package io.lancang.standalone;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Measures that analysts take of trade, asked through the gateway; each expected number follows from the figures beside it. */
class TradeMeasuresIT {
    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    private final Steward steward = new Steward(SET);

    @AfterEach
    void theOtherTestsFindWhatShips() throws IOException {
        steward.withdrawAll();
    }

    /**
     * China's exports and imports by month, in billion yuan: January to March 2019 2,742.1 + 1,820.2 + 2,465.5 = 7,027.8 and the same of 2018
     * 6,757.8; July 2018 to June 2019 31,090.9 and a year earlier 28,837.5; January to June 14,705.8 and 14,116.2. A mean month of 2018 is
     * 2,541.775, one of 2019 2,630.2167; December is 2,671.2 and 3,020.9.
     */
    @Test
    void monthsAreSummedAndComparedByQuarterByYearToDateAndTwelveOnEnd() {
        SET.ask("""
                { partner(code: "WORLD") { trade(frequency: MONTHLY, from: 2018, to: 2019) {
                    quarters { from { year month } total { amount } growthOnYear }
                    points { period { year month } yearToDate { months total { amount } growthOnYear }
                      rollingYear { from { year month } total { amount } growthOnYear } }
                    seasonalIndex { years months { month index } } } } }""")
                .body("errors", nullValue())
                .body(quarter("total.amount.longValue()"), is(7_027_800_000_000L))
                // 7,027.8 / 6,757.8
                .body(quarter("growthOnYear.doubleValue()"), closeTo(3.995383, 1e-5))
                .body(june("yearToDate.months"), is(6))
                .body(june("yearToDate.total.amount.longValue()"), is(14_705_800_000_000L))
                // 14,705.8 / 14,116.2
                .body(june("yearToDate.growthOnYear.doubleValue()"), closeTo(4.176761, 1e-5))
                .body(june("rollingYear.from.month"), is(7))
                .body(june("rollingYear.total.amount.longValue()"), is(31_090_900_000_000L))
                // 31,090.9 / 28,837.5
                .body(june("rollingYear.growthOnYear.doubleValue()"), closeTo(7.814131, 1e-5))
                .body("data.partner.trade.seasonalIndex.years", is(List.of(2018, 2019)))
                // half of 2,671.2 / 2,541.775 + 3,020.9 / 2,630.2167
                .body("data.partner.trade.seasonalIndex.months[11].index.doubleValue()", closeTo(109.972785, 1e-5));
    }

    private static String quarter(String field) {
        return "data.partner.trade.quarters.find { it.from.year == 2019 && it.from.month == 1 }." + field;
    }

    private static String june(String field) {
        return "data.partner.trade.points.find { it.period.year == 2019 && it.period.month == 6 }." + field;
    }

    /**
     * By SITC section in 2015, 0 to 9, in million US dollars: China sold Viet Nam 3053, 45, 531, 1659, 7, 4244, 24244, 22389, 10196, 13 and
     * bought 4605, 248, 2841, 1769, 59, 1736, 2440, 5877, 1883, 0. In dollars the differences add up to 53,375,218,680 and both ways to
     * 87,838,822,100. Thailand sold China 3348, 23, 4066, 913, 26, 5167, 1968, 6110, 1689, 0: the smaller shares in 21,457,667,948 and
     * 23,311,428,604 add up to 81.724 percent.
     */
    @Test
    void tradeGoesBothWaysInTheSameProductsAndExportersAreAlike() {
        SET.ask("""
                { partner(code: "VNM") { intraIndustryTrade(year: 2015) { index mirrored dataset { id } }
                    exportSimilarity(with: "THA", year: 2015) { index dataset { id } } } }""")
                .body("errors", nullValue())
                // 1 - 53,375,218,680 / 87,838,822,100
                .body("data.partner.intraIndustryTrade.index.doubleValue()", closeTo(39.235047, 1e-5))
                .body("data.partner.intraIndustryTrade.mirrored", is(true))
                .body("data.partner.exportSimilarity.index.doubleValue()", closeTo(81.723998, 1e-5))
                .body("data.partner.exportSimilarity.dataset.id", is("trade_by_sitc_section"));
    }

    /**
     * Made up, exports to Laos of three sections: Viet Nam sells 10 of each, Thailand 10 of the first two, Myanmar 10 of the first. All sell
     * 30, 20 and 10 of 60. Viet Nam's shares of a third are above the market's in the last and equal in the second; Thailand's half is
     * equal in the first and above in the second; Myanmar's whole is above in the first. So who has an advantage in what is
     * 0 1 1, 1 1 0 and 1 0 0. The matrix of economies is [3/4 1/4 0; 1/4 1/2 1/4; 0 1/2 1/2], with the second eigenvalue (3 + r) / 8, r the
     * root of 5, and the vector (1, -(3 - r) / 2, 1 - r): 1, -0.381966 and -1.236068, standardised 1.309017, -0.190983 and -1.118034.
     */
    @Test
    void economiesAreComplexByWhatFewOthersSellAndProductsNearByWhoSellsBoth() throws IOException {
        steward.load("trade", "un_comtrade", "matrix.csv", """
                reporter,period,partner,flow,currency,amount,classification,product
                VNM,2001,LAO,EXPORT,USD,10,SITC3,0
                VNM,2001,LAO,EXPORT,USD,10,SITC3,2
                VNM,2001,LAO,EXPORT,USD,10,SITC3,7
                THA,2001,LAO,EXPORT,USD,10,SITC3,0
                THA,2001,LAO,EXPORT,USD,10,SITC3,2
                MMR,2001,LAO,EXPORT,USD,10,SITC3,0
                """);

        String economy = "data.economicComplexity.economies.find { it.code == '%s' }.%s";
        SET.ask("""
                { economicComplexity(year: 2001, market: "LAO") { economies { code index diversity extensiveMargin }
                    products { product { code } index ubiquity nearest { product { code } proximity } } dataset { id } } }""")
                .body("errors", nullValue())
                .body("data.economicComplexity.economies.code", is(List.of("VNM", "THA", "MMR")))
                .body("data.economicComplexity.products.product.code", is(List.of("7", "2", "0")))
                .body(economy.formatted("VNM", "diversity"), is(2))
                .body(economy.formatted("MMR", "diversity"), is(1))
                // What Thailand sells has 50 of the 60 that all sell, what Myanmar sells 30.
                .body(economy.formatted("THA", "extensiveMargin.doubleValue()"), closeTo(83.33333, 1e-4))
                .body(economy.formatted("MMR", "extensiveMargin.doubleValue()"), closeTo(50, 1e-9))
                .body(economy.formatted("VNM", "index.doubleValue()"), closeTo(1.309017, 1e-5))
                .body(economy.formatted("THA", "index.doubleValue()"), closeTo(-0.190983, 1e-5))
                .body(economy.formatted("MMR", "index.doubleValue()"), closeTo(-1.118034, 1e-5))
                .body("data.economicComplexity.products.find { it.product.code == '7' }.ubiquity", is(1))
                // One of the two that have an advantage in the second has it in the last.
                .body(
                        "data.economicComplexity.products.find { it.product.code == '7' }.nearest[0].proximity",
                        is(0.5f));
    }

    /**
     * The published example of the vignette of 18 January 2020 of the package economiccomplexity 1.0 for R (M. Vargas;
     * github.com/pachadotdev/economiccomplexity, docs/articles/basic-usage.html), which the service's tests know as well: made-up exports of nine
     * economies in twelve products, loaded as those of nine partners to Laos by chapter. It divides by the deviation of a sample, of n - 1:
     * the indices here are the root of n / (n - 1) times those.
     */
    @Test
    void complexityIsThatOfAPublishedExample() throws IOException {
        List<String> economies = List.of("BRN", "IDN", "KHM", "MMR", "MYS", "PHL", "SGP", "THA", "VNM");
        List<String> exports = """
                0 10 50 1350 0 1000 0 0 0 12 120 0
                0 0 0 0 0 5000 0 0 0 0 0 0
                0 0 0 0 0 2000 50 150 12 10 0 0
                345 123 654 356 0 700 120 89 12 50 500 12
                0 200 0 100 0 1250 20 70 0 0 0 0
                0 234 1 5 0 900 9 12 0 5 8 7
                0 0 0 2 1 0 0 0 0 5 4 0
                23 3 300 500 1 10000 5000 1000 0 100 20 0
                0 5000 0 0 0 600 0 0 0 0 0 1""".lines().toList();
        double[] ofEconomies = {
            0.80930502,
            -0.05046209,
            0.27062552,
            0.52370159,
            0.37269206,
            -0.89692342,
            0.77446154,
            0.48135621,
            -2.28475643
        };
        double[] ofProducts = {
            0.4160916,
            -2.9019977,
            0.4160916,
            0.5672637,
            0.5796113,
            -0.3500494,
            0.3496442,
            0.1825819,
            0.2175311,
            0.5251047,
            0.6966412,
            -0.6985142
        };
        StringBuilder file = new StringBuilder("reporter,period,partner,flow,currency,amount,classification,product\n");
        for (int economy = 0; economy < exports.size(); economy++) {
            String[] amounts = exports.get(economy).split(" ", -1);
            for (int chapter = 1; chapter <= amounts.length; chapter++) {
                if (!amounts[chapter - 1].equals("0")) {
                    file.append("%s,2001,LAO,EXPORT,USD,%s,HS2022,%02d\n"
                            .formatted(economies.get(economy), amounts[chapter - 1], chapter));
                }
            }
        }
        steward.load("trade", "un_comtrade", "published.csv", file.toString());

        ValidatableResponse answer = SET.ask("""
                { economicComplexity(year: 2001, market: "LAO", classification: HS2022, level: 2) { economies { code index }
                    products { product { code } index nearest { product { code } proximity } } } }""")
                .body("errors", nullValue())
                .body("data.economicComplexity.economies", hasSize(9))
                .body("data.economicComplexity.products", hasSize(12))
                // of the three that sell the tenth two sell the fifth as well, and two the eleventh
                .body(
                        "data.economicComplexity.products.find { it.product.code == '10' }.nearest[0].proximity.doubleValue()",
                        closeTo(2 / 3.0, 1e-6));

        for (int economy = 0; economy < 9; economy++) {
            answer.body(
                    "data.economicComplexity.economies.find { it.code == '%s' }.index.doubleValue()"
                            .formatted(economies.get(economy)),
                    closeTo(ofEconomies[economy] * Math.sqrt(9 / 8.0), 1e-5));
        }
        for (int chapter = 1; chapter <= 12; chapter++) {
            answer.body(
                    "data.economicComplexity.products.find { it.product.code == '%02d' }.index.doubleValue()"
                            .formatted(chapter),
                    closeTo(ofProducts[chapter - 1] * Math.sqrt(12 / 11.0), 1e-5));
        }
    }

    /** Of 2012: what the gateway shows of one figure's quantity and weight follows from the row alone, 600 for 1,500 kg. */
    @Test
    void aFigureHasItsQuantityItsWeightAndWhatAKilogramAndAPieceWereWorth() throws IOException {
        steward.load("trade", "un_comtrade", "weights.csv", """
                period,partner,flow,currency,amount,classification,product,quantity,quantity_unit,net_weight_kg
                2012,LAO,EXPORT,USD,600,HS2012,851712,30,u,1500
                """);

        SET.ask("""
                { tradeFlows(filter: {datasets: ["un_comtrade"], partners: ["LAO"], from: 2012, to: 2012, classification: HS2012, level: 6}) {
                    nodes { quantity { amount unit } netWeight { amount unit } kilogram: unitValue { amount unit }
                      each: unitValue(by: QUANTITY) { amount unit } } } }""")
                .body("errors", nullValue())
                .body("data.tradeFlows.nodes[0].quantity.amount", is(30))
                .body("data.tradeFlows.nodes[0].quantity.unit", is("u"))
                .body("data.tradeFlows.nodes[0].netWeight.amount", is(1500))
                // 600 / 1,500, and 600 / 30
                .body("data.tradeFlows.nodes[0].kilogram.amount", is(0.4f))
                .body("data.tradeFlows.nodes[0].each.amount.doubleValue()", closeTo(20, 1e-9))
                .body("data.tradeFlows.nodes[0].each.unit", is("u"));
    }
}
