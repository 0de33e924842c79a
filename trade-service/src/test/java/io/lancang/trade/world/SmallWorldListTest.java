package io.lancang.trade.world;

import static io.lancang.trade.world.WorldFigure.Difference.CLASSIFICATION;
import static io.lancang.trade.world.WorldFigure.Difference.CURRENCY;
import static io.lancang.trade.world.WorldFigure.Difference.FREQUENCY;
import static io.lancang.trade.world.WorldFigure.Difference.LEVEL;
import static io.lancang.trade.world.WorldFigure.Difference.PAST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.lancang.trade.Impatient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The figures of {@link SmallWorld} as they are listed and counted, one by one. */
@QuarkusTest
@TestProfile(Impatient.class)
class SmallWorldListTest extends InSmallWorld {
    private static final String PAGES_OF_ONE = """
            query ($after: String) {
              tradeFlows(filter: {partners: ["QMA"], from: 1901, to: 1901}, orderBy: PARTNER, first: 1, after: $after) {
                nodes { value { amount } }
                pageInfo { hasNextPage endCursor }
              }
            }
            """;

    @Test
    void noFigureIsLostBetweenPagesThatDiffersInItsCurrencyOrItsDatasetAlone() {
        List<Integer> amounts = new ArrayList<>();
        Map<String, Object> where = Map.of();
        JsonPath page;
        do {
            page = Graph.data(PAGES_OF_ONE, where).setRootPath("data.tradeFlows");
            amounts.addAll(page.getList("nodes.value.amount", Integer.class));
            where = Map.of("after", page.getString("pageInfo.endCursor"));
        } while (page.getBoolean("pageInfo.hasNextPage") && amounts.size() < 10);

        // imports in dollars of the first and the second dataset; exports in yuan, and in dollars of both
        assertEquals(List.of(50, 800, 830, 100, 900), amounts);
    }

    @Test
    void productsThatAreNamedAreCountedWithoutTheOthersOfTheirLevel() {
        JsonPath flows = Graph.data("""
                        { tradeFlows(filter: {partners: ["QMB"], from: 1901, to: 1901, classification: HS2022,
                            products: ["01"]}) { totalCount nodes { value { amount } } } }
                        """).setRootPath("data.tradeFlows");

        // chapter 01 of either dataset, without chapter 02 of either
        assertEquals(2, flows.getInt("totalCount"));
        assertEquals(
                List.of(20, 900),
                flows.getList("nodes.value.amount", Integer.class).stream()
                        .sorted()
                        .toList());
    }

    /** Each figure in dollars, beside what its dataset gives for it in yuan, is what others differ from in one thing: amounts say which is which. */
    @Test
    void aFigureIsConvertedByWhatItsOwnDatasetGivesForTheSame() throws SQLException {
        List<WorldFigure> figures = WorldFigure.figures("""
                1 1905 CHN QMI X TOTAL 1
                1 1906 CHN QMI X TOTAL 2
                1 1906 CHN QMI M TOTAL 3
                1 1906 CHN QMI X H6:01 4
                2 1906 CHN QMI X TOTAL 5
                1 1906 QMB QMI X TOTAL 6
                1 1906 CHN QMJ X TOTAL 7
                """);
        WorldFigure ofMonth = figures.get(1).but(FREQUENCY).of(8);
        List<WorldFigure> all =
                Stream.concat(figures.stream(), Stream.of(ofMonth)).toList();
        // 1 is 11 yuan, 2 is 12, and so on; 9 is given in dollars alone, and there is no rate of 1906
        // What was put right is there before it and after it.
        execute(WorldFigure.asReported(Stream.of(figures.get(2).but(CURRENCY).but(PAST)))
                + WorldFigure.asReported(all.stream())
                + WorldFigure.asReported(all.stream()
                        .map(figure -> figure.but(CURRENCY).of(figure.amount().intValueExact() + 10)))
                + WorldFigure.asReported(WorldFigure.figures("1 1906 CHN QMG X TOTAL 9").stream())
                + WorldFigure.asReported(Stream.of(figures.get(1).but(CURRENCY).but(PAST))));
        tally("f.period between '1905-01-01' and '1906-12-31'");

        JsonPath flows = Graph.data(
                        """
                        { years: %1$s from: 1905, to: 1906}%2$s chapters: %1$s from: 1905, to: 1906, classification: HS2022, level: 2}%2$s months: %1$s frequency: MONTHLY, from: 1906, to: 1906}%2$s }
                        """.formatted(
                                        "tradeFlows(filter: {reporters: [\"CHN\", \"QMB\"], partners: [\"QMI\", \"QMJ\", \"QMG\"],",
                                        ") { nodes { value { amount currency } cny: converted(to: CNY) { amount { amount } } } }"))
                .setRootPath("data");

        assertEquals(List.of("1 11", "2 12", "3 13", "5 15", "6 16", "7 17", "9 null"), inYuan(flows, "years"));
        assertEquals(List.of("4 14"), inYuan(flows, "chapters"));
        assertEquals(List.of("8 18"), inYuan(flows, "months"));
    }

    /** Chapter 01 is 1 of HS2022; what differs from it in one thing is a chapter of 1992, a section, and all goods. */
    @Test
    void figuresOfALevelAreOfItsClassification() throws SQLException {
        WorldFigure chapter = WorldFigure.figures("1 1906 CHN QMI X H6:01 1").getFirst();
        execute(WorldFigure.asReported(Stream.of(chapter, chapter.but(CLASSIFICATION), chapter.but(LEVEL)))
                + WorldFigure.asReported(WorldFigure.figures("1 1906 CHN QMI X TOTAL 9").stream()));
        tally("f.period = '1906-01-01'");

        JsonPath flows = Graph.data("""
                        { tradeFlows(filter: {partners: ["QMI"], from: 1906, to: 1906, classification: HS2022, level: 2}) {
                            totalCount nodes { value { amount } } } }
                        """).setRootPath("data.tradeFlows");

        assertEquals(List.of(1), flows.getList("nodes.value.amount"));
        assertEquals(1, flows.getInt("totalCount"));
    }

    /** Figures of 1898 are monthly, and those of 1899 were put right: figures by year begin with 1901. */
    @Test
    void yearsAreRefusedThatNoFigureOfTheirFrequencyReaches() throws SQLException {
        count("M", "1898", 1, "null");
        count("A", "1899", 1, "1");

        assertTrue(Graph.ask("{ tradeFlows(filter: {from: 1899, to: 1899}) { totalCount } }")
                .getString("errors[0].message")
                .contains("reach from 1901 to "));
    }

    /** The dataset of months has had a figure of a year, which was put right. */
    @Test
    void aDatasetIsAskedForPeriodsThatItHas() throws SQLException {
        count("A", "1899", 14, "1");
        tally("f.dataset_id = 14 and f.partner_code = 'QMJ'");

        assertEquals(List.of(12, 12), Graph.data("""
                                { tradeFlows(filter: {datasets: ["trade_monthly_2024_cny"], partners: ["QMJ"], from: 1902, to: 1902,
                                                      flows: [IMPORTS]}) { nodes { value { amount } } } }
                                """).getList("data.tradeFlows.nodes.value.amount"));
    }

    private void count(String frequency, String year, int dataset, String supersededBy) throws SQLException {
        execute("""
                insert into trade_flow_tally (dataset_id, frequency, period, reporter_code, partner_code, flow, currency, classification,
                                              level, brought_by, figures, release_id, superseded_by)
                values (%d, '%s', '%s-01-01', 'CHN', 'QMA', 'X', 'USD', 'ALL', 0, 1, 1, 1, %s)""".formatted(dataset, frequency, year, supersededBy));
    }

    private static List<String> inYuan(JsonPath flows, String list) {
        String nodes = list + ".nodes";
        return IntStream.range(0, flows.getList(nodes).size())
                .mapToObj(node -> nodes + "[" + node + "].")
                .filter(node -> flows.getString(node + "value.currency").equals("USD"))
                .map(node -> flows.getString(node + "value.amount") + " " + flows.getString(node + "cny.amount.amount"))
                .sorted()
                .toList();
    }
}
