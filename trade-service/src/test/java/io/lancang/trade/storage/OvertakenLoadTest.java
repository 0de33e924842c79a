package io.lancang.trade.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.dataset.LoadProgress;
import io.lancang.kit.load.LoadResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A load while which another dataset is loaded: neither waits for the other, and numbers grow as readers see releases. */
class OvertakenLoadTest {
    private static final SampleFigures FIGURES = SampleFigures.ofToday();

    @AfterAll
    static void stopDatabase() {
        FIGURES.close();
    }

    @BeforeEach
    void forgetFigures() throws SQLException {
        FIGURES.clear();
    }

    @Test
    void writesItsFirstFiguresAndSumsUnderAHigherNumber() throws Exception {
        Overtaking other = new Overtaking("2013-01-01,LAO,TOTAL,7,R");
        LoadResult.Loaded result = load(other, "2013-01-01,LAO,TOTAL,1,R", "2013-01-01,THA,TOTAL,2,R");

        assertTrue(result.release() > other.releases.getFirst(), () -> result + " after " + other.releases);
        assertEquals(
                List.of(result.release() + " null 2", other.releases.getFirst() + " null 1"), numbers("trade_flow"));
        assertEquals(
                List.of(result.release() + " null 2", other.releases.getFirst() + " null 1"), numbers("trade_rollup"));
        assertEquals(
                List.of(result.release() + " null 1", other.releases.getFirst() + " null 1"),
                numbers("trade_product_rollup"));
        assertEquals(
                List.of(result.release() + " null 1", other.releases.getFirst() + " null 1"),
                numbers("trade_product_year"));
        assertEquals(
                List.of(result.release() + " null 2", other.releases.getFirst() + " null 1"),
                numbers("trade_flow_tally"));
        assertEquals(
                List.of(String.valueOf(result.release())),
                FIGURES.query("select distinct brought_by from trade_flow_tally where dataset_id = 900"));
    }

    @Test
    void writesARevisionOfFiguresAndSumsUnderAHigherNumber() throws Exception {
        long first = FIGURES.load("2013-01-01,LAO,TOTAL,1,R", "2013-01-01,THA,TOTAL,2,R");
        Overtaking other = new Overtaking("2013-01-01,LAO,TOTAL,7,R");
        LoadResult.Loaded result =
                load(other, "2013-01-01,LAO,TOTAL,3,R", "2013-01-01,THA,TOTAL,2,R", "2014-01-01,THA,TOTAL,9,R");

        String present = result.release() + " null ";
        String past = first + " " + result.release() + " 1";
        String others = other.releases.getFirst() + " null 1";
        assertEquals(List.of(past, first + " null 1", present + "2", others), numbers("trade_flow"));
        assertEquals(List.of(past, first + " null 1", present + "2", others), numbers("trade_rollup"));
        assertEquals(List.of(past, present + "2", others), numbers("trade_product_rollup"));
        assertEquals(List.of(past, present + "2", others), numbers("trade_product_year"));
        assertEquals(List.of(past, first + " null 1", present + "2", others), numbers("trade_flow_tally"));
        assertEquals(
                List.of(first + " 2", result.release() + " 2"),
                FIGURES.query("select brought_by, count(*) from trade_flow_tally where dataset_id = 900"
                        + " group by brought_by order by brought_by"));
    }

    @Test
    void keepsItsPartitionsWithTheIndexesThatQuestionsUse() throws Exception {
        load(new Overtaking("2013-02-01,LAO,TOTAL,7,R"), "2013-01-01,LAO,TOTAL,1,R");

        String indexes =
                "select count(*) from pg_index i join pg_class c on c.oid = i.indexrelid where c.relispartition and"
                        + " i.indrelid = to_regclass('%s')";
        assertEquals(List.of("4"), FIGURES.query(indexes.formatted("trade_flow_m_2013_d900")));
        assertEquals(List.of("3"), FIGURES.query(indexes.formatted("trade_rollup_d900")));
        assertEquals(List.of("3"), FIGURES.query(indexes.formatted("trade_product_rollup_d900")));
        assertEquals(List.of(), FIGURES.query("select conname from pg_constraint where conname = 'belongs_here'"));
    }

    @Test
    void leavesNothingToAttachToAProcessOfTheVersionBefore() throws Exception {
        FIGURES.load("2013-01-01,LAO,TOTAL,1,R");

        FIGURES.execute("""
                begin;
                drop table trade_rollup_d900, trade_product_rollup_d900;
                create temp table changed_slice on commit drop as
                  select frequency, period, reporter_code from trade_flow where dataset_id = 900;
                select refresh_trade_rollups(900::smallint, 1);
                commit
                """);

        assertEquals(List.of("1 null 1"), numbers("trade_rollup"));
        assertEquals(List.of("1 null 1"), numbers("trade_product_rollup"));
    }

    private static LoadResult.Loaded load(LoadProgress progress, String... rows) throws SQLException, IOException {
        return assertInstanceOf(LoadResult.Loaded.class, FIGURES.loadMonths(progress, rows));
    }

    /** Number of rows by what published and what superseded them: those of the sample first. */
    private static List<String> numbers(String table) throws SQLException {
        return FIGURES.query("select release_id, superseded_by, count(*) from " + table
                + " group by dataset_id, release_id, superseded_by order by dataset_id, release_id, superseded_by");
    }

    /** Loads a file of another dataset when all rows of the first are written. */
    private static final class Overtaking implements LoadProgress {
        private final String row;
        private final List<Long> releases = new ArrayList<>();

        Overtaking(String row) {
            this.row = row;
        }

        @Override
        public void at(Phase phase, long rows) {
            if (phase == Phase.PUBLISHING) {
                try {
                    releases.add(FIGURES.loadOther(row));
                } catch (SQLException failure) {
                    throw new IllegalStateException(failure);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
    }
}
