package io.lancang.trade.intake;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A file is about what it has rows of, unless its sender says that it stands for more. */
@QuarkusTest
class PartOfAMonthTest extends IntakeTest {
    private static final String LAOS = "2024-03,LAO,EXPORT,USD,100,,\n2024-03,LAO,IMPORT,USD,50,,\n";

    private static Response send(String arguments, String rows) {
        return steward()
                .contentType("text/csv")
                .body((HEADER + rows).getBytes(StandardCharsets.UTF_8))
                .post("/releases?fileName=part.csv&dataset=my_customs" + arguments);
    }

    private List<String> flows() throws SQLException {
        return query("select partner_code, flow, product_code, amount from trade_flow where superseded_by is null"
                + " and dataset_id = (select id from dataset where code = 'my_customs') order by 1, 2, 3");
    }

    @Test
    void aFileOfAnotherPartnerLeavesTheFirstOnesFigures() throws SQLException {
        send("", LAOS).then().statusCode(201);

        send("", "2024-03,MMR,EXPORT,USD,70,,\n")
                .then()
                .statusCode(201)
                .body("added", equalTo(1), "closed", equalTo(0));

        assertEquals(List.of("LAO M TOTAL 50", "LAO X TOTAL 100", "MMR X TOTAL 70"), flows());
    }

    @Test
    void aFileOfOneFlowLeavesTheOther() throws SQLException {
        send("", LAOS).then().statusCode(201);

        send("", "2024-03,LAO,EXPORT,USD,110,,\n")
                .then()
                .statusCode(201)
                .body("added", equalTo(1), "closed", equalTo(1));

        assertEquals(List.of("LAO M TOTAL 50", "LAO X TOTAL 110"), flows());
    }

    @Test
    void aFileStandsForTheProductsOfItsClassificationAndNotForAllGoods() throws SQLException {
        send("", LAOS + "2024-03,LAO,EXPORT,USD,60,HS2022,85\n2024-03,LAO,EXPORT,USD,40,HS2022,86\n")
                .then()
                .statusCode(201);

        send("", "2024-03,LAO,EXPORT,USD,61,HS2022,85\n").then().statusCode(201).body("closed", equalTo(2));

        assertEquals(List.of("LAO M TOTAL 50", "LAO X H6:85 61", "LAO X TOTAL 100"), flows());
    }

    @Test
    void aFileStandsForWholeMonthsIfItsSenderSaysSo() throws SQLException {
        send("", LAOS + "2024-04,LAO,EXPORT,USD,5,,\n").then().statusCode(201);

        send("&replace=SLICES", "2024-03,MMR,EXPORT,USD,70,,\n")
                .then()
                .statusCode(201)
                .body("closed", equalTo(2));

        // April is another month.
        assertEquals(List.of("LAO X TOTAL 5", "MMR X TOTAL 70"), flows());
    }

    @Test
    void aFileThatTakesAwayFarMoreThanItBringsHasToBeConfirmed() throws SQLException {
        String chapters = IntStream.rangeClosed(1, 30)
                .mapToObj("2024-03,LAO,EXPORT,USD,10,HS2022,%02d\n"::formatted)
                .collect(Collectors.joining());
        send("", chapters).then().statusCode(201);
        String one = "2024-03,LAO,EXPORT,USD,9,HS2022,85\n";

        send("", one)
                .then()
                .statusCode(409)
                .body("error.code", equalTo("CONFLICT"))
                .body("error.message", containsString("closes 30 rows and adds 1"))
                .body("error.message", containsString("confirm=true"));
        assertEquals(30, flows().size());
        send("&dryRun=true", one)
                .then()
                .statusCode(200)
                .body("doubts", hasSize(1))
                .body("doubts[0].reason", containsString("closes 30 rows and adds 1"));
        assertEquals(30, flows().size());

        send("&confirm=true", one).then().statusCode(201).body("doubts[0].reason", containsString("closes 30 rows"));
        assertEquals(List.of("LAO X H6:85 9"), flows());
    }
}
