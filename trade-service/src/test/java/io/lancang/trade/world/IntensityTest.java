package io.lancang.trade.world;

import static io.lancang.trade.world.WorldFigure.Difference.CURRENCY;
import static io.lancang.trade.world.WorldFigure.Difference.FREQUENCY;
import static io.lancang.trade.world.WorldFigure.Difference.LEVEL;
import static io.lancang.trade.world.WorldFigure.Difference.PAST;
import static io.lancang.trade.world.WorldFigure.Difference.YEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.trade.Graph;
import io.lancang.trade.Impatient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How intense trade in {@link SmallWorld} is, by Kojima's formula. */
@QuarkusTest
@TestProfile(Impatient.class)
class IntensityTest extends InSmallWorld {
    private static JsonPath intensity(String partner, String arguments) {
        return Graph.data("{ partner(code: \"" + partner + "\") { tradeIntensity(" + arguments
                        + ") { reporterCode partnerCode"
                        + " year flow index share worldShare quality gap { reason detail } datasets { id } } } }")
                .setRootPath("data.partner.tradeIntensity");
    }

    /**
     * Exports of 100 among 500 are 20 percent. The world without China, whose imports the first dataset has, imports 10300 - 300, of which
     * 1000 are the partner's by the dataset that has the world's: 10 percent, not the 40 of the second dataset.
     */
    @Test
    void comparesAPartnersShareInExportsWithItsShareInTheImportsOfTheWorldWithoutTheReporter() {
        JsonPath alpha = intensity("QMA", "year: 1901");

        assertEquals(2.0, alpha.getDouble("index"), EXACT);
        assertEquals(20.0, alpha.getDouble("share"), EXACT);
        assertEquals(10.0, alpha.getDouble("worldShare"), EXACT);
        assertEquals("REPORTED", alpha.getString("quality"));
        assertEquals("CHN", alpha.getString("reporterCode"));
        assertEquals("EXPORTS", alpha.getString("flow"));
        assertEquals(
                List.of("partners", "trade_annual"),
                alpha.getList("datasets.id").stream().sorted().toList());
        assertNull(alpha.get("gap"));
    }

    /** Imports of 50 among 300; exports of 800 among 8500 - 500. The 50 are an estimate. */
    @Test
    void comparesAPartnersShareInImportsWithItsShareInTheExportsOfTheWorld() {
        JsonPath alpha = intensity("QMA", "year: 1901, flow: IMPORTS");

        assertEquals(100 * 50.0 / 300, alpha.getDouble("share"), EXACT);
        assertEquals(10.0, alpha.getDouble("worldShare"), EXACT);
        assertEquals(5.0 / 3, alpha.getDouble("index"), EXACT);
        assertEquals("ESTIMATED", alpha.getString("quality"));
    }

    /** Exports of 30 among 500; imports of 500, which the second dataset alone has, among 10000. */
    @Test
    void takesAPartnersTotalFromAnotherDatasetThanTheWorldsWhereThatLacksIt() {
        JsonPath beta = intensity("QMB", "year: 1901");

        assertEquals(6.0 / 5, beta.getDouble("index"), EXACT);
        assertEquals("DERIVED", beta.getString("quality"));
        assertEquals(3, beta.getList("datasets").size());
    }

    @Test
    void answersManyPartnersTogetherEachForItself() {
        JsonPath answer = Graph.data("""
                { bloc(code: "QMX") { members(asOf: "1902-12-31") { partner { code tradeIntensity(year: 1901) { index } } } } }
                """).setRootPath("data.bloc.members.partner");

        assertEquals(2.0, answer.getDouble("find { it.code == 'QMA' }.tradeIntensity.index"), EXACT);
        assertEquals(1.2, answer.getDouble("find { it.code == 'QMB' }.tradeIntensity.index"), EXACT);
        assertNull(answer.get("find { it.code == 'QMD' }.tradeIntensity.index"));
    }

    /**
     * The second dataset has all that counts of 1905: exports of 40 and 10 among 100, imports of 30 and 20 among 230 - 30. The first, which
     * comes before it, has what differs from them in one thing; the one without precedence has more of everything.
     */
    @Test
    void isOfWhatIsAskedAlone() throws SQLException {
        List<WorldFigure> counted = WorldFigure.figures("""
                2 1905 CHN QMA X TOTAL 40
                2 1905 CHN QMB X TOTAL 10
                2 1905 CHN WORLD X TOTAL 100
                2 1905 QMA WORLD M TOTAL 30
                2 1905 QMB WORLD M TOTAL 20
                2 1905 CHN WORLD M TOTAL 30
                2 1905 WORLD WORLD M TOTAL 230
                """);
        // the one without precedence first, since rows of one rank come as they lie
        execute(WorldFigure.asReported(WorldFigure.figures("4 1905 WORLD WORLD M TOTAL 5000").stream())
                + WorldFigure.asReported(counted.stream())
                + WorldFigure.asReported(WorldFigure.like(
                        counted.stream().map(figure -> figure.in(1)).toList(), YEAR, FREQUENCY, LEVEL, CURRENCY, PAST))
                + WorldFigure.asReported(WorldFigure.figures("""
                        1 1905 CHN QMA M TOTAL 500
                        1 1905 CHN WORLD M TOTAL 1000
                        1 1905 CHN QMD X TOTAL 40
                        2 1905 QMD WORLD M TOTAL 10
                        1 1905 QMA CHN X TOTAL 1000
                        1 1905 QMA QMB M TOTAL 1000
                        1 1905 QMA WORLD X TOTAL 1000
                        1 1905 QMB WORLD X TOTAL 1000
                        1 1905 WORLD QMA M TOTAL 1000
                        1 1905 WORLD WORLD X TOTAL 1000
                        4 1905 CHN QMA X TOTAL 1
                        4 1905 CHN WORLD X TOTAL 1000
                        4 1905 QMA WORLD M TOTAL 1000
                        4 1905 CHN WORLD M TOTAL 1000
                        4 1905 CHN QMC X TOTAL 1
                        4 1905 QMC WORLD M TOTAL 1
                        """).stream()));

        JsonPath found = Graph.data("""
                        { alpha: partner(code: "QMA") { %1$s } beta: partner(code: "QMB") { %1$s } gamma: partner(code: "QMC") { %1$s } delta: partner(code: "QMD") { %1$s } }
                        """.formatted("it: tradeIntensity(year: 1905) { share worldShare gap { detail } }"))
                .setRootPath("data");

        assertEquals(40, found.getDouble("alpha.it.share"), EXACT);
        assertEquals(15, found.getDouble("alpha.it.worldShare"), EXACT);
        assertEquals(10, found.getDouble("beta.it.share"), EXACT);
        assertEquals(10, found.getDouble("beta.it.worldShare"), EXACT);
        // exports of 1905 are in no dataset that counts for China, or in one that lacks those with all
        assertEquals(
                "No dataset has for 1905 in US dollars: exports of CHN with QMD, in one dataset with those with WORLD. A steward loads"
                        + " them as rows of these reporters.",
                found.getString("delta.it.gap.detail"));
        assertEquals(
                "No dataset has for 1905 in US dollars: exports of CHN with QMC, in one dataset with those with WORLD. A steward loads"
                        + " them as rows of these reporters.",
                found.getString("gamma.it.gap.detail"));
    }

    /** China's own total of a dataset that does not count for it is no total, unless it is the dataset of the world's. */
    @Test
    void takesNoTotalOfTheReporterFromADatasetThatDoesNotCount() throws SQLException {
        execute(WorldFigure.asReported(WorldFigure.figures("""
                2 1907 CHN QMA X TOTAL 40
                2 1907 CHN WORLD X TOTAL 100
                2 1907 QMA WORLD M TOTAL 30
                2 1907 WORLD WORLD M TOTAL 230
                4 1907 CHN WORLD M TOTAL 30
                """).stream()));

        assertEquals(
                "No dataset has for 1907 in US dollars: imports of CHN with WORLD. A steward loads them as rows of these"
                        + " reporters.",
                intensity("QMA", "year: 1907").getString("gap.detail"));
    }

    @Test
    void saysWhichTotalsAreMissing() {
        JsonPath gamma = intensity("QMC", "year: 1901");
        JsonPath later = intensity("QMA", "year: 1902");
        JsonPath others = intensity("QMA", "year: 1901, reporter: \"QMB\"");

        assertNull(gamma.get("index"));
        assertEquals("MISSING", gamma.getString("quality"));
        assertEquals(List.of(), gamma.getList("datasets"));
        assertEquals("NOT_COVERED", gamma.getString("gap.reason"));
        assertEquals(
                "No dataset has for 1901 in US dollars: imports of QMC with WORLD. A steward loads them as rows of these"
                        + " reporters.",
                gamma.getString("gap.detail"));
        assertEquals(
                "No dataset has for 1902 in US dollars: imports of QMA with WORLD; imports of WORLD with WORLD. A steward"
                        + " loads them as rows of these reporters.",
                later.getString("gap.detail"));
        assertEquals(
                "No dataset has for 1901 in US dollars: exports of QMB with QMA, in one dataset with those with WORLD. A steward"
                        + " loads them as rows of these reporters.",
                others.getString("gap.detail"));
    }

    @Test
    void hasNoIntensityWithTheWorldOrWithOneself() {
        assertEquals(
                "An intensity is of one economy's trade with another, not of CHN's with WORLD.",
                intensity("WORLD", "year: 1901").getString("gap.detail"));
        assertEquals(
                "An intensity is of one economy's trade with another, not of CHN's with CHN.",
                intensity("CHN", "year: 1901").getString("gap.detail"));
    }

    /** Nobody exported anything to the one without imports. */
    @Test
    void isUndefinedWherePartnersImportNothing() throws SQLException {
        execute("""
                update trade_flow set amount = 0 where reporter_code = 'QMB' and partner_code = 'WORLD' and period = '1901-01-01'
                """);

        JsonPath beta = intensity("QMB", "year: 1901");

        assertEquals("ZERO_BASE", beta.getString("gap.reason"));
        assertNull(beta.get("index"));
    }

    /** The world without China would import 200 - 300. */
    @Test
    void isUndefinedWhereTheWorldImportsLessThanTheReporterAlone() throws SQLException {
        execute("""
                update trade_flow set amount = 200
                where reporter_code = 'WORLD' and partner_code = 'WORLD' and flow = 'M' and period = '1901-01-01'
                """);

        JsonPath alpha = intensity("QMA", "year: 1901");

        assertEquals("ZERO_BASE", alpha.getString("gap.reason"));
        assertNull(alpha.get("index"));
    }

    @Test
    void refusesPartsOfFlowsAndUnknownReporters() {
        JsonPath parts =
                Graph.ask("{ partner(code: \"QMA\") { tradeIntensity(year: 1901, flow: RE_EXPORTS) { index } } }");
        JsonPath unknown =
                Graph.ask("{ partner(code: \"QMA\") { tradeIntensity(year: 1901, reporter: \"VNN\") { index } } }");

        assertEquals("BAD_USER_INPUT", parts.getString("errors[0].extensions.code"));
        assertEquals("NOT_FOUND", unknown.getString("errors[0].extensions.code"));
    }
}
