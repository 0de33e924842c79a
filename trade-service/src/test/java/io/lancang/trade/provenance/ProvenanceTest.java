package io.lancang.trade.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProvenanceTest extends TradeServiceTest {
    private static final String AVAILABILITY = """
            reporterCode frequency flow currency periods first { year month } last { year month } missing { year month }
            dataset { id }
            """;

    @Inject
    DataSource database;

    @Test
    void tellsOfThePastWhatSourcesWereCalledThen() throws SQLException {
        String fields = """
                %1$s: tradeFlows(filter: {partners: ["LAO"], from: 2019, to: 2019} %2$s) { nodes { source { title } } }
                %1$sRates: exchangeRates(from: 2019, to: 2019 %2$s) { source { title } }
                %1$sOf: partner(code: "LAO") { trade(from: 2019, to: 2019 %2$s) { points { sources { title } } } }
                """;
        String moment = ask("select to_char(loaded_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                + " from release order by id desc offset 1 limit 1");
        execute("update source set title = title || ' (renamed)'");
        try {
            JsonPath answer = Graph.data(
                    "{ " + fields.formatted("now", "") + fields.formatted("then", ", asOf: \"" + moment + "\"") + " }");

            for (String title : List.of(
                    "%s.nodes[0].source.title", "%sRates[0].source.title", "%sOf.trade.points[0].sources[0].title")) {
                String now = answer.getString("data." + title.formatted("now"));
                String then = answer.getString("data." + title.formatted("then"));
                assertEquals(then + " (renamed)", now);
            }
        } finally {
            execute("update source set title = replace(title, ' (renamed)', '')");
        }
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void tellsWhichYearsADatasetHas() {
        JsonPath exports = availability("partner: \"LAO\", frequency: ANNUAL")
                .setRootPath("data.availability.find { it.dataset.id == 'trade_annual' && it.flow == 'EXPORTS' }");

        assertEquals(2020, exports.getInt("last.year"));
        assertEquals("USD", exports.getString("currency"));
    }

    @Test
    void namesThePeriodsThatAreMissingInBetween() {
        JsonPath world = availability("partner: \"WORLD\", frequency: MONTHLY")
                .setRootPath(
                        "data.availability.find { it.dataset.id == 'china_monthly_total_cny' && it.flow == 'EXPORTS' }");

        assertEquals(2013, world.getInt("first.year"));
        assertEquals(6, world.getInt("last.month"));
        assertEquals(122, world.getInt("periods"));
        // January, February, November and December 2020, and all of 2021 and 2022.
        assertEquals(28, world.getList("missing").size());
        assertEquals(1, world.getInt("missing[0].month"));
    }

    /** The monthly totals of all trade have no partner but the world. */
    @Test
    void tellsOfMonthsThatTheWorldAloneHas() {
        JsonPath world = availability("frequency: MONTHLY")
                .setRootPath(
                        "data.availability.find { it.dataset.id == 'china_monthly_total_cny' && it.flow == 'EXPORTS' }");

        assertEquals(2013, world.getInt("first.year"));
        assertEquals(122, world.getInt("periods"));
    }

    @Test
    void tellsWhatThePartnerItselfReports() {
        List<String> reporters = availability("partner: \"LAO\"").getList("data.availability.reporterCode");

        assertTrue(reporters.contains("LAO"));
        assertTrue(reporters.contains("CHN"));
    }

    @Test
    void tellsEveryStateOfAFigure() {
        JsonPath states = Graph.data("""
                        { revisions(partner: "LAO", period: "2019", flow: EXPORTS) {
                            value { amount currency } changePercent current dataset { id }
                            release { fileName loadedAt } supersededBy { id } } }
                        """).setRootPath("data.revisions");

        assertEquals(1_787_923_750L, states.getLong("[0].value.amount"));
        assertTrue(states.getBoolean("[0].current"));
        assertNull(states.get("[0].changePercent"));
        assertNull(states.get("[0].supersededBy"));
        assertEquals("trade_annual.csv", states.getString("[0].release.fileName"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-13", "19", "Jan 2019", "2019-3"})
    void refuseWhatIsNoPeriod(String period) {
        JsonPath answer =
                Graph.ask("{ revisions(partner: \"LAO\", period: \"" + period + "\", flow: EXPORTS) { current } }");

        assertEquals("BAD_USER_INPUT", answer.getString("errors[0].extensions.code"));
        assertTrue(answer.getString("errors[0].message").contains(period));
    }

    @Test
    void seesNothingFromBeforeTheFirstRelease() {
        JsonPath answer = Graph.ask(
                "{ tradeFlows(filter: {partners: [\"LAO\"]}, asOf: \"2001-01-01T00:00:00Z\") { totalCount } }");

        assertEquals("BAD_USER_INPUT", answer.getString("errors[0].extensions.code"));
        assertTrue(answer.getString("errors[0].message").contains("before the first release"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "partner(code: \"LAO\") { indicators(asOf: $at) { year } }",
                "partner(code: \"LAO\") { memberships(loadedBy: $at) { role } }",
                "bloc(code: \"ASEAN\") { members(loadedBy: $at) { role } }",
                "bloc(code: \"ASEAN\") { trade(asOf: $at) { points { growth } } }",
                "partner(code: \"LAO\") { revealedComparativeAdvantage(year: 2015, asOf: $at) { exporters } }",
                "partner(code: \"LAO\") { tradeComplementarity(year: 2015, asOf: $at) { index } }",
                "product(classification: HS2022, code: \"854231\") { concordance(asOf: $at) { code } }",
                "tradeSummary(filter: {}, groupBy: [PERIOD], asOf: $at) { notes }",
                "tradeRanking(year: 2019, asOf: $at) { code }",
                "headlines(asOf: $at) { code }",
                "mirror(partner: \"LAO\", asOf: $at) { flow }",
                "fdi(concept: OUTFLOW, asOf: $at) { year }",
                "memberShares(asOf: $at) { year }",
                "provincialTrade(asOf: $at) { start }",
                "exchangeRates(asOf: $at) { cnyPerUsd }",
                "availability(asOf: $at) { periods }"
            })
    void canBeAskedFromThePastWhereverFactsAreShown(String field) {
        JsonPath answer =
                Graph.ask("query Past($at: DateTime) { " + field + " }", Map.of("at", "2001-01-01T00:00:00Z"));

        assertEquals("BAD_USER_INPUT", answer.getString("errors[0].extensions.code"), answer.prettify());
        assertTrue(answer.getString("errors[0].message").contains("before the first release"));
    }

    @Test
    void seesThePresentFromAMomentAfterTheLastRelease() {
        JsonPath answer = Graph.data("""
                { partner(code: "LAO") { trade(from: 2019, to: 2020, asOf: "2999-01-01T00:00:00Z") {
                    points { exports { amount } rank } change(from: 2019, to: 2020) { percent } } }
                  tradeFlows(filter: {partners: ["LAO"], from: 2019, to: 2019, flows: [EXPORTS]},
                             asOf: "2999-01-01T00:00:00Z") { totalCount } }
                """);

        assertEquals(1_787_923_750L, answer.getLong("data.partner.trade.points[0].exports.amount"));
        assertEquals(1, answer.getInt("data.tradeFlows.totalCount"));
    }

    private static JsonPath availability(String arguments) {
        return Graph.data("{ availability(" + arguments + ") { " + AVAILABILITY + " } }");
    }
}
