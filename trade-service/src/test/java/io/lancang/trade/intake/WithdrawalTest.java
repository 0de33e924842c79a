package io.lancang.trade.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A release is taken back. */
@QuarkusTest
class WithdrawalTest extends IntakeTest {
    @Test
    void putsBackWhatAWithdrawnReleaseRevised() throws SQLException {
        load("my_customs", HEADER + "2024-03,LAO,EXPORT,USD,1,,\n2024-03,THA,EXPORT,USD,5,,\n")
                .then()
                .statusCode(201);
        String second = load("my_customs", HEADER + "2024-03,LAO,EXPORT,USD,2,,\n")
                .then()
                .statusCode(201)
                .extract()
                .path("release");

        steward().delete("/releases/" + second).then().statusCode(200);

        assertEquals(List.of("LAO X TOTAL 1 FOB R GACC_2024", "THA X TOTAL 5 FOB R GACC_2024"), figures());
        assertEquals(
                List.of("2"),
                query("select amount from trade_flow where release_id = " + second + " and superseded_by > " + second));
        assertEquals(
                List.of("LAO 1", "THA 5"),
                query(
                        "select partner_code, amount from trade_rollup where superseded_by is null and product_code = 'TOTAL'"
                                + " and dataset_id = (select id from dataset where code = 'my_customs') order by 1"));
    }

    /** It is no longer what the database holds, though nothing was loaded since. */
    @Test
    void takesAWithdrawnFileAgain() throws SQLException {
        String file = HEADER + "2024-03,LAO,EXPORT,USD,2,,\n";
        load("my_customs", HEADER + "2024-03,LAO,EXPORT,USD,1,,\n").then().statusCode(201);
        String second =
                load("my_customs", file).then().statusCode(201).extract().path("release");
        steward().delete("/releases/" + second).then().statusCode(200);

        load("my_customs", file).then().statusCode(201);

        assertEquals(List.of("LAO X TOTAL 2 FOB R GACC_2024"), figures());
    }

    @Test
    void withdrawsOnlyTheLatest() {
        String first = load("my_customs", HEADER + "2024-03,LAO,EXPORT,USD,1,,\n")
                .then()
                .extract()
                .path("release");
        load("my_customs", HEADER + "2024-03,LAO,EXPORT,USD,2,,\n").then().statusCode(201);

        assertEquals(
                "CONFLICT",
                steward()
                        .delete("/releases/" + first)
                        .then()
                        .statusCode(409)
                        .extract()
                        .path("error.code"));
    }
}
