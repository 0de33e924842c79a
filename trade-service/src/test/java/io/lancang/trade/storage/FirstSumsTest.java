package io.lancang.trade.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sums of the first load of a dataset, which are made in another way where its figures are all of one level. */
class FirstSumsTest {
    private static final SampleFigures FIGURES = SampleFigures.ofToday();

    @AfterAll
    static void stopDatabase() {
        FIGURES.close();
    }

    @BeforeEach
    void forgetThatThereWereFigures() throws SQLException {
        FIGURES.clearPartitions();
    }

    /** LAO 5 + 7 of chapter 85 and 1 of chapter 84, of section XVI both, and 2 of chapter 99, of none: 15 in all. */
    @Test
    void areOfChapterSectionAndAllGoods() throws Exception {
        FIGURES.load(
                "2024-01-01,LAO,H6:854231,5,R",
                "2024-01-01,LAO,H6:854232,7,R",
                "2024-01-01,LAO,H6:840110,1,R",
                "2024-01-01,LAO,H6:999999,2,R");

        assertEquals(
                List.of("H6:84 1 D 1", "H6:85 12 D 2", "H6:99 2 D 1", "H6:XVI 13 D 3", "TOTAL 15 D 4"),
                FIGURES.query("select product_code, amount, quality, parts from trade_rollup order by 1"));
        assertEquals(List.of("LAO 6 4"), FIGURES.query("select partner_code, level, figures from trade_flow_tally"));
    }

    /** 5 + 7 of two partners; the heading has no smallest of its own, and 99 of the world are not added to its members. */
    @Test
    void areOfProductsOverPartnersButNotOverAggregates() throws Exception {
        FIGURES.load("2024-01-01,LAO,H6:854231,5,R", "2024-01-01,THA,H6:854231,7,R", "2024-01-01,WORLD,H6:854231,99,E");

        assertEquals(
                List.of(
                        "H6:85 12 D 2 5 7",
                        "H6:8542 12 D 2 null null",
                        "H6:854231 12 D 2 5 7",
                        "H6:XVI 12 D 2 5 7",
                        "TOTAL 12 D 2 5 7"),
                FIGURES.query("select product_code, amount, quality, figures, smallest, largest"
                        + " from trade_product_rollup order by 1"));
    }

    @Test
    void areThoseOfTheSameFiguresLoadedLater() throws Exception {
        assertLaterSumsAreTheSame(
                "2022-12-01,LAO,H6:854231,1.25,R",
                "2022-12-01,LAO/M,H6:854231,4,E",
                "2023-02-01,LAO,H6:854231,5,R",
                "2023-02-01,LAO,H6:854110,0,R",
                "2023-02-01,LAO,H6:010121,0.5,C",
                "2023-02-01,THA,H6:854231,7,E",
                "2023-02-01,THA/M,H6:854232,2,R",
                "2023-02-01,THA/M,H6:999999,11,R",
                "2023-02-01,WORLD,H6:854231,30,E",
                "2023-02-01,WORLD,H6:640110,8,R",
                "2024-01-01,VNM,H6:840110,100000000000.75,R",
                "1999-01-01,VNM,H6:840120,3,C");
    }

    @Test
    void ofHeadingsAreThoseOfTheSameFiguresLoadedLater() throws Exception {
        assertLaterSumsAreTheSame(
                "2023-02-01,LAO,H6:8542,5,R", "2023-02-01,LAO,H6:8401,2,E", "2023-02-01,THA/M,H6:8542,3,R");
    }

    @Test
    void ofSeveralLevelsAreThoseOfTheSameFiguresLoadedLater() throws Exception {
        assertLaterSumsAreTheSame(
                "2023-02-01,LAO,H6:8542,5,R", "2023-02-01,LAO,H6:854231,2,R", "2023-02-01,THA,H6:8401,9,R");
    }

    @Test
    void ofChaptersAreThoseOfTheSameFiguresLoadedLater() throws Exception {
        assertLaterSumsAreTheSame("2023-02-01,LAO,H6:84,5,R", "2023-02-01,LAO,H6:85,2,R", "2023-02-01,THA,H6:85,9,R");
    }

    /** Rows of two years, which several workers sum, come in the order in which lists and questions want them. */
    @Test
    void lieInTheOrderInWhichTheyAreRead() throws Exception {
        FIGURES.load(
                "2024-02-01,THA,H6:854231,1,R",
                "2024-02-01,LAO/M,H6:010121,2,R",
                "2024-01-01,THA/M,H6:854110,3,R",
                "2023-03-01,LAO,H6:854231,4,R",
                "2023-03-01,THA,H6:010121,5,R",
                "2023-01-01,LAO/M,H6:854231,6,R");

        String byPartner = "select partner_code, product_code, period, flow from trade_rollup order by ";
        String byProduct = "select period, flow, product_code from trade_product_rollup order by ";
        assertEquals(FIGURES.query(byPartner + "1, 2, 3, 4"), FIGURES.query(byPartner + "ctid"));
        assertEquals(FIGURES.query(byProduct + "1, 2, 3"), FIGURES.query(byProduct + "ctid"));
    }

    /** Half of what a row would take is the same in all of them. */
    @ParameterizedTest
    @ValueSource(strings = {"trade_rollup_d900", "trade_product_rollup_d900"})
    void keepWhatTheyShareBesideTheirTable(String partition) throws Exception {
        FIGURES.load("2024-01-01,LAO,H6:854231,5,R", "2024-02-01,THA,H6:854232,7,R");

        assertEquals(
                List.of("currency", "dataset_id", "release_id", "reporter_code", "source_ids"),
                FIGURES.query("select attname from pg_attribute where attrelid = '" + partition
                        + "'::regclass and atthasmissing order by 1"));
        assertEquals(
                List.of(),
                FIGURES.query("select attname from pg_attribute where attrelid = '" + partition
                        + "'::regclass and atthasdef"));
    }

    /** The year that is there has sums already, with which those of the new one have to be compared. */
    @Test
    void ofAYearThatIsNewAreAddedToThoseThatAreThere() throws Exception {
        FIGURES.loadMonths("2022-01-01,LAO,H6:854231,5,R");

        FIGURES.loadMonths("2023-01-01,LAO,H6:854231,6,R");

        assertEquals(
                List.of("2022-01-01 5", "2023-01-01 6"),
                FIGURES.query("select period, amount from trade_rollup where product_code = 'TOTAL' order by 1"));
    }

    private static void assertLaterSumsAreTheSame(String... rows) throws SQLException, IOException {
        FIGURES.load(rows);
        List<String> first = everything();
        FIGURES.clear();

        FIGURES.load(rows);

        assertEquals(first, everything());
    }

    private static List<String> everything() throws SQLException {
        List<String> all = new ArrayList<>();
        for (String table : List.of(
                "trade_rollup",
                "trade_product_rollup",
                "trade_product_year",
                "trade_level_total",
                "trade_flow_tally",
                "trade_amount_tally")) {
            all.addAll(FIGURES.query(
                    "select to_jsonb(t) - '{release_id,brought_by}'::text[] from " + table + " t order by 1"));
        }
        return all;
    }
}
