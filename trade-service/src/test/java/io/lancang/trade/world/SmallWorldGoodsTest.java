package io.lancang.trade.world;

import static io.lancang.trade.world.WorldFigure.Difference.CLASSIFICATION;
import static io.lancang.trade.world.WorldFigure.Difference.LEVEL;
import static io.lancang.trade.world.WorldFigure.Difference.PARTNER;
import static io.lancang.trade.world.WorldFigure.Difference.YEAR;
import static io.lancang.trade.world.WorldFigure.Difference.allBut;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.trade.Graph;
import io.lancang.trade.Impatient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
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
    /** What differs in one thing from a sum that counts, or from one that is not given, would change every share. */
    @BeforeEach
    void makeGoods() throws SQLException {
        execute(WorldFigure.asSums(WorldFigure.figures("""
                        2 1902 CHN QMB X H6:01 40
                        2 1901 CHN QMH X H6:01 30
                        2 1901 CHN QMH X H6:02 30
                        1 1901 CHN WORLD X H6:01 30
                        2 1901 CHN WORLD X H6:02 1000
                        """).stream())
                + WorldFigure.asSums(
                        WorldFigure.like(WorldFigure.figures("1 1901 CHN QMB X H6:01 20"), allBut(YEAR, PARTNER)))
                + WorldFigure.asSums(WorldFigure.like(
                        WorldFigure.figures("1 1901 CHN WORLD X H6:02 10"), allBut(PARTNER, CLASSIFICATION, LEVEL)))
                + WorldFigure.asSumsOverPartners(WorldFigure.figures("""
                        1 1901 CHN - X H6:01 90
                        1 1901 CHN - X H6:02 10
                        """).stream())
                // of a chapter that has no sum that counts
                + WorldFigure.asSumsOverPartners(WorldFigure.like(
                        WorldFigure.figures("1 1901 CHN - X H6:04 1"), allBut(YEAR, PARTNER, CLASSIFICATION, LEVEL))));
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

    /** Of 1901 the first dataset counts, with 1 and 1, and of 1902 the second, with 1 and 3: its 98 and 2 of 1901 do not. */
    @Test
    void goodsOfEachYearAreOfTheDatasetThatCountsInIt() throws SQLException {
        List<WorldFigure> figures = WorldFigure.figures("""
                1 1901 CHN QMI X H6:01 1
                1 1901 CHN QMI X H6:02 1
                2 1901 CHN QMI X H6:01 98
                2 1901 CHN QMI X H6:02 2
                2 1902 CHN QMI X H6:01 1
                2 1902 CHN QMI X H6:02 3
                """);
        execute(WorldFigure.asReported(figures.stream()) + WorldFigure.asSums(figures.stream()));

        JsonPath found = trade("partner", "QMI", "first: " + in(1901) + " second: " + in(1902));

        // (1/2)² twice; (1/4)² + (3/4)²
        assertEquals(0.5, found.getDouble("first.index"), EXACT);
        assertEquals(0.625, found.getDouble("second.index"), EXACT);
    }

    private static String in(int year) {
        return "concentrationDetail(year: " + year
                + ", by: PRODUCT, flow: EXPORTS, classification: HS2022, level: 2) { index count }";
    }
}
