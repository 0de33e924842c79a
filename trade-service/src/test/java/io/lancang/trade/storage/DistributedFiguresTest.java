package io.lancang.trade.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.dataset.LoadProgress;
import io.lancang.kit.load.LoadResult;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Loads into figures that are distributed leave what loads into others leave, and attach nothing. */
class DistributedFiguresTest {
    private static final SampleFigures PLAIN = SampleFigures.ofToday();
    private static final SampleFigures DISTRIBUTED = SampleFigures.ofToday();

    private static final List<String> TABLES = List.of(
            "trade_flow",
            "trade_rollup",
            "trade_product_rollup",
            "trade_product_year",
            "trade_level_total",
            "trade_flow_tally",
            "trade_amount_tally");

    @BeforeAll
    static void distributeWhereFiguresWereLoaded() throws SQLException, IOException {
        both(each -> each.load("2012-01-01,LAO,H6:854231,1,R", "2012-01-01,LAO/M,H6:85,9,E"));
        both(each -> each.load("2012-01-01,LAO,H6:854231,2,R"));
        DISTRIBUTED.distribute();
    }

    @AfterAll
    static void stopDatabases() {
        PLAIN.close();
        DISTRIBUTED.close();
    }

    @FunctionalInterface
    private interface Step {
        void on(SampleFigures figures) throws SQLException, IOException;
    }

    private static void both(Step step) throws SQLException, IOException {
        step.on(PLAIN);
        step.on(DISTRIBUTED);
    }

    @Test
    void leaveTheSameFiguresSumsAndCounts() throws Exception {
        assertAreTheSame("moved");

        both(each -> each.load(
                "2013-01-01,LAO,H6:854231,1,R",
                "2013-01-01,LAO,H6:854232,2,E",
                "2013-02-01,THA/M,H6:854231,3,R",
                "2014-02-01,EU,H6:854231,70,R",
                "2014-02-01,WORLD,H6:854231,700,R"));
        assertAreTheSame("a first load of one level");
        both(each -> each.loadOther(
                "2013-01-01,LAO,H6:854231,5,R", "2013-01-01,LAO,H6:85,50,C", "2013-01-01,VNM,TOTAL,500,R"));
        assertAreTheSame("a first load of several levels");
        both(each -> each.loadMonths("2013-01-01,LAO,H6:854231,4,R", "2013-01-01,LAO,H6:854232,2,E"));
        assertAreTheSame("few changes");
        both(each -> each.load("2013-02-01,THA/M,H6:854231,3,R", "2015-03-01,VNM,H6:01,8,R"));
        assertAreTheSame("a revision that takes away");
        both(each -> each.withdraw(Long.parseLong(each.query("select max(id) from release where dataset = 'sample'")
                .getFirst())));
        assertAreTheSame("a withdrawal");
    }

    @Test
    void areSeenWholeWhenTheyArePublishedAndNotBefore() throws Exception {
        String seen = "select count(*) from trade_flow where period = '2016-01-01'";
        String locks = "select mode from pg_locks where relation = 'trade_flow'::regclass and pid <> pg_backend_pid()";
        List<String> before = new ArrayList<>();
        List<String> locked = new ArrayList<>();

        LoadResult result = DISTRIBUTED.loadMonths(
                new LoadProgress() {
                    @Override
                    public void at(Phase phase, long rows) {
                        if (phase == Phase.PUBLISHING) {
                            before.addAll(asked(seen));
                            locked.addAll(asked(locks));
                        }
                    }
                },
                "2016-01-01,LAO,H6:854231,1,R",
                "2016-01-01,THA,H6:854231,2,R");

        PLAIN.loadMonths("2016-01-01,LAO,H6:854231,1,R", "2016-01-01,THA,H6:854231,2,R");
        assertInstanceOf(LoadResult.Loaded.class, result);
        assertEquals(List.of("0"), before);
        assertEquals(List.of("2"), DISTRIBUTED.query(seen));
        // What attaches or makes a partition takes more, which other loads or readers wait for.
        assertTrue(locked.contains("RowExclusiveLock"), locked.toString());
        assertFalse(locked.contains("ShareUpdateExclusiveLock"), locked.toString());
        assertFalse(locked.contains("AccessExclusiveLock"), locked.toString());
    }

    @Test
    void leaveNothingOfALoadBehind() throws Exception {
        both(each -> each.loadMonths("2017-01-01,LAO,H6:854231,1,R"));

        assertEquals(
                List.of(),
                DISTRIBUTED.query(
                        "select relname from pg_class where relname ~ '_d90[01]' or relname ~ '^trade_flow_loading'"));
    }

    private static List<String> asked(String sql) {
        try {
            return DISTRIBUTED.query(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void assertAreTheSame(String after) throws SQLException {
        for (String table : TABLES) {
            String rows = "select to_jsonb(t) from " + table + " t order by 1";
            List<String> expected = PLAIN.query(rows);
            assertFalse(expected.isEmpty(), table + " has rows");
            assertEquals(expected, DISTRIBUTED.query(rows), table + " after " + after);
        }
    }
}
