package io.lancang.trade.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a load has the database look at anew, of all that is loaded. */
@QuarkusTest
class LoadedStatisticsTest extends IntakeTest {
    private static final int MONTHS = 2_400;
    /** So that all figures are more than a tenth more with those of all of them. */
    private static final List<String> PARTNERS =
            List.of("VNM", "LAO", "THA", "MMR", "KHM", "MYS", "SGP", "IDN", "PHL", "BRN");

    private static final String ANALYZED = "select analyze_count from pg_stat_all_tables where relname = 'trade_flow'";

    /** Of what earlier tests loaded and forgot. */
    @BeforeEach
    void knowWhatIsThere() throws SQLException {
        execute("analyze trade_flow");
    }

    @Test
    void isNothingForAFewRows() throws SQLException {
        List<String> before = query(ANALYZED);

        load("my_customs", HEADER + rows(999)).then().statusCode(201);

        assertEquals(before, query(ANALYZED));
    }

    @Test
    void isTheTableForManyRows() throws SQLException {
        int before = Integer.parseInt(query(ANALYZED).getFirst());

        load("my_customs", HEADER + rows(MONTHS * PARTNERS.size())).then().statusCode(201);

        assertEquals(before + 1, Integer.parseInt(query(ANALYZED).getFirst()));
    }

    /** One for each month from 1900 on of each partner. */
    private static String rows(int number) {
        return IntStream.range(0, number)
                .mapToObj(row -> "%04d-%02d,%s,EXPORT,USD,%d,,%n"
                        .formatted(
                                1900 + row % MONTHS / 12, row % 12 + 1, PARTNERS.get(row / MONTHS), row % MONTHS + 1))
                .collect(Collectors.joining());
    }
}
