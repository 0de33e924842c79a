package io.lancang.trade.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a release changes, the sums and counts of its dataset are those of the figures that there are. Those of other datasets, and what
 * was there as of a release before, stay as they were.
 */
class RevisedSumsTest {
    private static final SampleFigures FIGURES = SampleFigures.ofToday();
    private static final int RELEASES = 12;
    private static final String AMOUNTS = "classification, level, classes, up_to";
    private static final String NULLABLE = "coalesce(smallest::text, 'null'), coalesce(largest::text, 'null')";

    @AfterAll
    static void stopDatabase() {
        FIGURES.close();
    }

    @BeforeEach
    void forgetThatThereWereFigures() throws SQLException {
        FIGURES.clearPartitions();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void areThoseOfTheFiguresAfterEachRelease(int seed) throws Exception {
        assertSumsOfEachRelease(ChangingFigures.of(seed), ChangingFigures.of(-seed));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void areThoseOfTheFiguresWhereManyDifferInOneThing(int seed) throws Exception {
        assertSumsOfEachRelease(ChangingFigures.closeTogether(seed), ChangingFigures.closeTogether(-seed));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void areThoseOfTheFiguresWhereChaptersAreGivenToo(int seed) throws Exception {
        assertSumsOfEachRelease(ChangingFigures.withChapters(seed), ChangingFigures.withChapters(-seed));
    }

    private static void assertSumsOfEachRelease(ChangingFigures figures, ChangingFigures others) throws Exception {
        long other = FIGURES.loadOther(others.next());
        SortedMap<Long, CountedFigures> releases = new TreeMap<>();
        for (int release = 0; release < RELEASES; release++) {
            long number = FIGURES.load(figures.next());
            CountedFigures counted = new CountedFigures(figures.figures());
            assertSums(counted, 900, number, "release " + release);
            assertEquals(counted.byAmount(), lines(900, "trade_amount_tally", AMOUNTS, ""));
            assertWhatStaysTheSameIsNotTouched(number);
            releases.put(number, counted);
        }
        for (Map.Entry<Long, CountedFigures> release : releases.entrySet()) {
            assertSums(release.getValue(), 900, release.getKey(), "as of " + release.getKey());
        }
        CountedFigures counted = new CountedFigures(others.figures());
        assertSums(counted, 901, releases.lastKey(), "the other dataset");
        assertSums(counted, 901, other, "the other dataset before");
        assertEquals(counted.byAmount(), lines(901, "trade_amount_tally", AMOUNTS, ""));
    }

    private static void assertWhatStaysTheSameIsNotTouched(long release) throws SQLException {
        for (String table : List.of(
                "trade_rollup",
                "trade_product_rollup",
                "trade_product_year",
                "trade_level_total",
                "trade_flow_tally")) {
            assertEquals(List.of(), FIGURES.query("""
                    select new.row from (select to_jsonb(t) - '{release_id,superseded_by}'::text[] as row from %1$s t
                                         where dataset_id = 900 and superseded_by = %2$d) old
                    join (select to_jsonb(t) - '{release_id,superseded_by}'::text[] as row from %1$s t
                          where dataset_id = 900 and release_id = %2$d) new on new.row = old.row""".formatted(table, release)), table);
        }
    }

    private static void assertSums(CountedFigures counted, int dataset, long asOf, String when) throws SQLException {
        String sum = "amount, quality, figures, " + NULLABLE;
        assertEquals(
                counted.byPartner(),
                sums(
                        dataset,
                        asOf,
                        "trade_rollup",
                        "partner_code, product_code, amount, quality, parts, source_ids, computed"),
                when);
        assertEquals(
                counted.byProduct(),
                sums(dataset, asOf, "trade_product_rollup", "product_code, parts, source_ids, " + sum),
                when);
        assertEquals(
                counted.byProductAndYear(), sums(dataset, asOf, "trade_product_year", "product_code, " + sum), when);
        assertEquals(
                counted.ofLevels(), sums(dataset, asOf, "trade_level_total", "classification, level, " + sum), when);
        // One row for each release that brought some of them.
        assertEquals(
                counted.tallies(),
                lines(
                        dataset,
                        "trade_flow_tally",
                        "partner_code, classification, level, sum(figures)",
                        seen(asOf) + " group by frequency, period, reporter_code, flow, currency, partner_code,"
                                + " classification, level"),
                when);
    }

    private static List<String> sums(int dataset, long asOf, String table, String columns) throws SQLException {
        return lines(dataset, table, "valuation, " + columns, seen(asOf));
    }

    private static String seen(long asOf) {
        return " and release_id <= %1$d and (superseded_by is null or superseded_by > %1$d)".formatted(asOf);
    }

    /** In the form of {@link CountedFigures}. */
    private static List<String> lines(int dataset, String table, String columns, String rest) throws SQLException {
        return FIGURES
                .query("select concat_ws(' ', frequency, period, reporter_code, flow, currency, " + columns + ") from "
                        + table + " where dataset_id = " + dataset + rest)
                .stream()
                .sorted()
                .toList();
    }
}
