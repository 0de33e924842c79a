package io.lancang.trade.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.trade.Graph;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Counts and sums of months, compared with those by hand, today and as they were. */
@QuarkusTest
class YearlySummaryTest extends IntakeTest {
    private static final String CHIPS = "classification: HS2022, products: [\"854231\"]";
    private static final String LEVEL = "classification: HS2022, level: 6";

    @Test
    void sumAndCountWholeYearsAndPartsOfThem() throws SQLException {
        loadFirst();

        assertEquals(List.of(19L, 4L, 2L, 8L), measured(CHIPS, null));
        assertEquals(List.of(19L, 4L, 2L, 8L), measured(CHIPS + ", from: 2023, to: 2024", null));
        assertEquals(List.of(5L, 1L, 5L, 5L), measured(CHIPS + ", to: 2023", null));
        assertEquals(List.of(12L, 2L, 4L, 8L), measured(CHIPS + ", from: 2024, to: 2024, toMonth: 1", null));
        assertEquals(List.of(2L, 1L, 2L, 2L), measured(CHIPS + ", from: 2024, fromMonth: 2", null));
    }

    @Test
    void sumAllProductsOfALevelNowAndBefore() throws SQLException {
        String first = loadFirst();
        load("my_customs", """
                        period,partner,flow,currency,amount,classification,product
                        2024-01,LAO,EXPORT,USD,1,HS2022,854231
                        """).then().statusCode(201);

        // 5 + 4 + 3 + 8 + 2 before; 5 + 1 + 8 + 2 now. By month of 2024: 1 + 8 and 2.
        assertEquals(List.of(22L, 5L, 2L, 8L), measured(LEVEL, first));
        assertEquals(List.of(16L, 4L, 1L, 8L), measured(LEVEL, null));
        assertEquals(List.of(9L, 2L, 1L, 8L), measured(LEVEL + ", from: 2024, to: 2024, toMonth: 1", null));
        // Of chapters there is one sum for each partner and month.
        assertEquals(List.of(16L, 4L, 1L, 8L), measured("classification: HS2022, level: 2", null));
    }

    @Test
    void countEachPartnerOfAChapterOnce() throws SQLException {
        loadFirst();

        assertEquals(List.of(22L, 4L, 2L, 8L), measured("classification: HS2022, products: [\"85\"]", null));
    }

    @Test
    void tellTheStateBeforeARevision() throws SQLException {
        String first = loadFirst();
        load("my_customs", """
                        period,partner,flow,currency,amount,classification,product
                        2024-01,LAO,EXPORT,USD,1,HS2022,854231
                        """).then().statusCode(201);

        // Of January Laos' other product is gone, and Thailand's figure, which the file is not about, stays: 5 + 1 + 8
        // + 2.
        assertEquals(List.of(16L, 4L, 1L, 8L), measured(CHIPS, null));
        assertEquals(List.of(19L, 4L, 2L, 8L), measured(CHIPS, first));
        assertEquals(4, listed(null).getInt("totalCount"));
        assertEquals(5, listed(first).getInt("totalCount"));
        assertEquals(List.of(8, 5, 2, 1), listed(null).getList("nodes.value.amount", Integer.class));
        assertEquals(List.of(8, 5, 4, 3, 2), listed(first).getList("nodes.value.amount", Integer.class));
    }

    /** Loads figures of two years and returns when. */
    private String loadFirst() throws SQLException {
        String release =
                load("my_customs", """
                        period,partner,flow,currency,amount,classification,product
                        2023-12,LAO,EXPORT,USD,5,HS2022,854231
                        2024-01,LAO,EXPORT,USD,4,HS2022,854231
                        2024-01,LAO,EXPORT,USD,3,HS2022,854232
                        2024-01,THA,EXPORT,USD,8,HS2022,854231
                        2024-02,THA,EXPORT,USD,2,HS2022,854231
                        """).then().statusCode(201).extract().path("release");
        return loadedAt(release);
    }

    private static List<Long> measured(String filter, @Nullable String asOf) {
        JsonPath answer = Graph.data("{ tradeSummary(filter: {datasets: [\"my_customs\"], " + filter + "}, groupBy: [],"
                        + " measures: [SUM, COUNT, MIN, MAX]" + at(asOf)
                        + ") { rows { count sum { amount } min { amount } max { amount } } } }")
                .setRootPath("data.tradeSummary.rows[0]");
        return List.of(
                answer.getLong("sum.amount"),
                answer.getLong("count"),
                answer.getLong("min.amount"),
                answer.getLong("max.amount"));
    }

    private static JsonPath listed(@Nullable String asOf) {
        return Graph.data("{ tradeFlows(filter: {datasets: [\"my_customs\"], " + LEVEL + "}, orderBy: VALUE_DESC"
                        + at(asOf) + ") { totalCount nodes { value { amount } } } }")
                .setRootPath("data.tradeFlows");
    }

    private static String at(@Nullable String asOf) {
        return asOf == null ? "" : ", asOf: \"" + asOf + "\"";
    }
}
