package io.lancang.trade.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts of figures that were there before counts were kept: they are what loads would have left of the same figures. */
class FilledCountsTest {
    private static final String BEFORE = "13";
    private static final int RELEASES = 6;

    /** Not of each seed: loads of then took an estimate of an aggregate for a part of the sum, and named fewer sources, and what they left stays. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void areThoseThatLoadsWouldHaveLeft(int seed) throws Exception {
        try (SampleFigures filled = SampleFigures.of(BEFORE);
                SampleFigures loaded = SampleFigures.ofToday()) {
            ChangingFigures figures = ChangingFigures.of(seed);
            ChangingFigures others = ChangingFigures.of(-seed);
            for (int release = 0; release < RELEASES; release++) {
                String[] rows = figures.next();
                filled.load(rows);
                loaded.load(rows);
                String[] rowsOfOthers = others.next();
                filled.loadOther(rowsOfOthers);
                loaded.loadOther(rowsOfOthers);
            }

            filled.migrate();

            for (String table : List.of(
                    "trade_product_rollup",
                    "trade_product_year",
                    "trade_level_total",
                    "trade_flow_tally",
                    "trade_amount_tally")) {
                assertEquals(rows(loaded, table), rows(filled, table), table);
            }
        }
    }

    private static List<String> rows(SampleFigures figures, String table) throws SQLException {
        return figures.query("select t::text from " + table + " t order by 1");
    }
}
