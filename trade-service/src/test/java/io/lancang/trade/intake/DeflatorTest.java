package io.lancang.trade.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Amounts at the prices of one year, by made-up deflators: 80 in 2021, 100 in 2022. Yunnan's figures are made up too. */
@QuarkusTest
class DeflatorTest extends IntakeTest {
    private static final String POINTS = """
            { partner(code: "LAO") { trade(reporter: "CN-YN", from: 2021, to: 2022) { points { real(prices: 2022) { prices
              exports { amount quality } imports { amount } total { amount } balance { amount } deflator pricesDeflator gap { reason detail }
              source { id } } } } } }
            """;

    @AfterEach
    void forgetDeflators() throws SQLException {
        execute("delete from deflator");
        execute("delete from release where dataset = 'deflators'");
    }

    /** 40 + 20 of 2021 are worth 40 * 100 / 80 + 20 * 100 / 80 in 2022; the balance of 20 is worth 25. */
    @Test
    void areTheAmountsTimesTheRatioOfPriceLevels() {
        loadFigures();
        load(
                        "deflators",
                        "currency,year,index,source\nUSD,2021,80,GACC_2024\nUSD,2022,100,GACC_2024\nCNY,2021,7,GACC_2024\n")
                .then()
                .statusCode(201);

        JsonPath points = Graph.data(POINTS).setRootPath("data.partner.trade.points.real");

        assertEquals(50.0, points.getDouble("[0].exports.amount"), 1e-9);
        assertEquals("ESTIMATED", points.getString("[0].exports.quality"));
        assertEquals(25.0, points.getDouble("[0].imports.amount"), 1e-9);
        assertEquals(75.0, points.getDouble("[0].total.amount"), 1e-9);
        assertEquals(25.0, points.getDouble("[0].balance.amount"), 1e-9);
        assertEquals(80.0, points.getDouble("[0].deflator"), 1e-9);
        assertEquals("GACC_2024", points.getString("[0].source.id"));
        assertEquals(90.0, points.getDouble("[1].total.amount"), 1e-9);
        assertNull(points.get("[0].gap"));
    }

    /** The 40 + 20 of 2021 were worth 60 * 100 / 50 by what was loaded first, and are worth 60 * 100 / 80. */
    @Test
    void areByTheDeflatorOfNowOrOfThen() throws SQLException {
        loadFigures();
        String first = load("deflators", "currency,year,index,source\nUSD,2021,50,GACC_2024\nUSD,2022,100,GACC_2024\n")
                .then()
                .statusCode(201)
                .extract()
                .path("release");
        String then = loadedAt(first);
        load("deflators", "currency,year,index,source\nUSD,2021,80,GACC_2024\nUSD,2022,100,GACC_2024\n")
                .then()
                .statusCode(201);

        String total = "data.partner.trade.points.real[0].total.amount";
        assertEquals(75.0, Graph.data(POINTS).getDouble(total), 1e-9);
        assertEquals(
                120.0,
                Graph.data(POINTS.replace("from: 2021", "asOf: \"" + then + "\", from: 2021"))
                        .getDouble(total),
                1e-9);
    }

    @Test
    void areMissingWithAReasonWhereNoDeflatorIsLoaded() {
        loadFigures();

        JsonPath points = Graph.data(POINTS).setRootPath("data.partner.trade.points.real");

        assertNull(points.get("[0].total"));
        assertEquals(
                "There is no deflator of 2021 for USD; a steward loads them into the dataset `deflators`.",
                points.getString("[0].gap.detail"));
    }

    @Test
    void refuseAPriceLevelOfZero() {
        JsonPath refused = load("deflators", "currency,year,index,source\nUSD,2021,0,GACC_2024\nEUR,2021,1,GACC_2024\n")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertEquals(List.of("index", "currency"), refused.getList("rejections.column"));
        assertTrue(refused.getString("rejections[0].reason").contains("no price level"));
    }

    private static void loadFigures() {
        load("my_customs", """
                reporter,period,partner,flow,currency,amount
                CN-YN,2021,LAO,EXPORT,USD,40
                CN-YN,2021,LAO,IMPORT,USD,20
                CN-YN,2022,LAO,EXPORT,USD,60
                CN-YN,2022,LAO,IMPORT,USD,30
                """).then().statusCode(201);
    }
}
