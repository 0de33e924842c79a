package io.lancang.trade.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TradeSummaryTest extends TradeServiceTest {
    private static final String ROW = """
            notes rows { period { year } partnerCode blocCode region flow currency valuation other quality
              sum { amount } count average { amount } min { amount } max { amount } share growth growthGap { reason detail }
              partner { name } bloc { name } product { code title } datasets { id } }
            """;

    @Test
    void keepsExportsAndImportsApartAndSaysSo() {
        JsonPath summary = summary("blocs: [\"ASEAN\"], from: 2019, to: 2019", "groupBy: [PERIOD]");

        assertEquals(List.of("CIF", "FOB"), summary.getList("rows.valuation"));
        assertEquals(281_672_603_100L, summary.getLong("rows[0].sum.amount"));
        assertEquals(360_282_660_430L, summary.getLong("rows[1].sum.amount"));
        assertEquals(10, summary.getInt("rows[0].count"));
        assertEquals("DERIVED", summary.getString("rows[0].quality"));
        assertTrue(summary.getString("notes").contains("kept apart"));
    }

    @Test
    void addsThemWhereTheQuestionCombinesThem() {
        JsonPath summary =
                summary("blocs: [\"ASEAN\"], from: 2019, to: 2019", "groupBy: [PERIOD], combine: [VALUATIONS]");

        assertEquals(641_955_263_530L, summary.getLong("rows[0].sum.amount"));
        assertNull(summary.get("rows[0].valuation"));
        assertTrue(summary.getString("notes").contains("add exports (FOB) and imports (CIF)"));
    }

    @Test
    void doesNotCompareImportsAloneWithExportsAndImports() {
        JsonPath summary = summary(
                "partners: [\"VNM\"], from: 2020, to: 2023, currency: USD",
                "groupBy: [PERIOD], combine: [VALUATIONS, DATASETS], measures: [SUM, GROWTH]");

        assertEquals(Arrays.asList(null, "CIF", "CIF", null), summary.getList("rows.valuation"));
        assertNull(summary.get("rows[1].growth"));
        assertEquals("NOT_COVERED", summary.getString("rows[1].growthGap.reason"));
        assertEquals(
                "The sum of 2021 is of CIF figures alone, that of 2020 of CIF and FOB figures: they do not compare.",
                summary.getString("rows[1].growthGap.detail"));
        assertEquals(100 * (87_935_488_240.0 / 92_265_542_750.0 - 1), summary.getDouble("rows[2].growth"), 1e-9);
        assertNull(summary.get("rows[3].growth"));
        assertTrue(summary.getString("notes").contains("they are no totals"));
    }

    @Test
    void growsOnThePreviousPeriodEvenIfThatWasNotAskedFor() {
        JsonPath row = summary(
                        "blocs: [\"ASEAN\"], from: 2019, to: 2019, flows: [EXPORTS]",
                        "groupBy: [PERIOD], measures: [SUM, GROWTH]")
                .setRootPath("data.tradeSummary.rows[0]");

        assertEquals(2019, row.getInt("period.year"));
        assertEquals(100 * (360_282_660_430.0 / 321_784_524_430.0 - 1), row.getDouble("growth"), 1e-9);
        assertNull(row.get("count"));
    }

    @Test
    void hasNoGrowthWithoutAPeriodBefore() {
        JsonPath row = summary(
                        "partners: [\"LAO\"], from: 2023, to: 2023, flows: [EXPORTS], currency: CNY",
                        "groupBy: [PERIOD], measures: [SUM, GROWTH]")
                .setRootPath("data.tradeSummary.rows[0]");

        assertNull(row.get("growth"));
        assertEquals("NO_BASE", row.getString("growthGap.reason"));
    }

    @Test
    void keepsTheTopAndSumsTheRestAsARemainder() {
        JsonPath rows = summary(
                        "from: 2019, to: 2019, flows: [IMPORTS], datasets: [\"trade_annual\"]",
                        "groupBy: [PARTNER], measures: [SUM, COUNT, SHARE, MIN, MAX, AVERAGE], top: 3")
                .setRootPath("data.tradeSummary.rows");

        assertEquals(Arrays.asList("KOR", "TWN", "JPN", null), rows.getList("partnerCode"));
        assertEquals(8.954249783611846, rows.getDouble("[0].share"), 1e-9);
        assertEquals("South Korea", rows.getString("[0].partner.name"));
        assertTrue(rows.getBoolean("[3].other"));
        assertEquals(1_420_344_782_850L, rows.getLong("[3].sum.amount"));
        assertEquals(202, rows.getInt("[3].count"));
        assertEquals(1_420_344_782_850.0 / 202, rows.getDouble("[3].average.amount"), 1);
        assertTrue(rows.getDouble("[3].max.amount") < rows.getDouble("[2].sum.amount"));
        assertEquals(
                100.0,
                rows.getDouble("[0].share")
                        + rows.getDouble("[1].share")
                        + rows.getDouble("[2].share")
                        + rows.getDouble("[3].share"),
                1e-6);
    }

    @Test
    void givesARemainderForEveryPeriod() {
        JsonPath rows = summary(
                        "from: 2018, to: 2019, flows: [IMPORTS], datasets: [\"trade_annual\"]",
                        "groupBy: [PERIOD, PARTNER], top: 2, orderBy: KEYS, measures: [SUM]")
                .setRootPath("data.tradeSummary.rows");

        assertEquals(
                List.of("KOR", "JPN", "KOR", "JPN").stream().sorted().toList(),
                rows.getList("findAll { !it.other }.partnerCode").stream()
                        .map(String::valueOf)
                        .sorted()
                        .toList());
        assertEquals(List.of(2018, 2019), rows.getList("findAll { it.other }.period.year"));
    }

    @Test
    void letsAPartnerCountInEachOfItsBlocsAndSaysSo() {
        JsonPath summary = summary(
                "from: 2019, to: 2019, flows: [EXPORTS], datasets: [\"trade_annual\"]",
                "groupBy: [BLOC], measures: [SUM, SHARE]");

        assertEquals(360_282_660_430L, summary.getLong("rows.find { it.blocCode == 'ASEAN' }.sum.amount"));
        assertEquals("ASEAN", summary.getString("rows.find { it.blocCode == 'ASEAN' }.blocCode"));
        assertTrue(summary.getList("rows.share").stream()
                        .mapToDouble(share -> ((Number) share).doubleValue())
                        .sum()
                > 100);
        assertTrue(summary.getString("notes").contains("Blocs overlap"));
    }

    @Test
    void groupsByProductAndRegion() {
        JsonPath products = summary(
                        "blocs: [\"ASEAN\"], from: 2015, to: 2015, classification: SITC3, level: 1",
                        "groupBy: [PRODUCT], orderBy: SUM_DESC, measures: [SUM, COUNT]")
                .setRootPath("data.tradeSummary.rows");
        JsonPath regions = summary("blocs: [\"ASEAN\"], from: 2019, to: 2019, flows: [EXPORTS]", "groupBy: [REGION]")
                .setRootPath("data.tradeSummary.rows");

        assertEquals("7", products.getString("[0].product.code"));
        assertEquals(112_197_781_791L, products.getLong("[0].sum.amount"));
        assertEquals(10, products.getInt("[0].count"));
        assertEquals(List.of("South-eastern Asia"), regions.getList("region"));
    }

    @Test
    void keepsDatasetsApartOrTakesTheOneThatComesFirst() {
        String filter = "partners: [\"LAO\"], from: 2015, to: 2015, flows: [EXPORTS]";
        JsonPath apart = summary(filter, "groupBy: [PERIOD]");
        JsonPath combined = summary(filter, "groupBy: [PERIOD], combine: [DATASETS]");

        assertEquals(2, apart.getList("rows").size());
        assertTrue(apart.getString("notes").contains("Datasets are kept apart"));
        assertEquals(1, combined.getList("rows").size());
        assertEquals(1_275_563_503L, combined.getLong("rows[0].sum.amount"));
        assertEquals(List.of("trade_annual"), combined.getList("rows[0].datasets.id"));
    }

    @Test
    void neverAddsCurrencies() {
        JsonPath summary = summary("partners: [\"LAO\"], from: 2024, to: 2024, flows: [EXPORTS]", "groupBy: [PERIOD]");

        assertEquals(List.of("CNY", "USD"), summary.getList("rows.currency"));
        assertTrue(summary.getString("notes").contains("different currencies"));
    }

    @Test
    void sumsTheSameOverAllPartnersWhetherItKeepsSumsOrFigures() {
        // Without COUNT the sums that are kept by product answer, with it the figures by partner do.
        String filter = "from: 2019, to: 2019, flows: [IMPORTS], datasets: [\"trade_annual\"]";

        assertEquals(
                1_938_222_308_670L,
                summary(filter, "groupBy: [], measures: [SUM]").getLong("rows[0].sum.amount"));
        assertEquals(
                1_938_222_308_670L,
                summary(filter, "groupBy: [], measures: [SUM, COUNT]").getLong("rows[0].sum.amount"));
        assertFalse(summary(filter, "groupBy: [], measures: [SUM]").getBoolean("rows[0].other"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from: 2019|groupBy: [PARTNER], measures: [SUM, GROWTH]|Add PERIOD",
                "from: 2019|groupBy: [PERIOD], top: 3|Group by what is to be ranked",
                "from: 2019|groupBy: [PARTNER], top: 0|1 to 500",
                "from: 2019|groupBy: [PARTNER], orderBy: SHARE_DESC|Add SHARE",
                "partners: [\"WORLD\", \"LAO\"]|groupBy: [PERIOD]|aggregate alone",
                "reporters: [\"LAO\", \"VNM\"], partners: [\"CHN\"]|groupBy: [PERIOD]|REPORTER",
                "classification: HS2022, products: [\"85\", \"8542\"]|groupBy: [PERIOD]|one level",
                "flows: [EXPORTS, RE_EXPORTS]|groupBy: [PERIOD]|Group by FLOW",
                "frequency: CUMULATIVE|groupBy: [PARTNER]|Add PERIOD",
                "frequency: CUMULATIVE|groupBy: [PERIOD], measures: [SUM, GROWTH]|Ask for months or years",
                "flows: [IMPORTS, RE_IMPORTS]|groupBy: [PERIOD]|Group by FLOW",
                "flows: [EXPORTS, RE_EXPORTS]|groupBy: [FLOW], measures: [SUM, SHARE]|Group by FLOW",
                "partners: [\"WORLD\", \"LAO\"]|groupBy: [PARTNER], top: 1|aggregate alone",
                "partners: [\"WORLD\", \"LAO\"]|groupBy: [PARTNER], measures: [SUM, SHARE]|aggregate alone",
                "classification: HS2022, products: [\"85\", \"8542\"]|groupBy: [PRODUCT], measures: [SUM, SHARE]|one level",
                "from: 2019|groupBy: [PERIOD, PARTNER], measures: [GROWTH], orderBy: GROWTH_DESC, top: 3|SUM_DESC"
            })
    void refusesSumsThatMeanNothing(String filter, String arguments, String hint) {
        JsonPath answer = Graph.ask("{ tradeSummary(filter: {" + filter + "}, " + arguments + ") { notes } }");

        assertEquals("BAD_USER_INPUT", answer.getString("errors[0].extensions.code"), () -> answer.getString(""));
        assertTrue(answer.getString("errors[0].extensions.hint").contains(hint), () -> answer.getString("errors"));
    }

    private static JsonPath summary(String filter, String arguments) {
        return Graph.data("{ tradeSummary(filter: {" + filter + "}, " + arguments + ") { " + ROW + " } }")
                .setRootPath("data.tradeSummary");
    }
}
