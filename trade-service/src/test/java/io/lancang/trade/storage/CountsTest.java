package io.lancang.trade.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.kit.load.LoadResult;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many figures a release leaves, and the sums of years, compared with counts and sums by hand. */
class CountsTest {
    private static final SampleFigures FIGURES = SampleFigures.ofToday();

    /** 99 up to 100, 350 for each of thirteen powers of ten, and that from 10^15 on. */
    private static final int LAST_CLASS = 4650;

    @AfterAll
    static void stopDatabase() {
        FIGURES.close();
    }

    @BeforeEach
    void forgetFigures() throws SQLException {
        FIGURES.clear();
    }

    @Test
    void areOfEachPartnerMonthAndLevel() throws Exception {
        FIGURES.load(
                "2024-01-01,LAO,H6:854231,5,R",
                "2024-01-01,LAO,H6:854232,7,R",
                "2024-01-01,LAO,H6:85,12,R",
                "2024-01-01,LAO,S3:7,12,R",
                "2024-02-01,LAO,H6:854231,1,R",
                "2024-01-01,WORLD,TOTAL,99,R");

        assertEquals(
                List.of(
                        "2024-01-01 LAO HS2022 2 1",
                        "2024-01-01 LAO HS2022 6 2",
                        "2024-01-01 LAO SITC3 1 1",
                        "2024-01-01 WORLD ALL 0 1",
                        "2024-02-01 LAO HS2022 6 1"),
                FIGURES.query("select period, partner_code, classification, level, figures from trade_flow_tally"
                        + " where superseded_by is null order by 1, 2, 3, 4"));
    }

    @Test
    void tellTheReleaseThatBroughtFiguresNowAndBefore() throws Exception {
        long first = FIGURES.load("2024-01-01,LAO,H6:854231,5,R", "2024-01-01,LAO,H6:854232,7,R");

        long second = FIGURES.load("2024-01-01,LAO,H6:854231,6,R", "2024-01-01,LAO,H6:854232,7,R");

        assertEquals(List.of(first + " 1", second + " 1"), tally(second));
        assertEquals(List.of(first + " 2"), tally(first));
    }

    @Test
    void areGoneWithTheFigures() throws Exception {
        long first = FIGURES.load(
                "2024-01-01,LAO,H6:854231,5,R", "2024-01-01,LAO,H6:854232,7,R", "2024-01-01,THA,H6:854232,7,R");

        long second = FIGURES.load("2024-01-01,LAO,H6:854231,5,R");

        assertEquals(List.of(first + " 1"), tally(second));
        assertEquals(List.of(first + " 1", first + " 2"), tally(first));
    }

    /**
     * 5 and 5.9 are of the class of 5, the fifth; 0.5 is below the first. 101 is the beginning of the 101st. Then 198, 199 and 200 are those of
     * 198 to 200, and 201.5 is of the 200th, which goes up to 202. Those of the world are none of everybody's.
     */
    @Test
    void areOfClassesOfAmounts() throws Exception {
        FIGURES.load(
                "2024-01-01,LAO,H6:854231,5,R",
                "2024-01-01,LAO,H6:854232,5.9,R",
                "2024-01-01,THA,H6:854231,101,R",
                "2024-01-01,THA,H6:854232,201.5,R",
                "2024-01-01,VNM,H6:854232,0.5,R",
                "2024-01-01,WORLD,H6:854231,99,R",
                "2024-01-01,LAO,H6:85,7,R",
                "2024-01-01,LAO/M,H6:854231,9000000000000000,R");

        assertEquals(
                List.of("M 6 {" + LAST_CLASS + "} {1}", "X 2 {7} {1}", "X 6 {0,5,101,200} {1,3,4,5}"),
                FIGURES.query("select flow, level, classes, up_to from trade_amount_tally order by 1, 2"));
    }

    @Test
    void comeBackWithAWithdrawal() throws Exception {
        FIGURES.load("2024-01-01,LAO,H6:854231,5,R", "2024-01-01,LAO,H6:854232,7,R");
        long second = FIGURES.load("2024-01-01,LAO,H6:854231,6,R");

        FIGURES.withdraw(second);

        assertEquals(
                List.of("2"), FIGURES.query("select sum(figures) from trade_flow_tally where superseded_by is null"));
        assertEquals(List.of("{5,7} {1,2}"), FIGURES.query("select classes, up_to from trade_amount_tally"));
    }

    @Test
    void ofASumOverPartnersAreThoseThatItIsOver() throws Exception {
        FIGURES.load(
                "2024-01-01,LAO,H6:854231,5,R",
                "2024-01-01,LAO,H6:854232,7,R",
                "2024-01-01,THA,H6:854231,6,R",
                "2024-01-01,WORLD,H6:854231,99,R");

        assertEquals(
                List.of(
                        "H6:85 18 3 2 6 12",
                        "H6:8542 18 3 3 null null",
                        "H6:854231 11 2 2 5 6",
                        "H6:854232 7 1 1 7 7",
                        "H6:XVI 18 3 2 6 12",
                        "TOTAL 18 3 2 6 12"),
                FIGURES.query("select product_code, amount, parts, figures, smallest, largest from trade_product_rollup"
                        + " where superseded_by is null order by 1"));
    }

    @Test
    void ofASumThatStaysTheSameAreRevised() throws Exception {
        long first = FIGURES.load("2024-01-01,LAO,H6:854231,5,R", "2024-01-01,THA,H6:854231,7,R");

        long second = FIGURES.load("2024-01-01,LAO,H6:854231,4,R", "2024-01-01,THA,H6:854231,8,R");

        String sums = "select amount, smallest, largest from trade_product_rollup where product_code = 'H6:854231'";
        assertEquals(List.of("12 5 7"), FIGURES.query(sums + seenAt(first)));
        assertEquals(List.of("12 4 8"), FIGURES.query(sums + seenAt(second)));
    }

    @Test
    void leaveTheQualityOfASingleFigureAsItIs() throws Exception {
        FIGURES.load(
                "2024-01-01,LAO,H6:854231,5,R",
                "2024-01-01,LAO,H6:854232,5,E",
                "2024-01-01,LAO,H6:854239,5,R",
                "2024-01-01,THA,H6:854239,5,R",
                "2024-01-01,WORLD,H6:854232,5,R");

        assertEquals(
                List.of("H6:8542 E", "H6:854231 R", "H6:854232 E", "H6:854239 D"),
                FIGURES.query("select product_code, quality from trade_product_rollup"
                        + " where superseded_by is null and product_code like 'H6:8542%' order by 1"));
    }

    @Test
    void ofAYearAreThoseOfItsMonths() throws Exception {
        long first = FIGURES.load(
                "2023-12-01,LAO,H6:854231,1,R",
                "2024-01-01,LAO,H6:854231,5,R",
                "2024-02-01,LAO,H6:854231,7,R",
                "2024-02-01,THA,H6:854231,2,E");

        LoadResult.Loaded second = (LoadResult.Loaded) FIGURES.loadMonths("2024-02-01,LAO,H6:854231,3,R");

        String years = "select period, amount, figures, smallest, largest, quality from trade_product_year"
                + " where product_code = 'H6:854231'";
        assertEquals(
                List.of("2023-01-01 1 1 1 1 R", "2024-01-01 14 3 2 7 E"),
                FIGURES.query(years + seenAt(first) + " order by 1"));
        assertEquals(
                List.of("2023-01-01 1 1 1 1 R", "2024-01-01 8 2 3 5 R"),
                FIGURES.query(years + seenAt(second.release()) + " order by 1"));
    }

    @Test
    void ofAYearWithoutFiguresAreNone() throws Exception {
        FIGURES.load("2023-12-01,LAO,H6:854231,1,R", "2024-01-01,LAO,H6:854231,5,R");

        FIGURES.load("2023-12-01,LAO,H6:854231,1,R");

        assertEquals(
                List.of("2023-01-01"),
                FIGURES.query("select distinct period from trade_product_year where superseded_by is null"));
    }

    private static List<String> tally(long release) throws SQLException {
        return FIGURES.query(
                "select brought_by, figures from trade_flow_tally where true" + seenAt(release) + " order by 1, 2");
    }

    private static String seenAt(long release) {
        return " and release_id <= " + release + " and (superseded_by is null or superseded_by > " + release + ")";
    }
}
