package io.lancang.trade.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.kit.load.LoadResult;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sums that a release keeps, compared with sums by hand. */
class RollupTest {
    private static final SampleFigures FIGURES = SampleFigures.ofToday();

    @AfterAll
    static void stopDatabase() {
        FIGURES.close();
    }

    @BeforeEach
    void forgetFigures() throws SQLException {
        FIGURES.clear();
    }

    @Test
    void sumsSubheadingsUpToChapterSectionAndAllGoods() throws Exception {
        FIGURES.load("2024-01-01,LAO,H6:854231,5,R", "2024-01-01,LAO,H6:854232,7,R", "2024-01-01,LAO,H6:840110,1,R");

        assertEquals(
                List.of("LAO H6:84 1 D 1", "LAO H6:85 12 D 2", "LAO H6:XVI 13 D 3", "LAO TOTAL 13 D 3"),
                sums("computed"));
    }

    @Test
    void takesAChapterAsItIsGivenAndAddsWhatIsBesideIt() throws Exception {
        FIGURES.load("2024-01-01,LAO,H6:85,20,R", "2024-01-01,LAO,H6:854231,5,R", "2024-01-01,LAO,H6:840110,1,R");

        assertEquals(List.of("LAO H6:85 20 R 1"), sums("not computed"));
        assertEquals(List.of("LAO H6:84 1 D 1", "LAO H6:XVI 21 D 2", "LAO TOTAL 21 D 2"), sums("computed"));
    }

    @Test
    void countsAHeadingOnceWhereItsSubheadingsAreGivenToo() throws Exception {
        FIGURES.load(
                "2024-01-01,LAO,H6:8542,30,R",
                "2024-01-01,LAO,H6:854231,5,R",
                "2024-01-01,THA,H6:854231,6,R",
                "2024-01-01,THA,H6:8541,2,R");

        assertEquals(List.of("LAO H6:85 30 D 1", "THA H6:85 8 D 2"), sums("computed and product_code = 'H6:85'"));
    }

    @Test
    void sumsChaptersOfNoSectionIntoAllGoodsToo() throws Exception {
        FIGURES.load("2024-01-01,LAO,H6:999999,5,R", "2024-01-01,LAO,H6:854231,7,R");

        assertEquals(
                List.of("LAO H6:85 7 D 1", "LAO H6:99 5 D 1", "LAO H6:XVI 7 D 1", "LAO TOTAL 12 D 2"),
                sums("computed"));
    }

    @Test
    void sumsEachYearOfALoadByItself() throws Exception {
        FIGURES.load(
                "2022-12-01,LAO,H6:854231,1,R",
                "2023-01-01,LAO,H6:854231,5,R",
                "2023-01-01,THA,H6:854232,3,R",
                "2024-01-01,LAO,H6:854231,7,R");

        assertEquals(
                List.of("2022-12-01 1 1", "2023-01-01 8 2", "2024-01-01 7 1"),
                FIGURES.query("select period, amount, parts from trade_product_rollup"
                        + " where superseded_by is null and product_code = 'TOTAL' order by 1"));
    }

    @Test
    void takesAllGoodsAsTheyAreGiven() throws Exception {
        FIGURES.load("2024-01-01,LAO,TOTAL,100,R", "2024-01-01,LAO,H6:854231,5,R");

        assertEquals(List.of("LAO TOTAL 100 R 1"), sums("product_code = 'TOTAL'"));
    }

    @Test
    void countsGoodsOnceThatAreGivenInTwoClassifications() throws Exception {
        FIGURES.load("2024-01-01,LAO,H6:85,5,R", "2024-01-01,LAO,S3:7,5,R");

        assertEquals(List.of("LAO TOTAL 5 D 1"), sums("product_code = 'TOTAL'"));
    }

    @Test
    void isAsWeakAsTheWeakestPart() throws Exception {
        FIGURES.load("2024-01-01,LAO,H6:854231,5,E", "2024-01-01,LAO,H6:840110,1,C", "2024-01-01,LAO,H6:840120,1,R");

        assertEquals(
                List.of("LAO H6:84 2 C 2", "LAO H6:85 5 E 1", "LAO H6:XVI 7 E 3", "LAO TOTAL 7 E 3"), sums("computed"));
    }

    @Test
    void sumsAProductOfAnyLevelOverPartnersButNotOverAggregates() throws Exception {
        FIGURES.load("2024-01-01,LAO,H6:854231,5,R", "2024-01-01,THA,H6:854231,7,R", "2024-01-01,WORLD,H6:854231,99,R");

        assertEquals(
                List.of("H6:85 12 D 2", "H6:8542 12 D 2", "H6:854231 12 D 2", "H6:XVI 12 D 2", "TOTAL 12 D 2"),
                byProduct());
    }

    /** Laos alone has the chapter, by two subheadings of two sources. */
    @Test
    void namesEachSourceOfASumOverPartners() throws Exception {
        FIGURES.load(
                "2024-01-01,LAO,H6:854231,5,R,CHN,USD,M,GACC_2024",
                "2024-01-01,LAO,H6:854232,7,R,CHN,USD,M,IMF_DOTS_2022");

        assertEquals(
                List.of(
                        "H6:85 {GACC_2024,IMF_DOTS_2022}",
                        "H6:8542 {GACC_2024,IMF_DOTS_2022}",
                        "H6:854231 {GACC_2024}",
                        "H6:854232 {IMF_DOTS_2022}",
                        "H6:XVI {GACC_2024,IMF_DOTS_2022}",
                        "TOTAL {GACC_2024,IMF_DOTS_2022}"),
                FIGURES.query(
                        "select product_code, source_ids from trade_product_rollup where superseded_by is null order by 1"));
    }

    /** A year of which no test loads anything else: its figures are a new partition, of which they share what they can. */
    @Test
    void isAsWeakAsTheWeakestPartInAYearThatIsNew() throws Exception {
        FIGURES.load("2011-01-01,LAO,H6:854231,5,E", "2011-01-01,LAO,H6:840110,1,C", "2011-01-01,LAO,H6:840120,1,R");

        assertEquals(
                List.of("LAO H6:84 2 C 2", "LAO H6:85 5 E 1", "LAO H6:XVI 7 E 3", "LAO TOTAL 7 E 3"), sums("computed"));
    }

    @Test
    void hasTheQualityThatAllFiguresOfANewYearShare() throws Exception {
        FIGURES.load("2012-01-01,LAO,H6:854231,5,E", "2012-01-01,LAO,H6:840110,1,E");

        assertEquals(
                List.of("LAO H6:84 1 E 1", "LAO H6:85 5 E 1", "LAO H6:XVI 6 E 2", "LAO TOTAL 6 E 2"), sums("computed"));
        assertEquals(List.of("LAO HS2022 6 2"), tallied());
    }

    @Test
    void tellsFiguresOfANewYearFromSumsOfThem() throws Exception {
        FIGURES.load("2013-01-01,LAO,H6:854231,5,R");

        assertEquals(
                List.of("H6:85 5 D 1", "H6:8542 5 D 1", "H6:854231 5 R 1", "H6:XVI 5 D 1", "TOTAL 5 D 1"), byProduct());
    }

    @Test
    void sumsProductsOfANewYearOverPartnersButNotOverAggregates() throws Exception {
        FIGURES.load("2014-01-01,LAO,H6:854231,5,R", "2014-01-01,THA,H6:854231,7,R", "2014-01-01,WORLD,H6:854231,99,R");

        assertEquals(
                List.of("H6:85 12 D 2", "H6:8542 12 D 2", "H6:854231 12 D 2", "H6:XVI 12 D 2", "TOTAL 12 D 2"),
                byProduct());
        assertEquals(List.of("LAO HS2022 6 1", "THA HS2022 6 1", "WORLD HS2022 6 1"), tallied());
    }

    @Test
    void takesAChapterOfANewYearAsItIsGivenAndAddsWhatIsBesideIt() throws Exception {
        FIGURES.load("2015-01-01,LAO,H6:85,20,R", "2015-01-01,LAO,H6:854231,5,R", "2015-01-01,LAO,H6:840110,1,R");

        assertEquals(
                List.of("LAO H6:84 1 D 1", "LAO H6:85 20 R 1", "LAO H6:XVI 21 D 2", "LAO TOTAL 21 D 2"), sums("true"));
        assertEquals(List.of("LAO HS2022 2 1", "LAO HS2022 6 2"), tallied());
    }

    @Test
    void countsGoodsOfANewYearOnceThatAreGivenInTwoClassifications() throws Exception {
        FIGURES.load("2016-01-01,LAO,H6:85,5,R", "2016-01-01,LAO,S3:7,5,R");

        assertEquals(List.of("LAO TOTAL 5 D 1"), sums("product_code = 'TOTAL'"));
        assertEquals(List.of("LAO HS2022 2 1", "LAO SITC3 1 1"), tallied());
    }

    /** 3 + 5.5 of two partners; what the world is said to trade is no part of it. */
    @Test
    void isNoEstimateWhereOnlyAnAggregateIs() throws Exception {
        FIGURES.load(
                "2024-01-01,LAO,H6:854231,3,R", "2024-01-01,THA,H6:854231,5.5,R", "2024-01-01,WORLD,H6:854231,8,E");

        assertEquals(
                List.of("H6:85 8.5 D 2", "H6:8542 8.5 D 2", "H6:854231 8.5 D 2", "H6:XVI 8.5 D 2", "TOTAL 8.5 D 2"),
                byProduct());
    }

    @Test
    void revisesOnlySumsWhoseFiguresChanged() throws Exception {
        long first = FIGURES.load(
                "2024-01-01,LAO,H6:854231,5,R", "2024-01-01,LAO,H6:840110,1,R", "2024-02-01,LAO,H6:85,3,R");

        long second = FIGURES.load(
                "2024-01-01,LAO,H6:854231,6,R", "2024-01-01,LAO,H6:840110,1,R", "2024-02-01,LAO,H6:85,3,R");

        assertEquals(
                List.of("H6:84 " + first, "H6:85 " + second, "H6:XVI " + second, "TOTAL " + second),
                FIGURES.query("select product_code, release_id from trade_rollup"
                        + " where superseded_by is null and period = '2024-01-01' order by 1"));
        assertEquals(
                List.of("" + first),
                FIGURES.query("select distinct release_id from trade_rollup where period = '2024-02-01'"));
        assertEquals(
                List.of("6"),
                seenAs("amount", "trade_rollup", "TOTAL", first),
                "the sum as it was before the revision");
    }

    @Test
    void closesSumsOfFiguresThatAreGone() throws Exception {
        FIGURES.load("2024-01-01,LAO,H6:854231,5,R", "2024-02-01,LAO,H6:854231,5,R");

        FIGURES.load("2024-01-01,LAO,H6:854231,5,R");

        assertEquals(
                List.of("2024-01-01"),
                FIGURES.query("select distinct period from trade_rollup where superseded_by is null"));
        assertEquals(
                List.of("2024-01-01"),
                FIGURES.query("select distinct period from trade_product_rollup where superseded_by is null"));
    }

    @Test
    void leavesOtherMonthsAloneWhereAFileReplacesItsOwn() throws Exception {
        FIGURES.load("2024-01-01,LAO,H6:854231,5,R", "2024-02-01,LAO,H6:854231,5,R");

        LoadResult result = FIGURES.loadMonths("2024-02-01,THA,H6:854231,8,R");

        long release = ((LoadResult.Loaded) result).release();
        assertEquals(new LoadResult.Loaded(release, 1, 0, 1, 1), result);
        assertEquals(
                List.of("2024-01-01 LAO 5", "2024-02-01 THA 8"),
                FIGURES.query("select period, partner_code, amount from trade_rollup"
                        + " where superseded_by is null and product_code = 'TOTAL' order by 1"));
    }

    private static List<String> sums(String condition) throws SQLException {
        return FIGURES.query("select partner_code, product_code, amount, quality, parts from trade_rollup"
                + " where superseded_by is null and " + condition + " order by 1, 2");
    }

    private static List<String> byProduct() throws SQLException {
        return FIGURES.query("select product_code, amount, quality, parts from trade_product_rollup"
                + " where superseded_by is null order by 1");
    }

    private static List<String> tallied() throws SQLException {
        return FIGURES.query("select partner_code, classification, level, figures from trade_flow_tally"
                + " where superseded_by is null order by 1, 2, 3");
    }

    private static List<String> seenAs(String column, String table, String product, long release) throws SQLException {
        return FIGURES.query("select " + column + " from " + table + " where period = '2024-01-01' and product_code = '"
                + product + "' and release_id <= " + release + " and (superseded_by is null or superseded_by > "
                + release + ")");
    }
}
