package io.lancang.trade.world;

import static io.lancang.trade.world.WorldFigure.Difference.CURRENCY;
import static io.lancang.trade.world.WorldFigure.Difference.FLOW;
import static io.lancang.trade.world.WorldFigure.Difference.FREQUENCY;
import static io.lancang.trade.world.WorldFigure.Difference.LEVEL;
import static io.lancang.trade.world.WorldFigure.Difference.PARTNER;
import static io.lancang.trade.world.WorldFigure.Difference.PAST;
import static io.lancang.trade.world.WorldFigure.Difference.REPORTER;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which years there are of {@link SmallWorld}, and what was said of one before, for a reporter of whom nothing else is known. */
@QuarkusTest
@TestProfile(Impatient.class)
class SmallWorldProvenanceTest extends InSmallWorld {
    private static final String YEARS =
            "reporterCode frequency flow currency first { year } last { year } periods missing { year } dataset { id }";

    /** With QMJ and QMI, and with all countries together, of which sums over partners tell; what is of a product or of the past counts nowhere. */
    private void report() throws SQLException {
        List<WorldFigure> withOne = WorldFigure.figures("""
                1 1903 QMJ QMI X TOTAL 1
                1 1906 QMJ QMI X TOTAL 1
                1 1904 QMJ QMI M TOTAL 1
                2 1904 QMJ QMI X TOTAL 1
                1 1905 QMI QMJ X TOTAL 1
                1 1907 QMJ QMX X TOTAL 1
                """);
        List<WorldFigure> withAll = WorldFigure.figures("""
                1 1903 QMJ - X TOTAL 1
                1 1905 QMJ - X TOTAL 1
                """);
        List<WorldFigure> ofAnotherYear = WorldFigure.figures("1 1901 QMJ QMI X TOTAL 1");
        List<WorldFigure> ofAnotherYearWithAll = WorldFigure.figures("1 1901 QMJ - X TOTAL 1");
        List<WorldFigure> ofAnotherYearWithSome = WorldFigure.figures("1 1902 QMJ QMX X TOTAL 1");
        execute(WorldFigure.asSums(withOne.stream())
                + WorldFigure.asSumsOverPartners(withAll.stream())
                + WorldFigure.asSums(WorldFigure.like(ofAnotherYear, REPORTER, PARTNER, LEVEL, PAST))
                + WorldFigure.asSums(WorldFigure.like(ofAnotherYearWithSome, REPORTER, PARTNER, LEVEL, PAST))
                + WorldFigure.asSumsOverPartners(WorldFigure.like(ofAnotherYearWithAll, REPORTER, LEVEL, PAST))
                + WorldFigure.asSums(WorldFigure.like(withOne.subList(0, 1), FREQUENCY, CURRENCY)));
    }

    @Test
    void yearsWithAPartnerAreOfBothSidesByFrequencyDatasetReporterFlowAndCurrency() throws SQLException {
        report();
        JsonPath found = availability("reporter: \"QMJ\", partner: \"QMI\"");

        assertEquals(
                List.of(
                        "QMI ANNUAL EXPORTS USD 1905 1905 1 []",
                        "QMJ ANNUAL IMPORTS USD 1904 1904 1 []",
                        "QMJ ANNUAL EXPORTS CNY 1903 1903 1 []",
                        "QMJ ANNUAL EXPORTS USD 1903 1906 2 [1904, 1905]",
                        "QMJ ANNUAL EXPORTS USD 1904 1904 1 []",
                        "QMJ MONTHLY EXPORTS USD 1903 1903 1 []"),
                lines(found));
        assertEquals(
                List.of("QMJ MONTHLY EXPORTS USD 1903 1903 1 []"),
                lines(availability("reporter: \"QMJ\", partner: \"QMI\", frequency: MONTHLY")));
    }

    @Test
    void yearsWithAnybodyAreThoseOfSumsOverCountriesAndOfPlacesThatAreNone() throws SQLException {
        report();

        assertEquals(
                List.of("QMJ ANNUAL EXPORTS USD 1903 1907 3 [1904, 1906]"), lines(availability("reporter: \"QMJ\"")));
    }

    private static JsonPath availability(String arguments) {
        return Graph.data("{ availability(" + arguments + ") { " + YEARS + " } }")
                .setRootPath("data.availability");
    }

    private static List<String> lines(JsonPath found) {
        return IntStream.range(0, found.getList("").size())
                .mapToObj(row -> Stream.of(
                                "reporterCode",
                                "frequency",
                                "flow",
                                "currency",
                                "first.year",
                                "last.year",
                                "periods",
                                "missing.year")
                        .map(field -> found.getString("[" + row + "]." + field))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** 8 became 10, and 10 became 15; the second dataset has 4, and the first one 60 in yuan. */
    @Test
    void statesAreThoseOfOneFigureEachChangedOnTheOneBefore() throws SQLException {
        List<WorldFigure> figures = WorldFigure.figures("""
                1 1906 QMJ QMI X TOTAL 10
                1 1906 QMJ QMI X TOTAL 15
                2 1906 QMJ QMI X TOTAL 4
                """);
        execute(WorldFigure.asReported(figures.stream())
                        .replaceFirst("1, null", "2, 3")
                        .replaceFirst("1, null", "3, null")
                + WorldFigure.asReported(WorldFigure.like(
                        figures.subList(0, 1), FREQUENCY, YEAR, REPORTER, PARTNER, FLOW, LEVEL, CURRENCY))
                + WorldFigure.asReported(WorldFigure.figures("1 1906 QMJ QMI X TOTAL 8").stream())
                        .replace("1, null", "1, 2"));

        JsonPath states = Graph.data("""
                        { revisions(reporter: "QMJ", partner: "QMI", period: "1906", flow: EXPORTS) {
                            value { amount currency } changePercent current dataset { id } } }
                        """).setRootPath("data.revisions");

        assertEquals(List.of(1_000_000, 8, 10, 15, 4), states.getList("value.amount"));
        assertEquals(List.of("CNY", "USD", "USD", "USD", "USD"), states.getList("value.currency"));
        assertNull(states.get("[1].changePercent"));
        assertEquals(25, states.getDouble("[2].changePercent"), EXACT);
        assertEquals(50, states.getDouble("[3].changePercent"), EXACT);
        assertNull(states.get("[4].changePercent"));
        assertEquals(List.of(true, false, false, true, true), states.getList("current"));
    }
}
