package io.lancang.trade.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.Impatient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
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
}
