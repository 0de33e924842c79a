package io.lancang.trade.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counts of figures that were there before counts were kept: they are what loads would have left of the same figures. */
class FilledCountsTest {
    private static final String BEFORE = "13";

    @Test
    void areThoseThatLoadsWouldHaveLeft() throws Exception {
        try (SampleFigures filled = SampleFigures.of(BEFORE);
                SampleFigures loaded = SampleFigures.ofToday()) {
            revise(filled);
            revise(loaded);

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

    /** Figures come, change while their sum stays, go, and come back. */
    private static void revise(SampleFigures figures) throws SQLException, IOException {
        figures.load(
                "2023-12-01,LAO,H6:854231,5,R",
                "2024-01-01,LAO,H6:854231,5,R",
                "2024-01-01,THA,H6:854231,7,R",
                "2024-01-01,LAO,H6:840110,1,E",
                "2024-01-01,WORLD,H6:854231,99,R");
        figures.load(
                "2023-12-01,LAO,H6:854231,5,R",
                "2024-01-01,LAO,H6:854231,4,R",
                "2024-01-01,THA,H6:854231,8,R",
                "2024-01-01,LAO,H6:840110,1,E",
                "2024-02-01,LAO,H6:85,3,R");
        figures.load("2024-01-01,LAO,H6:854231,4,R", "2024-02-01,LAO,H6:85,3,R", "2024-02-01,LAO,S3:7,3,R");
        figures.load("2023-12-01,LAO,H6:854231,5,R", "2024-01-01,LAO,H6:854231,4,R", "2024-01-01,THA,H6:854231,8,R");
    }

    private static List<String> rows(SampleFigures figures, String table) throws SQLException {
        return figures.query("select t::text from " + table + " t order by 1");
    }
}
