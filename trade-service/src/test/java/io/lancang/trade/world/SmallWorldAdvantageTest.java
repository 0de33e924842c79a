package io.lancang.trade.world;

import static io.lancang.trade.world.WorldFigure.Difference.FLOW;
import static io.lancang.trade.world.WorldFigure.Difference.PARTNER;
import static io.lancang.trade.world.WorldFigure.Difference.REPORTER;
import static io.lancang.trade.world.WorldFigure.Difference.allBut;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.Impatient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What partners of {@link SmallWorld} are good at selling, whom it suits, and what goes both ways, in 1906. */
@QuarkusTest
@TestProfile(Impatient.class)
class SmallWorldAdvantageTest extends InSmallWorld {
    private static final String OF_CHAPTERS = "year: 1906, classification: HS2022, level: 2";

    /**
     * The first dataset knows one exporter, which is nothing to compare with, the second three, the one without precedence four. Of 160 the
     * second has 50 of chapter 01, 6 of 02, 100 of 03 and 4 of 05.
     */
    private void sell() throws SQLException {
        List<WorldFigure> exports = WorldFigure.figures("""
                1 1906 QMA QMJ X H6:02 7
                2 1906 QMA QMJ X H6:01 30
                2 1906 QMA QMJ X H6:04 0
                2 1906 QMA QMJ X H6:05 4
                2 1906 QMA QMJ X H6:02 6
                2 1906 QMB QMJ X H6:03 60
                2 1906 QMB QMJ X H6:01 20
                2 1906 QMC QMJ X H6:03 40
                4 1906 QMA QMJ X H6:01 1
                4 1906 QMB QMJ X H6:01 1
                4 1906 QMC QMJ X H6:02 1
                4 1906 QMD QMJ X H6:03 1
                """);
        execute(WorldFigure.asSums(Stream.concat(
                        exports.stream(), WorldFigure.like(List.of(exports.get(1), exports.get(8)), allBut(REPORTER))))
                // the sum of all of them, as one exporter
                + WorldFigure.asSums(WorldFigure.figures("""
                        2 1906 QMX QMJ X H6:01 160
                        4 1906 QMX QMJ X H6:01 4
                        """).stream()));
    }

    /** Two sell chapter 01, one 02 and one 03, as much each: what anybody sells is a half or a quarter of all. */
    @Test
    void complexityIsOfTheDatasetWithMostExporters() throws SQLException {
        sell();

        JsonPath found = Graph.data(
                        "{ it: economicComplexity(market: \"QMJ\", " + OF_CHAPTERS
                                + ") { economies { code diversity extensiveMargin } products { product { code } ubiquity } dataset { id } } }")
                .setRootPath("data.it");

        assertEquals("partners", found.getString("dataset.id"));
        assertEquals(
                List.of("QMA 50.0", "QMB 50.0", "QMC 25.0", "QMD 25.0"),
                found.<Map<String, Object>>getList("economies").stream()
                        .map(economy -> economy.get("code") + " " + economy.get("extensiveMargin"))
                        .sorted()
                        .toList());
        assertEquals(2, found.getInt("products.find { it.product.code == '01' }.ubiquity"));
        assertEquals(3, found.getList("products").size());
    }

    @Test
    void eachIsGoodAtSellingWhatTheOthersSellLessOfInTheFirstDatasetWithSeveral() throws SQLException {
        sell();

        JsonPath found = Graph.data(
                        """
                        { alpha: partner(code: "QMA") { %1$s } beta: partner(code: "QMB") { %1$s } delta: partner(code: "QMD") { %1$s } }
                        """.formatted("it: revealedComparativeAdvantage(market: \"QMJ\", " + OF_CHAPTERS + """
                        ) { exporters dataset { id } gap { reason }
                          products { index exporterShare marketShare product { code } } }"""))
                .setRootPath("data");

        assertEquals(3, found.getInt("alpha.it.exporters"));
        assertEquals("trade_annual_gacc_2023_2024", found.getString("beta.it.dataset.id"));
        // Nobody else sells 02 and 05; who sells nothing of 04 cannot be better at it than others.
        assertEquals(List.of("02", "05", "01", "04"), found.getList("alpha.it.products.product.code"));
        // 40 of 160 are of the first
        assertEquals(4, found.getDouble("alpha.it.products[0].index"), EXACT);
        assertEquals(4, found.getDouble("alpha.it.products[1].index"), EXACT);
        // 30 of 40, and 50 of 160
        assertEquals(2.4, found.getDouble("alpha.it.products[2].index"), EXACT);
        assertEquals(75, found.getDouble("alpha.it.products[2].exporterShare"), EXACT);
        assertEquals(31.25, found.getDouble("alpha.it.products[2].marketShare"), EXACT);
        assertNull(found.get("alpha.it.products[3].index"));
        // 60 of 80, and 100 of 160; 20 of 80, and 50 of 160
        assertEquals(List.of("03", "01"), found.getList("beta.it.products.product.code"));
        assertEquals(1.2, found.getDouble("beta.it.products[0].index"), EXACT);
        assertEquals(0.8, found.getDouble("beta.it.products[1].index"), EXACT);
        // of four with 1 each, the only one that sells 03
        assertEquals(4, found.getInt("delta.it.exporters"));
        assertEquals(4, found.getDouble("delta.it.products[0].index"), EXACT);
        assertNull(found.get("delta.it.gap"));
    }

    /**
     * What the partners export, in percent of it, and what others import, by chapter.
     *
     * <pre>
     *              01  02  03  04
     * first dataset
     *   QMA        60  40            of what it reports with the world
     *   QMB        10      90        the same
     *   QMC        75  25            of the sum over its partners
     *   QMD           100            to QMH alone
     *   QMJ        30  30  40        of what it reports with the world
     *   QMI        25  75            of the sum over its partners
     *   QMH        20  20  60        of what QMA, QMB and QMD say they sold to it
     *   QME       100                of what QMA says it sold to it, alone
     *   QMF       100                of what it reports with QMA alone
     * second dataset
     *   QMG                25  75
     *   QMC                        and 100 of 05
     *   QMJ               100
     *   QME           100            of what QMB and QMC say they sold to it
     * </pre>
     */
    private void compose() throws SQLException {
        List<WorldFigure> withWorld = WorldFigure.figures("""
                1 1906 QMA WORLD X H6:01 60
                1 1906 QMA WORLD X H6:02 40
                1 1906 QMB WORLD X H6:01 10
                1 1906 QMB WORLD X H6:03 90
                1 1906 QMJ WORLD M H6:01 30
                1 1906 QMJ WORLD M H6:02 30
                1 1906 QMJ WORLD M H6:03 40
                2 1906 QMG WORLD X H6:03 10
                2 1906 QMG WORLD X H6:04 30
                2 1906 QMJ WORLD M H6:03 1000
                2 1906 QMA WORLD X H6:05 1000
                2 1906 QMH WORLD M H6:01 1000
                2 1906 QMC WORLD M H6:01 1000
                2 1906 QMC WORLD X H6:05 10
                1 1906 QMI WORLD X H6:01 5
                1 1906 QMF WORLD X H6:01 5
                2 1906 QMF WORLD M H6:01 5
                1 1906 QMH WORLD X H6:01 0
                1 1906 QMZ WORLD M H6:01 0
                """);
        List<WorldFigure> overPartners = WorldFigure.figures("""
                1 1906 QMC - X H6:01 30
                1 1906 QMC - X H6:02 10
                1 1906 QMI - M H6:01 10
                1 1906 QMI - M H6:02 30
                1 1906 QMD - X H6:02 10
                1 1906 QMG - X H6:01 10
                1 1906 QMF - M H6:01 10
                """);
        List<WorldFigure> withPartners = WorldFigure.figures("""
                1 1906 QMA QMH X H6:01 10
                1 1906 QMB QMH X H6:03 30
                1 1906 QMD QMH X H6:02 10
                1 1906 QMG QMF X H6:01 10
                1 1906 QMA QME X H6:01 10
                1 1906 QMC QMF X H6:01 30
                1 1906 QMC QMG X H6:02 10
                1 1906 QMI QMF M H6:01 10
                1 1906 QMI QMG M H6:02 30
                1 1906 QMF QMA M H6:01 10
                1 1906 QMB QMJ X H6:05 1000
                2 1906 QMB QME X H6:02 50
                2 1906 QMC QME X H6:02 50
                """);
        execute(WorldFigure.asSums(withWorld.stream())
                + WorldFigure.asSums(WorldFigure.like(List.of(withWorld.getFirst(), withWorld.get(4)), allBut(PARTNER)))
                + WorldFigure.asSumsOverPartners(overPartners.stream())
                + WorldFigure.asSumsOverPartners(
                        WorldFigure.like(List.of(overPartners.getFirst(), overPartners.get(2)), allBut(PARTNER)))
                // where there is trade with the world, a sum over those partners that there are says less
                + WorldFigure.asSumsOverPartners(WorldFigure.figures("1 1906 QMA - X H6:05 1000").stream())
                + WorldFigure.asSums(withPartners.stream())
                + WorldFigure.asSums(WorldFigure.like(withPartners.subList(0, 1), allBut(REPORTER, PARTNER)))
                // of QMD, which sells to one alone, with another, of what is not compared
                + WorldFigure.asSums(
                        WorldFigure.like(WorldFigure.figures("1 1906 QMD QMF X H6:02 10"), allBut(REPORTER, PARTNER)))
                // all of them together, as one exporter, and what one of them has with them
                + WorldFigure.asSums(WorldFigure.figures("""
                        1 1906 QMX QMH X H6:01 1000
                        1 1906 QMD QMX X H6:02 10
                        """).stream()));
    }

    @Test
    void exportsSuitWhatTheImporterReportsOfItsTradeWithAll() throws SQLException {
        compose();
        JsonPath found = suiting("QMJ");

        assertEquals(60, found.getDouble("alpha.it.index"), EXACT);
        assertEquals(List.of("01", "02", "03"), found.getList("alpha.it.products.product.code"));
        assertEquals(List.of(30.0, 30.0, 0.0), found.getList("alpha.it.products.overlap"));
        assertEquals(List.of(60.0, 40.0, 0.0), found.getList("alpha.it.products.exportShare"));
        assertEquals(List.of(30.0, 30.0, 40.0), found.getList("alpha.it.products.importShare"));
        // 10 and 40
        assertEquals(50, found.getDouble("beta.it.index"), EXACT);
        assertEquals(List.of("03", "01", "02"), found.getList("beta.it.products.product.code"));
        // 30 and 25
        assertEquals(55, found.getDouble("gamma.it.index"), EXACT);
        assertEquals("ALL_PARTNERS", found.getString("alpha.it.exportBasis"));
        assertEquals("ALL_PARTNERS", found.getString("gamma.it.exportBasis"));
        assertEquals("ALL_PARTNERS", found.getString("gamma.it.importBasis"));
        assertEquals("trade_annual", found.getString("gamma.it.dataset.id"));
        // Of what it sells to one alone nobody knows whom it suits.
        assertNull(found.get("delta.it.index"));
        assertEquals(
                "Of QMD and QMJ only the trade with one partner in 1906 is loaded, so that there is no whole to compare with.",
                found.getString("delta.it.gap.detail"));
        // The first dataset has its trade with one partner, the second all of it: 25 of 100.
        assertEquals(25, found.getDouble("eta.it.index"), EXACT);
        assertEquals("trade_annual_gacc_2023_2024", found.getString("eta.it.dataset.id"));
    }

    @Test
    void exportsSuitTheSumOfWhatTheImporterReportsOfItsPartners() throws SQLException {
        compose();
        JsonPath found = suiting("QMI");

        // what is sold and not bought adds nothing
        assertEquals(List.of("01", "02", "03"), found.getList("beta.it.products.product.code"));
        // 25 and 40, 10, and 25 twice
        assertEquals(65, found.getDouble("alpha.it.index"), EXACT);
        assertEquals(10, found.getDouble("beta.it.index"), EXACT);
        assertEquals(50, found.getDouble("gamma.it.index"), EXACT);
        assertEquals("ALL_PARTNERS", found.getString("alpha.it.importBasis"));
    }

    @Test
    void exportsSuitWhatAllSayThatTheySoldToAnImporterWhoReportsNothing() throws SQLException {
        compose();
        JsonPath found = suiting("QMH");

        // 20 and 20, 10 and 60, and 20
        assertEquals(40, found.getDouble("alpha.it.index"), EXACT);
        assertEquals(70, found.getDouble("beta.it.index"), EXACT);
        assertEquals(20, found.getDouble("delta.it.index"), EXACT);
        assertEquals("ALL_PARTNERS", found.getString("alpha.it.exportBasis"));
        assertEquals("BILATERAL", found.getString("delta.it.exportBasis"));
        assertEquals(
                List.of("MIRRORED", "MIRRORED"),
                List.of(found.getString("alpha.it.importBasis"), found.getString("delta.it.importBasis")));
    }

    @Test
    void exportsOfOneSuitWhatItAloneSaysThatItSold() throws SQLException {
        compose();
        JsonPath found = suiting("QME");

        assertEquals(60, found.getDouble("alpha.it.index"), EXACT);
        assertEquals("BILATERAL", found.getString("alpha.it.importBasis"));
        assertNull(found.get("beta.it.index"));
        // The second dataset has all that QMC exports, and two who sold to QME.
        assertEquals(0, found.getDouble("gamma.it.index"), EXACT);
        assertEquals("MIRRORED", found.getString("gamma.it.importBasis"));
    }

    @Test
    void exportsSuitNobodyWhoReportsTradeWithOneAloneOrBuysNothing() throws SQLException {
        compose();

        assertNull(suiting("QMF").get("beta.it.index"));
        assertEquals("NOT_COVERED", suiting("QMZ").getString("alpha.it.gap.reason"));
    }

    /** Neither one's own imports nor exports of nothing are anything to compare with. */
    @Test
    void nobodySuitsItselfAndWhoSellsNothingSuitsNobody() throws SQLException {
        compose();
        JsonPath found = suiting("QMI");

        assertNull(found.get("itself.it.index"));
        assertNull(found.get("theta.it.index"));
    }

    private static JsonPath suiting(String importer) {
        return Graph.data("""
                        { alpha: partner(code: "QMA") { %1$s } beta: partner(code: "QMB") { %1$s } gamma: partner(code: "QMC") { %1$s }
                          delta: partner(code: "QMD") { %1$s } eta: partner(code: "QMG") { %1$s } theta: partner(code: "QMH") { %1$s }
                          itself: partner(code: "%2$s") { %1$s } }
                        """.formatted(
                        "it: tradeComplementarity(importer: \"" + importer + "\", " + OF_CHAPTERS + """
                        ) { index exportBasis importBasis gap { reason detail } dataset { id }
                          products { overlap exportShare importShare product { code } } }""", importer))
                .setRootPath("data");
    }

    /**
     * The first dataset has both ways of QMA, the second imports of QMB as they are reported, the first only as QMB sold them; of QMC it
     * has exports alone, and of QMD nothing but what is of another kind.
     */
    @Test
    void whatGoesBothWaysWithinAChapterIsOfOneDatasetAndOfImportsAsReportedBeforeOthers() throws SQLException {
        List<WorldFigure> counted = WorldFigure.figures("""
                1 1906 QMJ QMA X H6:01 30
                1 1906 QMJ QMA M H6:01 10
                1 1906 QMJ QMA M H6:02 20
                1 1906 QMA QMJ X H6:03 500
                1 1906 QMJ QMB X H6:01 40
                1 1906 QMB QMJ X H6:01 40
                2 1906 QMJ QMB X H6:01 40
                2 1906 QMJ QMB M H6:01 10
                2 1906 QMJ QMA X H6:01 10
                2 1906 QMJ QMA M H6:01 10
                1 1906 QMJ QMC X H6:01 30
                2 1906 QMC QMJ X H6:01 30
                1 1906 QMJ QMD X H6:01 30
                1 1906 QMD QMJ X H6:01 10
                """);
        execute(WorldFigure.asSums(counted.stream())
                + WorldFigure.asSums(WorldFigure.like(counted.subList(0, 1), allBut(PARTNER, FLOW)))
                + WorldFigure.asSums(WorldFigure.like(counted.subList(13, 14), allBut(REPORTER))));

        JsonPath found = Graph.data("""
                        { alpha: partner(code: "QMA") { %1$s } beta: partner(code: "QMB") { %1$s } gamma: partner(code: "QMC") { %1$s }
                          delta: partner(code: "QMD") { %1$s } }
                        """.formatted("it: intraIndustryTrade(reporter: \"QMJ\", " + OF_CHAPTERS + """
                        ) { index mirrored dataset { id } gap { reason } }"""))
                .setRootPath("data");

        // of 60, 30 - 10 and 20 go one way
        assertEquals(100 - 100 * 40.0 / 60, found.getDouble("alpha.it.index"), EXACT);
        assertFalse(found.getBoolean("alpha.it.mirrored"));
        assertEquals("trade_annual", found.getString("alpha.it.dataset.id"));
        // of 50, 40 - 10 go one way
        assertEquals(100 - 100 * 30.0 / 50, found.getDouble("beta.it.index"), EXACT);
        assertFalse(found.getBoolean("beta.it.mirrored"));
        assertEquals("trade_annual_gacc_2023_2024", found.getString("beta.it.dataset.id"));
        assertEquals("NOT_COVERED", found.getString("gamma.it.gap.reason"));
        // of 40, 30 - 10 go one way
        assertEquals(50, found.getDouble("delta.it.index"), EXACT);
        assertTrue(found.getBoolean("delta.it.mirrored"));
    }
}
