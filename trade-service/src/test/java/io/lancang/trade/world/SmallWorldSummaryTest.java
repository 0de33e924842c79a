package io.lancang.trade.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.Impatient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sums of groups of {@link SmallWorld}, of products too, and over whom they grow; each expected number has its sum beside it. */
@QuarkusTest
@TestProfile(Impatient.class)
class SmallWorldSummaryTest extends InSmallWorld {
    private static JsonPath summary(String filter, String groupBy) {
        return Graph.data("""
                { tradeSummary(filter: {%s, currency: USD}, groupBy: [%s], combine: [VALUATIONS, DATASETS],
                               measures: [SUM, COUNT, GROWTH]) {
                    rows { period { year } sum { amount } count growth growthFigures growthGap { reason } } } }""".formatted(filter, groupBy)).setRootPath("data.tradeSummary");
    }

    @Test
    void aSumGrowsByThePartnersThatHaveFiguresOfBothPeriods() {
        for (String groupBy : List.of("PERIOD", "PERIOD, BLOC")) {
            JsonPath sums = summary("blocs: [\"QMX\"], from: 1901, to: 1903", groupBy);

            // QMA and QMC; QMA and QMB; QMB
            assertEquals(List.of(170, 240, 80), sums.getList("rows.sum.amount"), groupBy);
            assertEquals(List.of(4, 4, 2), sums.getList("rows.count"), groupBy);
            assertNull(sums.get("rows[0].growth"), groupBy);
            // QMA and QMB, who had joined: 240 after 150 + 40
            assertEquals(500.0 / 19, sums.getDouble("rows[1].growth"), EXACT, groupBy);
            assertEquals(4, sums.getInt("rows[1].growthFigures"), groupBy);
            // QMB: 80 after 60
            assertEquals(100.0 / 3, sums.getDouble("rows[2].growth"), EXACT, groupBy);
            assertEquals(2, sums.getInt("rows[2].growthFigures"), groupBy);
        }
    }

    @Test
    void aSumOfOneDatasetDoesNotGrowOnThatOfAnother() {
        // 1902 of the first dataset, 1903 of the second, which alone has QMA
        JsonPath sums = summary("partners: [\"QMA\"], from: 1902, to: 1903", "PERIOD");

        assertEquals(240, sums.getDouble("rows[1].sum.amount"));
        assertNull(sums.get("rows[1].growth"));
        assertEquals("COMPOSITION_CHANGED", sums.getString("rows[1].growthGap.reason"));
    }

    /** Where products are summed, no partner has to have both years: only the datasets say whether like is compared with like. */
    @Test
    void aSumOfAProductDoesNotGrowOnThatOfAnotherDataset() {
        JsonPath sums = Graph.data("""
                        { tradeSummary(filter: {partners: ["QMC"], from: 1901, to: 1902, currency: USD, classification: HS2022,
                                                products: ["01"]},
                                       groupBy: [PERIOD], combine: [VALUATIONS, DATASETS], measures: [SUM, GROWTH]) {
                            rows { sum { amount } growth growthGap { reason } } } }
                        """).setRootPath("data.tradeSummary");

        assertEquals(List.of(20, 30), sums.getList("rows.sum.amount"));
        assertNull(sums.get("rows[1].growth"));
        assertEquals("COMPOSITION_CHANGED", sums.getString("rows[1].growthGap.reason"));
    }

    /**
     * The members of 1902 are QMA, QMB and QMD, of whom QMA and QMB have figures of both years: 150 + 40, then 180 + 60. Those of 1901 were
     * QMA and QMC: 150 + 20.
     */
    @Test
    void aGroupOfASummarySaysOverWhomItGrew() {
        JsonPath rows = Graph.data(
                        """
                        query ($filter: TradeFlowFilterInput!) {
                          like: tradeSummary(filter: $filter, groupBy: [PERIOD, BLOC], combine: [VALUATIONS, DATASETS],
                              measures: [SUM, GROWTH]) { rows { growth
                            basis { composition membersOf joined { code } left { code } uncompared { code } } } }
                          all: tradeSummary(filter: $filter, groupBy: [PERIOD], combine: [VALUATIONS, DATASETS],
                              measures: [SUM, GROWTH]) { rows { growth basis { left { code } } } }
                          own: tradeSummary(filter: $filter, groupBy: [PERIOD, BLOC], combine: [VALUATIONS, DATASETS],
                              measures: [SUM, GROWTH], growthComposition: AS_OF_YEAR) { rows { growth
                            basis { composition membersOf left { code } uncompared { code } } } } }
                        """,
                        Map.of("filter", Map.of("blocs", List.of("QMX"), "from", 1902, "to", 1902, "currency", "USD")))
                .setRootPath("data");

        assertEquals(500.0 / 19, rows.getDouble("like.rows[0].growth"), EXACT);
        assertEquals("LIKE_FOR_LIKE", rows.getString("like.rows[0].basis.composition"));
        assertEquals(1902, rows.getInt("like.rows[0].basis.membersOf"));
        assertEquals(List.of("QMB", "QMD"), rows.getList("like.rows[0].basis.joined.code"));
        assertEquals(List.of("QMC"), rows.getList("like.rows[0].basis.left.code"));
        assertEquals(List.of("QMD"), rows.getList("like.rows[0].basis.uncompared.code"));
        assertEquals(List.of("QMC"), rows.getList("all.rows[0].basis.left.code"));
        assertEquals(7000.0 / 170, rows.getDouble("own.rows[0].growth"), EXACT);
        assertEquals("AS_OF_YEAR", rows.getString("own.rows[0].basis.composition"));
        assertNull(rows.get("own.rows[0].basis.membersOf"));
        assertEquals(List.of("QMC"), rows.getList("own.rows[0].basis.left.code"));
        assertEquals(List.of(), rows.getList("own.rows[0].basis.uncompared.code"));
    }

    /**
     * Of chapter 03 the members of 1902, QMA, QMB and QMD, have 40 + 10 and 50 + 25; those of 1901, QMA and QMC, had 40 + 60. QMA alone has
     * both years: 40 and 50.
     */
    @Test
    void aProductOfABlocGrowsOnWhatTheSameMembersTraded() {
        JsonPath rows = Graph.data(
                        """
                        query ($filter: TradeFlowFilterInput!) {
                          blocs: tradeSummary(filter: $filter, groupBy: [PERIOD, BLOC, PRODUCT], measures: [SUM, GROWTH]) { rows {
                            sum { amount } growth growthFigures
                            basis { composition membersOf joined { code } left { code } uncompared { code } } } }
                          all: tradeSummary(filter: $filter, groupBy: [PERIOD], measures: [GROWTH], combine: [DATASETS]) { rows { growth } }
                          top: tradeSummary(filter: $filter, groupBy: [PERIOD, PRODUCT], measures: [SUM, GROWTH], top: 1) { rows { growth } }
                          own: tradeSummary(filter: $filter, groupBy: [PERIOD], measures: [GROWTH], growthComposition: AS_OF_YEAR) {
                            rows { growth } }
                          both: tradeSummary(filter: $filter, groupBy: [PERIOD], measures: [GROWTH], growthComposition: LIKE_FOR_LIKE) {
                            rows { growth } } }
                        """,
                        Map.of(
                                "filter",
                                Map.of(
                                        "blocs",
                                        List.of("QMX"),
                                        "from",
                                        1902,
                                        "to",
                                        1902,
                                        "currency",
                                        "USD",
                                        "classification",
                                        "HS2022",
                                        "products",
                                        List.of("03"))))
                .setRootPath("data");

        assertEquals(75, rows.getInt("blocs.rows[0].sum.amount"));
        assertEquals(50.0, rows.getDouble("blocs.rows[0].growth"), EXACT);
        assertNull(rows.get("blocs.rows[0].growthFigures"));
        assertEquals("LIKE_FOR_LIKE", rows.getString("blocs.rows[0].basis.composition"));
        assertEquals(1902, rows.getInt("blocs.rows[0].basis.membersOf"));
        assertEquals(List.of("QMC"), rows.getList("blocs.rows[0].basis.left.code"));
        assertEquals(List.of(), rows.getList("blocs.rows[0].basis.uncompared.code"));
        assertEquals(50.0, rows.getDouble("all.rows[0].growth"), EXACT);
        assertEquals(50.0, rows.getDouble("top.rows[0].growth"), EXACT);
        assertEquals(-25.0, rows.getDouble("own.rows[0].growth"), EXACT);
        assertEquals(25.0, rows.getDouble("both.rows[0].growth"), EXACT);
    }

    /** QMB sold 20 of chapter 01 in 1901 and QMC 20, which has 30 in 1902 in another dataset: no partner has both years. */
    @Test
    void aProductGrowsOverTheSamePartnersIfAsked() {
        JsonPath gap = Graph.data("""
                        { tradeSummary(filter: {partners: ["QMB", "QMC"], from: 1902, to: 1902, currency: USD, classification: HS2022,
                                                products: ["01"]},
                                       groupBy: [PERIOD, PRODUCT], measures: [GROWTH], growthComposition: LIKE_FOR_LIKE,
                                       combine: [DATASETS]) { rows { growth growthGap { reason } } } }
                        """).setRootPath("data.tradeSummary.rows[0]");

        assertNull(gap.get("growth"));
        assertEquals("COMPOSITION_CHANGED", gap.getString("growthGap.reason"));
    }

    @Test
    void growthOverTodaysMembersIsAskedOfTheFilter() {
        JsonPath answer = Graph.ask("""
                { tradeSummary(filter: {blocs: ["QMX"]}, groupBy: [PERIOD], measures: [GROWTH], growthComposition: CURRENT) {
                  notes } }""");

        assertEquals("BAD_USER_INPUT", answer.getString("errors[0].extensions.code"));
        assertTrue(answer.getString("errors[0].extensions.hint").contains("composition: CURRENT"));
    }

    /**
     * Figures of 1901 and 1902 together, and how many: QMA 330 of 4, QMB 100 of 4, QMC 90 of 4, QMD 25 of 1, QMG 5 of 1, QMH 5 of 4, QMZ 8 of 4,
     * QME 4 and QMF 3 of 2 each. The largest are 120 of QMA and 50 of QMC, the smallest the 0 of QMH.
     */
    @Test
    void theTopIsChosenByWhatTheOrderIsOf() {
        JsonPath rows = Graph.data(
                        """
                        query ($filter: TradeFlowFilterInput!) {
                          average: tradeSummary(filter: $filter, groupBy: [PARTNER], combine: [VALUATIONS], measures: [SUM, AVERAGE],
                              orderBy: AVERAGE_DESC, top: 3) { rows { partnerCode sum { amount } average { amount } } }
                          max: tradeSummary(filter: $filter, groupBy: [PARTNER], combine: [VALUATIONS], measures: [MAX],
                              orderBy: MAX_DESC, top: 2) { rows { partnerCode } }
                          min: tradeSummary(filter: $filter, groupBy: [PARTNER], combine: [VALUATIONS], measures: [MIN], orderBy: MIN,
                              top: 1) { rows { partnerCode } }
                          count: tradeSummary(filter: $filter, groupBy: [PARTNER], combine: [VALUATIONS], measures: [COUNT],
                              orderBy: COUNT, top: 2) { rows { partnerCode } } }
                        """,
                        Map.of(
                                "filter",
                                Map.of(
                                        "datasets",
                                        List.of("trade_annual"),
                                        "from",
                                        1901,
                                        "to",
                                        1902,
                                        "currency",
                                        "USD")))
                .setRootPath("data");

        assertEquals(Arrays.asList("QMA", "QMB", "QMD", null), rows.getList("average.rows.partnerCode"));
        assertEquals(82.5, rows.getDouble("average.rows[0].average.amount"), EXACT);
        // 90 + 5 + 5 + 8 + 4 + 3
        assertEquals(115, rows.getDouble("average.rows[3].sum.amount"), EXACT);
        assertEquals(Arrays.asList("QMA", "QMC", null), rows.getList("max.rows.partnerCode"));
        assertEquals(Arrays.asList("QMH", null), rows.getList("min.rows.partnerCode"));
        assertEquals(Arrays.asList("QMD", "QMG", null), rows.getList("count.rows.partnerCode"));
    }

    /** In 1902 the sums are 180 of QMA, 70 of QMC, 60 of QMB, 5 of QMH, and 10 of the former unit and its successors. */
    @Test
    void smallGroupsAreLeftOutOrInTheRemainder() {
        JsonPath rows = Graph.data(
                        """
                        query ($filter: TradeFlowFilterInput!) {
                          large: tradeSummary(filter: $filter, groupBy: [PARTNER], combine: [VALUATIONS], measures: [SUM, SHARE],
                              orderBy: SUM, minValue: 60) { rows { partnerCode sum { amount } share } notes }
                          top: tradeSummary(filter: $filter, groupBy: [PARTNER], combine: [VALUATIONS], measures: [SUM], orderBy: SUM,
                              top: 2, minValue: 61) { rows { partnerCode other sum { amount } } }
                          years: tradeSummary(filter: $filter, groupBy: [PERIOD, PARTNER], combine: [VALUATIONS], measures: [SUM, GROWTH],
                              orderBy: SUM, top: 1, minValue: 61) { rows { partnerCode other } } }
                        """,
                        Map.of(
                                "filter",
                                Map.of(
                                        "datasets",
                                        List.of("trade_annual"),
                                        "from",
                                        1902,
                                        "to",
                                        1902,
                                        "currency",
                                        "USD")))
                .setRootPath("data");

        assertEquals(List.of("QMB", "QMC", "QMA"), rows.getList("large.rows.partnerCode"));
        // 60 of 180 + 70 + 60 + 5 + 3 + 4 + 3
        assertEquals(6000.0 / 325, rows.getDouble("large.rows[0].share"), EXACT);
        assertTrue(rows.getList("large.notes").toString().contains("below 60"));
        assertEquals(Arrays.asList("QMC", "QMA", null), rows.getList("top.rows.partnerCode"));
        // 60 + 5 + 3 + 4 + 3
        assertEquals(75, rows.getDouble("top.rows[2].sum.amount"));
        assertEquals(Arrays.asList("QMC", null), rows.getList("years.rows.partnerCode"));
    }

    /** Each currency, valuation and dataset is a row of its own: imports and exports in yuan, then both in dollars, of two datasets each. */
    @Test
    void whatIsNotAddedComesInTheOrderOfItsUnits() {
        JsonPath sums = Graph.data("""
                        { tradeSummary(filter: {partners: ["QMB"], from: 1901, to: 1901}, groupBy: [PARTNER], measures: [SUM]) {
                            rows { sum { amount } } } }
                        """).setRootPath("data.tradeSummary");

        assertEquals(List.of(83, 249, 10, 1000, 30, 1000), sums.getList("rows.sum.amount"));
    }

    /** QMB is alone in QMV and in QMX, which it had joined; QMG is in no bloc. */
    @Test
    void whoIsInNoBlocIsAGroupOfItsOwn() {
        JsonPath sums = Graph.data("""
                        { tradeSummary(filter: {partners: ["QMB", "QMG"], from: 1903, to: 1903}, groupBy: [BLOC], measures: [SUM],
                                       combine: [VALUATIONS]) { rows { blocCode sum { amount } } } }
                        """).setRootPath("data.tradeSummary");

        assertEquals(Arrays.asList("QMV", "QMX", null), sums.getList("rows.blocCode"));
        assertEquals(List.of(80, 80, 7), sums.getList("rows.sum.amount"));
    }

    /** QMI is of no region and comes first. The remainder, which has no region either, is 1 + 4 after 2. */
    @Test
    void theRemainderIsNotTakenForThoseWithoutARegion() throws SQLException {
        execute("""
                insert into partner (code, kind, name_en, region) values
                  ('QMR', 'COUNTRY', 'Rho', 'Small region'), ('QMT', 'COUNTRY', 'Tau', 'Other region');
                """);
        addFigures("""
                1 1905 CHN QMI X TOTAL 5
                1 1906 CHN QMI X TOTAL 10
                1 1905 CHN QMR X TOTAL 2
                1 1906 CHN QMR X TOTAL 1
                1 1906 CHN QMT X TOTAL 4
                """);

        JsonPath rows = Graph.data("""
                        { tradeSummary(filter: {partners: ["QMI", "QMR", "QMT"], from: 1906, to: 1906}, groupBy: [PERIOD, REGION],
                                       measures: [SUM, GROWTH], growthComposition: LIKE_FOR_LIKE, top: 1) {
                            rows { region other sum { amount } growth growthFigures } } }
                        """).setRootPath("data.tradeSummary");

        assertEquals(List.of(false, true), rows.getList("rows.other"));
        assertEquals(Arrays.asList(null, null), rows.getList("rows.region"));
        assertEquals(List.of(10, 5), rows.getList("rows.sum.amount"));
        assertEquals(List.of(100.0, 150.0), rows.getList("rows.growth", Double.class));
        assertEquals(Arrays.asList(1, null), rows.getList("rows.growthFigures"));
    }

    /** Of QMA, in yuan: no imports of 1901, and 996 of exports after 830; in dollars 60 after 50 and 120 after 100. */
    @Test
    void aSumGrowsOnThoseInTheSameCurrency() {
        JsonPath rows = Graph.data("""
                        { tradeSummary(filter: {partners: ["QMA"], from: 1902, to: 1902, datasets: ["trade_annual"]}, groupBy: [PERIOD],
                                       measures: [SUM, GROWTH], growthComposition: LIKE_FOR_LIKE) { rows { sum { amount } growth } } }
                        """).setRootPath("data.tradeSummary");

        assertEquals(List.of(498, 996, 60, 120), rows.getList("rows.sum.amount"));
        assertNull(rows.get("rows[0].growth"));
        for (int row : List.of(1, 2, 3)) {
            assertEquals(20, rows.getDouble("rows[" + row + "].growth"), EXACT);
        }
    }

    /**
     * The largest is QMA. QMC has 16 and 4 dollars, which are 20 * 8 yuan; QMD has 25, for which its dataset gives 205. Exports and imports of QMC
     * are of two valuations, and count once.
     */
    @Test
    void theRemainderIsConvertedByWhatItsGroupsAre() {
        JsonPath rows = Graph.data("""
                        { tradeSummary(filter: {partners: ["QMA", "QMC", "QMD"], from: 1901, to: 1901, datasets: ["trade_annual"]},
                                       groupBy: [PARTNER], measures: [SUM, COUNT], combine: [VALUATIONS], convertTo: CNY, top: 1) {
                            rows { partnerCode sum { amount } count cnyPerUsd } } }
                        """).setRootPath("data.tradeSummary");

        assertEquals(Arrays.asList("QMA", null), rows.getList("rows.partnerCode"));
        assertEquals(List.of(2, 3), rows.getList("rows.count"));
        assertEquals(365, rows.getDouble("rows[1].sum.amount"), EXACT);
        assertEquals(365.0 / 45, rows.getDouble("rows[1].cnyPerUsd"), 1e-4);
    }

    /** QMG and QMH have 5 each in 1901 and 1902. */
    @Test
    void ofEqualsTheFirstByCodeIsTheTop() {
        for (String groupBy : List.of("PARTNER", "PERIOD, PARTNER")) {
            JsonPath rows = Graph.data("""
                            { tradeSummary(filter: {partners: ["QMG", "QMH"], from: 1901, to: 1902, currency: USD}, groupBy: [%s],
                                           measures: [SUM], combine: [VALUATIONS], top: 1) { rows { partnerCode } } }
                            """.formatted(groupBy)).setRootPath("data.tradeSummary");

            assertEquals("QMG", rows.getString("rows[0].partnerCode"), groupBy);
        }
    }

    @Test
    void aRegionIsOfThePartnersInIt() throws SQLException {
        execute("""
                insert into partner (code, kind, name_en, region) values
                  ('QMR', 'COUNTRY', 'Rho', 'Small region'), ('QMS', 'COUNTRY', 'Sigma', 'Small region'), ('QMT', 'COUNTRY', 'Tau', 'Other region');
                """);
        addFigures("""
                1 1906 CHN QMR X TOTAL 1
                1 1906 CHN QMS X TOTAL 2
                1 1906 CHN QMT X TOTAL 4
                """);

        assertPartnersOf1906(List.of("QMR", "QMS"), "regions: [\"Small region\"]");
    }

    /** QMI joined on the last day of 1906 and QMJ left on it; QMG joined a day later, and QMH left a day before. */
    @Test
    void membersOfAYearAreThoseOfItsLastDay() throws SQLException {
        execute("""
                insert into membership (bloc_code, partner_code, starts, starts_precision, ends, role, verified, source_ids, release_id) values
                  ('QMV', 'QMI', '1906-12-31', 'DAY', null, 'member', true, '{}', 1),
                  ('QMV', 'QMJ', '1900-01-01', 'DAY', '1906-12-31', 'member', true, '{}', 1),
                  ('QMV', 'QMG', '1907-01-01', 'DAY', null, 'member', true, '{}', 1),
                  ('QMV', 'QMH', '1900-01-01', 'DAY', '1906-12-30', 'member', true, '{}', 1);
                """);
        addFigures("""
                1 1906 CHN QMI X TOTAL 1
                1 1906 CHN QMJ X TOTAL 2
                1 1906 CHN QMG X TOTAL 4
                1 1906 CHN QMH X TOTAL 8
                """);

        assertPartnersOf1906(List.of("QMI", "QMJ"), "blocs: [\"QMV\"]");
    }

    private void addFigures(String lines) throws SQLException {
        List<WorldFigure> figures = WorldFigure.figures(lines);
        execute(WorldFigure.asReported(figures.stream()) + WorldFigure.asSums(figures.stream()));
        tally("f.period = '1906-01-01'");
    }

    /** In sums and in figures. */
    private static void assertPartnersOf1906(List<String> partners, String filter) {
        JsonPath answer = Graph.data("""
                        { tradeSummary(filter: {%1$s, from: 1906, to: 1906}, groupBy: [PARTNER], measures: [SUM]) { rows { partnerCode } }
                          tradeFlows(filter: {%1$s, from: 1906, to: 1906}, orderBy: PARTNER) { nodes { partnerCode } } }
                        """.formatted(filter)).setRootPath("data");

        assertEquals(partners, answer.getList("tradeSummary.rows.partnerCode"));
        assertEquals(partners, answer.getList("tradeFlows.nodes.partnerCode"));
    }
}
