package io.lancang.trade.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.trade.Graph;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A figure that a dataset has in both currencies: 10 dollars, and 80 yuan of which a later file says that they were 75. */
@QuarkusTest
class ConvertedFiguresTest extends IntakeTest {
    private static final String FIGURES =
            "period,partner,flow,currency,amount\n2022,LAO,EXPORT,USD,10\n2022,LAO,EXPORT,CNY,";

    private static JsonPath converted(String asOf) {
        return Graph.data("""
                        { tradeFlows(filter: {datasets: ["my_customs"], currency: USD}%s) { nodes {
                            converted(to: CNY) { amount { amount } rate { cnyPerUsd origin } } } } }
                        """.formatted(asOf)).setRootPath("data.tradeFlows.nodes[0].converted");
    }

    @Test
    void areConvertedByWhatTheDatasetHasNowOrHadThen() throws SQLException {
        String first = load("my_customs", FIGURES + "80\n")
                .then()
                .statusCode(201)
                .extract()
                .path("release");
        String then = loadedAt(first);
        load("my_customs", FIGURES + "75\n").then().statusCode(201);

        JsonPath now = converted("");
        JsonPath before = converted(", asOf: \"" + then + "\"");

        assertEquals("IMPLIED_BY_DATASET", now.getString("rate.origin"));
        assertEquals(75, now.getDouble("amount.amount"));
        assertEquals(7.5, now.getDouble("rate.cnyPerUsd"), 1e-9);
        assertEquals(80, before.getDouble("amount.amount"));
        assertEquals(8, before.getDouble("rate.cnyPerUsd"), 1e-9);
    }

    /** Less than half a dollar is none, and 3 yuan for nothing are no rate. */
    @Test
    void areConvertedByTheAverageRateWhereTheyAreNothing() {
        load("my_customs", FIGURES.replace("USD,10", "USD,0") + "3\n").then().statusCode(201);

        JsonPath nothing = converted("");

        assertEquals(0, nothing.getDouble("amount.amount"));
        assertEquals("PERIOD_AVERAGE", nothing.getString("rate.origin"));
    }
}
