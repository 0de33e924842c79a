package io.lancang.trade.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a release of few figures sums anew: no more than they are part of, and the same as if all were summed. */
class FewChangesTest {
    private static final SampleFigures FIGURES = SampleFigures.ofToday();

    private static final String LAO_CHIPS = "2024-01-01,LAO,H6:854231,5,R";
    private static final String LAO_MEMORIES = "2024-01-01,LAO,H6:854232,7,R";
    private static final String LAO_BOILERS = "2024-01-01,LAO,H6:840110,1,E";
    private static final String THA_CHIPS = "2024-01-01,THA,H6:854231,20,R";
    private static final String THA_BOILERS = "2024-01-01,THA,H6:840110,30,C";
    private static final String WORLD_CHIPS = "2024-01-01,WORLD,H6:854231,99,R";
    private static final String LATER = "2024-02-01,THA,H6:854231,2,R";

    @AfterAll
    static void stopDatabase() {
        FIGURES.close();
    }

    @BeforeEach
    void loadFigures() throws SQLException, IOException {
        FIGURES.clear();
        FIGURES.load(LAO_CHIPS, LAO_MEMORIES, LAO_BOILERS, THA_CHIPS, THA_BOILERS, WORLD_CHIPS, LATER);
    }

    @Test
    void readNoFiguresOfOtherPartners() throws Exception {
        // Wrong on purpose: who sums Thailand's chips anew puts it right.
        FIGURES.execute("update trade_rollup set amount = 1000 where partner_code = 'THA' and product_code = 'H6:85'"
                + " and period = '2024-01-01'");

        FIGURES.load(
                "2024-01-01,LAO,H6:854231,6,R", LAO_MEMORIES, LAO_BOILERS, THA_CHIPS, THA_BOILERS, WORLD_CHIPS, LATER);

        // 6 + 7 of Laos and the 1000.
        assertEquals(List.of("LAO 13", "THA 1000", "WORLD 99"), byPartner("H6:85"));
        assertEquals(List.of("1013 2 13 1000"), byProduct("H6:85"));
    }

    @Test
    void readNoFiguresOfOtherProducts() throws Exception {
        // Wrong on purpose: of another chapter.
        FIGURES.execute("update trade_product_rollup set amount = 1000 where product_code = 'H6:840110'");

        FIGURES.load(
                "2024-01-01,LAO,H6:854231,6,R", LAO_MEMORIES, LAO_BOILERS, THA_CHIPS, THA_BOILERS, WORLD_CHIPS, LATER);

        assertEquals(List.of("1000 2 1 30"), byProduct("H6:840110"));
        // 6 + 20; 6 + 7 + 20 of the heading, whose smallest and largest figure are not given.
        assertEquals(List.of("26 2 6 20"), byProduct("H6:854231"));
        assertEquals(List.of("33 3 null null"), byProduct("H6:8542"));
    }

    /** In classes 1, 5, 7, 20 and 30 of January; Laos' chips are 6 now, and nobody looks at the others. */
    @Test
    void countNoOtherAmountsAnew() throws Exception {
        // Wrong on purpose: a figure of 40 that nobody has.
        FIGURES.execute("update trade_amount_tally set classes = classes || 40::smallint, up_to = up_to || 6"
                + " where period = '2024-01-01'");

        FIGURES.load(
                "2024-01-01,LAO,H6:854231,6,R", LAO_MEMORIES, LAO_BOILERS, THA_CHIPS, THA_BOILERS, WORLD_CHIPS, LATER);

        assertEquals(
                List.of("{1,6,7,20,30,40} {1,2,3,4,5,6}", "{2} {1}"),
                FIGURES.query("select classes, up_to from trade_amount_tally order by period"));
    }

    @Test
    void sumEverythingWhereALevelIsNew() throws Exception {
        FIGURES.execute("update trade_rollup set amount = 1000 where partner_code = 'THA' and product_code = 'H6:85'"
                + " and period = '2024-01-01'");

        FIGURES.load(
                "2024-01-01,LAO,H6:8542,30,R",
                LAO_CHIPS,
                LAO_MEMORIES,
                LAO_BOILERS,
                THA_CHIPS,
                THA_BOILERS,
                WORLD_CHIPS,
                LATER);

        // The heading of Laos counts once, and Thailand's chips are summed anew.
        assertEquals(List.of("LAO 30", "THA 20", "WORLD 99"), byPartner("H6:85"));
    }

    @Test
    void areAsIfAllWereSummedWhereAFigureIsRevised() throws Exception {
        areAsIfAllWereSummed(
                "2024-01-01,LAO,H6:854231,6,E", LAO_MEMORIES, LAO_BOILERS, THA_CHIPS, THA_BOILERS, WORLD_CHIPS, LATER);
    }

    @Test
    void areAsIfAllWereSummedWhereAFigureIsGone() throws Exception {
        areAsIfAllWereSummed(LAO_CHIPS, LAO_MEMORIES, THA_CHIPS, THA_BOILERS, WORLD_CHIPS, LATER);
    }

    @Test
    void areAsIfAllWereSummedWhereAProductIsGone() throws Exception {
        areAsIfAllWereSummed(LAO_CHIPS, LAO_BOILERS, THA_CHIPS, THA_BOILERS, WORLD_CHIPS, LATER);
    }

    @Test
    void areAsIfAllWereSummedWhereAHeadingAndItsChapterAreGone() throws Exception {
        areAsIfAllWereSummed(LAO_CHIPS, LAO_MEMORIES, THA_CHIPS, WORLD_CHIPS, LATER);
    }

    @Test
    void areAsIfAllWereSummedWhereAMonthIsGone() throws Exception {
        areAsIfAllWereSummed(LAO_CHIPS, LAO_MEMORIES, LAO_BOILERS, THA_CHIPS, THA_BOILERS, WORLD_CHIPS);
    }

    @Test
    void areAsIfAllWereSummedWhereAPartnerIsGone() throws Exception {
        areAsIfAllWereSummed(LAO_CHIPS, LAO_MEMORIES, LAO_BOILERS, WORLD_CHIPS, LATER);
    }

    @Test
    void areAsIfAllWereSummedWhereAPartnerAndAProductAreNew() throws Exception {
        areAsIfAllWereSummed(
                LAO_CHIPS,
                LAO_MEMORIES,
                LAO_BOILERS,
                THA_CHIPS,
                THA_BOILERS,
                WORLD_CHIPS,
                LATER,
                "2024-01-01,VNM,H6:854239,4,R",
                "2024-02-01,VNM,H6:999999,3,R");
    }

    @Test
    void areAsIfAllWereSummedWhereAnAggregateIsRevised() throws Exception {
        areAsIfAllWereSummed(
                LAO_CHIPS, LAO_MEMORIES, LAO_BOILERS, THA_CHIPS, THA_BOILERS, "2024-01-01,WORLD,H6:854231,98,R", LATER);
    }

    /** Loads the rows over what is there, and as the only ones of another dataset. */
    private static void areAsIfAllWereSummed(String... rows) throws SQLException, IOException {
        FIGURES.load(rows);
        FIGURES.loadOther(rows);

        for (String table :
                List.of("trade_rollup", "trade_product_rollup", "trade_product_year", "trade_level_total")) {
            assertEquals(present(table, 901), present(table, 900), table);
        }
        assertEquals(counts(901), counts(900));
        assertEquals(countsByAmount(901), countsByAmount(900));
    }

    private static List<String> present(String table, int dataset) throws SQLException {
        return FIGURES.query("select to_jsonb(t) - 'dataset_id' - 'release_id' from " + table
                + " t where superseded_by is null and dataset_id = " + dataset + " order by 1");
    }

    private static List<String> counts(int dataset) throws SQLException {
        return FIGURES.query("select period, partner_code, classification, level, sum(figures) from trade_flow_tally"
                + " where superseded_by is null and dataset_id = " + dataset
                + " group by 1, 2, 3, 4 order by 1, 2, 3, 4");
    }

    private static List<String> countsByAmount(int dataset) throws SQLException {
        return FIGURES.query("select to_jsonb(t) - 'dataset_id' from trade_amount_tally t where dataset_id = " + dataset
                + " order by 1");
    }

    private static List<String> byPartner(String product) throws SQLException {
        return FIGURES.query("select partner_code, amount from trade_rollup where superseded_by is null"
                + " and period = '2024-01-01' and product_code = '" + product + "' order by 1");
    }

    private static List<String> byProduct(String product) throws SQLException {
        return FIGURES.query(
                "select amount, figures, smallest, largest from trade_product_rollup where superseded_by is null"
                        + " and period = '2024-01-01' and product_code = '" + product + "'");
    }
}
