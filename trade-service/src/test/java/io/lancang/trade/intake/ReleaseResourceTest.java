package io.lancang.trade.intake;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.kit.fixture.Steward;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a file that is loaded, for whom, and what is known of it afterwards. */
@QuarkusTest
class ReleaseResourceTest extends IntakeTest {
    @Test
    void loadsOwnCsvAndSumsIt() throws SQLException {
        Response answer = load(
                "my_customs",
                HEADER
                        + "2024-03,LAO,EXPORT,USD,10.50,HS2022,854231\n"
                        + "2024-03,LAO,EXPORT,USD,2,HS2022,840110\n"
                        + "2024-03,THA,IMPORT,USD,7,,\n");

        JsonPath reply = answer.then().statusCode(201).extract().jsonPath();
        assertEquals("LOADED", reply.getString("outcome"));
        assertEquals(3, reply.getInt("rows"));
        assertEquals(
                List.of(
                        "LAO X H6:840110 2 FOB R GACC_2024",
                        "LAO X H6:854231 10.50 FOB R GACC_2024",
                        "THA M TOTAL 7 CIF R GACC_2024"),
                figures());
        assertEquals(
                List.of("LAO 12.50", "THA 7"),
                query(
                        "select partner_code, amount from trade_rollup where superseded_by is null and product_code = 'TOTAL'"
                                + " and dataset_id = (select id from dataset where code = 'my_customs') order by 1"));
    }

    @Test
    void takesAFileOnlyOnceAndAnotherMonthBesideIt() {
        String march = HEADER + "2024-03,LAO,EXPORT,USD,10,,\n";
        load("my_customs", march).then().statusCode(201);

        assertEquals(
                "UNCHANGED",
                load("my_customs", march).then().statusCode(200).extract().path("outcome"));
        Response april = load("my_customs", HEADER + "2024-04,LAO,EXPORT,USD,11,,\n");

        assertEquals(0, april.then().statusCode(201).extract().jsonPath().getInt("closed"));
    }

    @Test
    void checksWithoutKeeping() throws SQLException {
        Response answer = load("my_customs&dryRun=true", HEADER + "2024-03,LAO,EXPORT,USD,1,,\n");

        assertEquals("CHECKED", answer.then().statusCode(200).extract().path("outcome"));
        assertEquals(List.of(), figures());
    }

    @Test
    void letsOnlyAStewardLoad() {
        given().body(HEADER).post("/releases?dataset=my_customs").then().statusCode(401);
        given().auth()
                .oauth2(Steward.token("reader"))
                .body(HEADER)
                .post("/releases?dataset=my_customs")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Steward.token("reader"))
                .delete("/releases/1")
                .then()
                .statusCode(403);
    }

    @Test
    void listsReleasesToAnybody() {
        load("my_customs", HEADER + "2024-03,LAO,EXPORT,USD,1,,\n").then().statusCode(201);

        JsonPath releases = given().get("/releases?dataset=my_customs")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertEquals(List.of("march.csv"), releases.getList("fileName"));
        assertEquals(64, releases.getString("[0].sha256").length());
        given().get("/loads").then().statusCode(200);
    }
}
