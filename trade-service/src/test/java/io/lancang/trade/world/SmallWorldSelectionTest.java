package io.lancang.trade.world;

import static io.lancang.trade.world.WorldFigure.Difference.CLASSIFICATION;
import static io.lancang.trade.world.WorldFigure.Difference.LEVEL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.trade.Graph;
import io.lancang.trade.Impatient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lists find the same partners whether they are counted by level, read for their amounts, or of products that are named. Exports of chapter
 * 01 in 1906, beside those that differ from the first in their classification or level alone.
 */
@QuarkusTest
@TestProfile(Impatient.class)
class SmallWorldSelectionTest extends InSmallWorld {
    /** QMI joined on the last day of 1906 and QMJ left on it; QMG joined a day later, and QMH left a day before. */
    @BeforeEach
    void addFigures() throws SQLException {
        execute("""
                insert into partner (code, kind, name_en, region) values
                  ('QMR', 'COUNTRY', 'Rho', 'Small region'), ('QMS', 'COUNTRY', 'Sigma', 'Small region'), ('QMT', 'COUNTRY', 'Tau', 'Other region');
                insert into membership (bloc_code, partner_code, starts, starts_precision, ends, role, verified, source_ids, release_id) values
                  ('QMV', 'QMI', '1906-12-31', 'DAY', null, 'member', true, '{}', 1),
                  ('QMV', 'QMJ', '1900-01-01', 'DAY', '1906-12-31', 'member', true, '{}', 1),
                  ('QMV', 'QMG', '1907-01-01', 'DAY', null, 'member', true, '{}', 1),
                  ('QMV', 'QMH', '1900-01-01', 'DAY', '1906-12-30', 'member', true, '{}', 1);
                """);
        List<WorldFigure> figures = WorldFigure.figures("""
                1 1906 CHN QMR X H6:01 1
                1 1906 CHN QMS X H6:01 2
                1 1906 CHN QMT X H6:01 3
                1 1906 CHN QMI X H6:01 4
                1 1906 CHN QMJ X H6:01 5
                1 1906 CHN QMG X H6:01 6
                1 1906 CHN QMH X H6:01 7
                """);
        execute(WorldFigure.asReported(
                Stream.concat(figures.stream(), WorldFigure.like(figures.subList(0, 1), CLASSIFICATION, LEVEL))));
        tally("f.period = '1906-01-01'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"level: 2", "level: 2, minValue: 0", "products: [\"01\"]", "products: [\"01\"], minValue: 0"})
    void aRegionIsOfThePartnersInIt(String goods) {
        assertAmounts(List.of(1, 2), "regions: [\"Small region\"], " + goods);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"level: 2", "level: 2, minValue: 0", "products: [\"01\"]", "products: [\"01\"], minValue: 0"})
    void membersOfAYearAreThoseOfItsLastDay(String goods) {
        assertAmounts(List.of(4, 5), "blocs: [\"QMV\"], " + goods);
    }

    private static void assertAmounts(List<Integer> amounts, String filter) {
        JsonPath flows = Graph.data("""
                        { tradeFlows(filter: {%s, classification: HS2022, from: 1906, to: 1906}) {
                            totalCount nodes { value { amount } } } }
                        """.formatted(filter)).setRootPath("data.tradeFlows");

        assertEquals(
                amounts,
                flows.getList("nodes.value.amount", Integer.class).stream()
                        .sorted()
                        .toList());
        assertEquals(amounts.size(), flows.getInt("totalCount"));
    }
}
