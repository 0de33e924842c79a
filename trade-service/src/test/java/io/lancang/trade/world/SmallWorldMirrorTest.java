package io.lancang.trade.world;

import static io.lancang.trade.world.WorldFigure.Difference.CURRENCY;
import static io.lancang.trade.world.WorldFigure.Difference.FLOW;
import static io.lancang.trade.world.WorldFigure.Difference.FREQUENCY;
import static io.lancang.trade.world.WorldFigure.Difference.LEVEL;
import static io.lancang.trade.world.WorldFigure.Difference.PARTNER;
import static io.lancang.trade.world.WorldFigure.Difference.PAST;
import static io.lancang.trade.world.WorldFigure.Difference.REPORTER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.trade.Graph;
import io.lancang.trade.Impatient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What both sides report of the same goods in {@link SmallWorld}. */
@QuarkusTest
@TestProfile(Impatient.class)
class SmallWorldMirrorTest extends InSmallWorld {
    /** QMA is the one member of 1902 whose trade both sides reported: 45 to QMB, and 28 that QMD reported, have nothing beside them. */
    @Test
    void aMirrorOfABlocIsOverTheMembersThatBothSidesReported() {
        JsonPath figure = Graph.data("""
                        { bloc(code: "QMX") { mirror(flow: EXPORTS, from: 1902, to: 1902) { figures { reported { amount quality }
                            partnerReported { amount } difference { amount } gap { reason missingPartners { code } } } } } }
                        """).setRootPath("data.bloc.mirror.figures[0]");

        assertEquals(120, figure.getDouble("reported.amount"));
        assertEquals("DERIVED", figure.getString("reported.quality"));
        // of the dataset that comes first
        assertEquals(130, figure.getDouble("partnerReported.amount"));
        assertEquals(-10, figure.getDouble("difference.amount"));
        assertEquals("MEMBERS_MISSING", figure.getString("gap.reason"));
        assertEquals(List.of("QMB", "QMD"), figure.getList("gap.missingPartners.code"));
    }

    @Test
    void aMirrorHasTheYearsThatAreAskedFor() {
        JsonPath mirror = Graph.data("""
                        { partner(code: "QMA") {
                            to: mirror(flow: EXPORTS, to: 1901) { figures { period { year } reported { amount } partnerReported { amount } } }
                            both: mirror(flow: EXPORTS, from: 1901, to: 1902) { figures { period { year } partnerReported { amount } } }
                            all: mirror(flow: EXPORTS) { figures { period { year } } } } }
                        """).setRootPath("data.partner");

        assertEquals(List.of(1901), mirror.getList("to.figures.period.year"));
        assertEquals(100, mirror.getDouble("to.figures[0].reported.amount"));
        assertEquals(105, mirror.getDouble("to.figures[0].partnerReported.amount"));
        assertEquals(List.of(1901, 1902), mirror.getList("both.figures.period.year"));
        assertEquals(List.of(105, 130), mirror.getList("both.figures.partnerReported.amount"));
        // a report of 1903 was put right: there is none any more
        assertEquals(List.of(1901, 1902), mirror.getList("all.figures.period.year"));
    }

    @Test
    void aMirrorOfWhatWentOnIsWhatCameAsSuch() {
        JsonPath figures = Graph.data("""
                        { partner(code: "QMB") { mirror(flow: RE_EXPORTS) { figures { period { year } reported { amount }
                            partnerReported { amount } difference { amount } } } } }
                        """).setRootPath("data.partner.mirror.figures");

        assertEquals(List.of(1903), figures.getList("period.year"));
        assertEquals(List.of(6), figures.getList("reported.amount"));
        assertEquals(List.of(5), figures.getList("partnerReported.amount"));
        assertEquals(List.of(1), figures.getList("difference.amount"));
    }

    /**
     * What QMA imports, and what the others say that they sold to it: of 1905 and 1906. The first dataset has both of QMA and China; that
     * of QMB in 1906 is in the second alone, and the first has what differs from it in one thing. Nobody sold QMA anything in 1908.
     */
    @Test
    void eachReportIsOfTheGoodsYearAndSideThatAreAsked() throws SQLException {
        List<WorldFigure> ofSecond = WorldFigure.figures("""
                2 1906 QMA QMB M TOTAL 110
                2 1906 QMB QMA X TOTAL 100
                """);
        List<WorldFigure> beside = ofSecond.stream().map(figure -> figure.in(1)).toList();
        List<WorldFigure> ofAnotherYear = WorldFigure.figures("1 1908 QMB QMA X TOTAL 1");
        execute(WorldFigure.asReported(Stream.concat(ofSecond.stream(), WorldFigure.figures("""
                        1 1905 QMA QMB M TOTAL 55
                        1 1905 QMB QMA X TOTAL 50
                        1 1905 QMC QMA X TOTAL 20
                        1 1906 QMA CHN M TOTAL 44
                        1 1906 CHN QMA X TOTAL 40
                        2 1906 QMA CHN M TOTAL 444
                        2 1906 CHN QMA X TOTAL 440
                        1 1906 QMA QMC M TOTAL 12
                        1 1906 QMC QMA X TOTAL 10
                        1 1906 QMA QMA M TOTAL 1000
                        1 1906 QMA QMA X TOTAL 1000
                        1 1907 QMA QMA X TOTAL 5
                        1 1908 QMA QMB M TOTAL 5
                        """).stream()))
                + WorldFigure.asReported(
                        WorldFigure.like(beside, FREQUENCY, REPORTER, PARTNER, FLOW, LEVEL, CURRENCY, PAST))
                // that it is a member is on record twice
                + """
                insert into membership (bloc_code, partner_code, starts, starts_precision, role, verified, source_ids, release_id)
                values ('QMX', 'QMB', '1903-01-01', 'DAY', 'member', true, '{}', 1);
                """
                + WorldFigure.asReported(
                        WorldFigure.like(ofAnotherYear, FREQUENCY, PARTNER, FLOW, LEVEL, CURRENCY, PAST)));

        JsonPath found = Graph.data("""
                        { beta: partner(code: "QMB") { %1$s } gamma: partner(code: "QMC") { %1$s } china: partner(code: "CHN") { %1$s }
                          some: bloc(code: "QMX") { %1$s } }
                        """.formatted("""
                        it: mirror(reporter: "QMA", from: 1905) { figures { period { year } reported { amount }
                          partnerReported { amount } gap { reason } } }""")).setRootPath("data");

        assertEquals(List.of(1905, 1906), found.getList("beta.it.figures.period.year"));
        assertEquals(List.of(55, 110), found.getList("beta.it.figures.reported.amount"));
        assertEquals(List.of(50, 100), found.getList("beta.it.figures.partnerReported.amount"));
        assertNull(found.get("gamma.it.figures[0].reported"));
        assertEquals(20, found.getInt("gamma.it.figures[0].partnerReported.amount"));
        assertEquals(12, found.getInt("gamma.it.figures[1].reported.amount"));
        assertEquals(10, found.getInt("gamma.it.figures[1].partnerReported.amount"));
        assertEquals(List.of(1906), found.getList("china.it.figures.period.year"));
        assertEquals(List.of(44), found.getList("china.it.figures.reported.amount"));
        assertEquals(List.of(40), found.getList("china.it.figures.partnerReported.amount"));
        // QMB alone in 1905, QMB and China in 1906: QMC left before, and QMA does not trade with itself
        assertEquals(List.of(55, 154), found.getList("some.it.figures.reported.amount"));
        assertEquals(List.of(50, 140), found.getList("some.it.figures.partnerReported.amount"));
        assertNull(found.get("some.it.figures[1].gap"));
    }
}
