package io.lancang.trade.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A release that changes more rows than are named sums all of them anew. */
class ManyChangesTest {
    private static final SampleFigures FIGURES = SampleFigures.ofToday();
    /** One more than are named, in the order of partners: Thailand's is the last. */
    private static final int PRODUCTS = 1000;

    @AfterAll
    static void stopDatabase() {
        FIGURES.close();
    }

    @Test
    void sumWhatIsNotNamedToo() throws Exception {
        FIGURES.load(rows(1));
        FIGURES.load(rows(3));

        assertEquals(
                List.of("LAO 3000", "THA 3"),
                FIGURES.query("select partner_code, amount from trade_rollup"
                        + " where superseded_by is null and product_code = 'TOTAL' order by 1"));
    }

    private static String[] rows(int amount) throws SQLException {
        List<String> products = FIGURES.query(
                "select key from product where classification = 'HS2022' and level = 6 order by key limit " + PRODUCTS);
        return Stream.concat(
                        products.stream().map(key -> "2024-01-01,LAO," + key + "," + amount + ",R"),
                        Stream.of("2024-01-01,THA," + products.getFirst() + "," + amount + ",R"))
                .toArray(String[]::new);
    }
}
