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

    /** As one row they would all be looked through again for each figure that may be closed. */
    @Test
    void areKnownToThePlannerBeforeTheyAreCompared() throws Exception {
        FIGURES.load(rows(5));
        FIGURES.execute("create table known (number bigint);"
                + "create function note_known() returns trigger language plpgsql as $$ begin"
                + " insert into known select reltuples from pg_class where oid = 'trade_flow_loading_d900'::regclass;"
                + " return null; end $$;"
                + "create trigger note_known after update on trade_flow execute function note_known()");
        FIGURES.load(rows(7));

        assertEquals(List.of("1001"), FIGURES.query("select number from known"));
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
