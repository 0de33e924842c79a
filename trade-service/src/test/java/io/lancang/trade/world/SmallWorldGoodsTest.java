package io.lancang.trade.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.trade.Graph;
import io.lancang.trade.Impatient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * In how few goods exports concentrate, in {@link SmallWorld} and beside what is like them but for one thing. Exports by chapter:
 *
 * <pre>
 *                  1901             1902
 * first dataset
 *   QMB       20 of 01, 10 of 02
 *   QMC       20 of 01, 60 of 03    90 of 03
 *   WORLD     30 of 01, as it is given; 10 of 02, by the sum over partners
 * second dataset
 *   QMB      900 of 01, 100 of 02   40 of 01
 *   QMC                             30 of 01
 *   QMH       30 of 01, 30 of 02
 * </pre>
 */
@QuarkusTest
@TestProfile(Impatient.class)
class SmallWorldGoodsTest extends InSmallWorld {
    /** Each of the others differs in one thing from a sum that counts, and would change every share. */
    private static final String GOODS = """
            insert into trade_rollup (dataset_id, frequency, period, reporter_code, partner_code, flow, product_code, currency,
                                      valuation, amount, quality, source_ids, parts, computed, release_id, superseded_by)
            select f.dataset_id, f.frequency::"char", f.period::date, f.reporter, f.partner, f.flow::"char", f.product, f.currency,
                   'FOB', f.amount, 'R', '{IMF_DOTS_2022}', 1, false, 1, f.superseded_by
            from (values
              (2, 'A', '1902-01-01', 'CHN', 'QMB', 'X', 'H6:01', 'USD', 40, null::bigint),
              (2, 'A', '1901-01-01', 'CHN', 'QMH', 'X', 'H6:01', 'USD', 30, null),
              (2, 'A', '1901-01-01', 'CHN', 'QMH', 'X', 'H6:02', 'USD', 30, null),
              (1, 'A', '1901-01-01', 'CHN', 'WORLD', 'X', 'H6:01', 'USD', 30, null),
              -- of another classification, level, frequency, flow, currency, reporter, and of the past
              (1, 'A', '1901-01-01', 'CHN', 'QMB', 'X', 'H0:01', 'USD', 1000, null),
              (1, 'A', '1901-01-01', 'CHN', 'QMB', 'X', 'H6:I', 'USD', 1000, null),
              (1, 'M', '1901-01-01', 'CHN', 'QMB', 'X', 'H6:01', 'USD', 1000, null),
              (1, 'A', '1901-01-01', 'CHN', 'QMB', 'M', 'H6:01', 'USD', 1000, null),
              (1, 'A', '1901-01-01', 'CHN', 'QMB', 'X', 'H6:01', 'CNY', 1000, null),
              (1, 'A', '1901-01-01', 'KOR', 'QMB', 'X', 'H6:01', 'USD', 1000, null),
              (1, 'A', '1901-01-01', 'CHN', 'QMB', 'X', 'H6:01', 'USD', 1000, 1),
              -- the same of the world's chapter 02, and one of another year and one of another dataset
              (1, 'M', '1901-01-01', 'CHN', 'WORLD', 'X', 'H6:02', 'USD', 1000, null),
              (1, 'A', '1902-01-01', 'CHN', 'WORLD', 'X', 'H6:02', 'USD', 1000, null),
              (1, 'A', '1901-01-01', 'CHN', 'WORLD', 'M', 'H6:02', 'USD', 1000, null),
              (1, 'A', '1901-01-01', 'CHN', 'WORLD', 'X', 'H6:02', 'CNY', 1000, null),
              (1, 'A', '1901-01-01', 'KOR', 'WORLD', 'X', 'H6:02', 'USD', 1000, null),
              (2, 'A', '1901-01-01', 'CHN', 'WORLD', 'X', 'H6:02', 'USD', 1000, null),
              (1, 'A', '1901-01-01', 'CHN', 'WORLD', 'X', 'H6:02', 'USD', 1000, 1)
            ) f (dataset_id, frequency, period, reporter, partner, flow, product, currency, amount, superseded_by);
            insert into trade_product_rollup (dataset_id, frequency, period, reporter_code, flow, product_code, currency, valuation,
                                              amount, quality, source_ids, parts, figures, release_id, superseded_by)
            select 1, f.frequency::"char", '1901-01-01', f.reporter, f.flow::"char", f.product, f.currency, 'FOB', f.amount, 'D',
                   '{IMF_DOTS_2022}', 1, 1, 1, f.superseded_by
            from (values
              ('A', 'CHN', 'X', 'H6:01', 'USD', 90, null::bigint),
              ('A', 'CHN', 'X', 'H6:02', 'USD', 10, null),
              -- of a chapter that has no sum that counts
              ('M', 'CHN', 'X', 'H6:04', 'USD', 1000, null),
              ('A', 'CHN', 'M', 'H6:04', 'USD', 1000, null),
              ('A', 'CHN', 'X', 'H6:04', 'CNY', 1000, null),
              ('A', 'KOR', 'X', 'H6:04', 'USD', 1000, null),
              ('A', 'CHN', 'X', 'H6:04', 'USD', 1000, 1)
            ) f (frequency, reporter, flow, product, currency, amount, superseded_by);
            """;

    @BeforeEach
    void makeGoods() throws SQLException {
        execute(GOODS);
    }

    @Test
    void eachConcentratesInTheChaptersOfItsOwnYearAndOfTheDatasetThatComesFirst() {
        JsonPath found = Graph.data("""
                        { beta: partner(code: "QMB") { trade { first: %1$s second: %2$s } }
                          gamma: partner(code: "QMC") { trade { first: %1$s second: %2$s } }
                          theta: partner(code: "QMH") { trade { first: %1$s } }
                          world: partner(code: "WORLD") { trade { first: %1$s } } }
                        """.formatted(in(1901), in(1902))).setRootPath("data");

        // (20/30)² + (10/30)², then one chapter alone
        assertEquals(5.0 / 9, found.getDouble("beta.trade.first.index"), EXACT);
        assertEquals(1, found.getDouble("beta.trade.second.index"), EXACT);
        // (20/80)² + (60/80)², then one chapter alone
        assertEquals(0.625, found.getDouble("gamma.trade.first.index"), EXACT);
        assertEquals(1, found.getDouble("gamma.trade.second.index"), EXACT);
        // (30/60)² twice
        assertEquals(0.5, found.getDouble("theta.trade.first.index"), EXACT);
        // (30/40)² + (10/40)²
        assertEquals(0.625, found.getDouble("world.trade.first.index"), EXACT);
        assertEquals(2, found.getInt("world.trade.first.count"));
    }

    private static String in(int year) {
        return "concentrationDetail(year: " + year
                + ", by: PRODUCT, flow: EXPORTS, classification: HS2022, level: 2) { index count }";
    }
}
