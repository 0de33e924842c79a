package io.lancang.trade.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much was traded, as files say it, and what a kilogram was worth; each unit value has its sum beside it. */
@QuarkusTest
class QuantitiesTest extends IntakeTest {
    private static final String OWN =
            "period,partner,flow,currency,amount,classification,product,quantity,quantity_unit,quantity_estimated,net_weight_kg,net_weight_estimated\n";

    private static final String COMTRADE =
            "typeCode,freqCode,period,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,netWgt,isNetWgtEstimated,primaryValue,isReported,isAggregate\n";

    @Test
    void readsThemFromTheOwnFormatAndSaysWhatAKilogramWasWorth() {
        load(
                        "my_customs",
                        OWN
                                + "2024,LAO,EXPORT,USD,1000,HS2022,854231,400,u,,16,true\n"
                                + "2024,THA,EXPORT,USD,10,HS2022,854231,3,m³,true,3,\n"
                                + "2024,VNM,EXPORT,USD,10,HS2022,854231,,,,0,\n"
                                + "2024,MMR,EXPORT,USD,10,HS2022,854231,,,,,\n")
                .then()
                .statusCode(201);

        JsonPath figures = figuresOf("my_customs");
        assertEquals(List.of("LAO", "MMR", "THA", "VNM"), figures.getList("partnerCode"));
        assertEquals(400, figures.getDouble("[0].quantity.amount"));
        assertEquals("u", figures.getString("[0].quantity.unit"));
        assertEquals(false, figures.getBoolean("[0].quantity.estimated"));
        assertEquals(16, figures.getDouble("[0].netWeight.amount"));
        assertEquals("kg", figures.getString("[0].netWeight.unit"));
        assertTrue(figures.getBoolean("[0].netWeight.estimated"));
        // 1,000 for 16 kg
        assertEquals(62.5, figures.getDouble("[0].unitValue.amount"));
        assertEquals("USD", figures.getString("[0].unitValue.currency"));
        assertEquals("kg", figures.getString("[0].unitValue.unit"));
        assertTrue(figures.getBoolean("[0].unitValue.estimated"));
        assertNull(figures.get("[0].unitValue.gap"));
        // 10 for 3 kg
        assertEquals(3.3333, figures.getDouble("[2].unitValue.amount"));
        assertTrue(figures.getBoolean("[2].quantity.estimated"));
        assertEquals("m³", figures.getString("[2].quantity.unit"));
        assertNull(figures.get("[3].quantity"));
        assertEquals("ZERO_BASE", figures.getString("[3].unitValue.gap.reason"));
        assertNull(figures.get("[1].netWeight"));
        assertNull(figures.get("[1].unitValue.amount"));
        assertEquals("NOT_REPORTED", figures.getString("[1].unitValue.gap.reason"));
        assertEquals("The figure has no net weight.", figures.getString("[1].unitValue.gap.detail"));
    }

    /** 1,000 for 400 items and for 16 kg; 10 for 3 m³, an estimate; 10 without either. */
    @Test
    void saysWhatAUnitOfTheQuantityWasWorth() {
        load(
                        "my_customs",
                        OWN
                                + "2024,LAO,EXPORT,USD,1000,HS2022,854231,400,u,,16,\n"
                                + "2024,MMR,EXPORT,USD,10,HS2022,854231,,,,5,\n"
                                + "2024,THA,EXPORT,USD,10,HS2022,854231,3,m³,true,,\n"
                                + "2024,VNM,EXPORT,USD,10,HS2022,854231,0,u,,,\n")
                .then()
                .statusCode(201);

        JsonPath figures = Graph.data("""
                        { tradeFlows(filter: {datasets: ["my_customs"], classification: HS2022, level: 6}, orderBy: PARTNER) {
                          nodes { each: unitValue(by: QUANTITY) { amount currency unit estimated gap { reason detail } }
                            kilogram: unitValue { amount unit } } } }
                        """).setRootPath("data.tradeFlows.nodes");

        assertEquals(2.5, figures.getDouble("[0].each.amount"));
        assertEquals("u", figures.getString("[0].each.unit"));
        assertEquals(62.5, figures.getDouble("[0].kilogram.amount"));
        assertEquals("kg", figures.getString("[0].kilogram.unit"));
        assertNull(figures.get("[1].each.amount"));
        assertNull(figures.get("[1].each.unit"));
        assertEquals("The figure has no quantity.", figures.getString("[1].each.gap.detail"));
        assertEquals(2.0, figures.getDouble("[1].kilogram.amount"));
        assertEquals(3.3333, figures.getDouble("[2].each.amount"));
        assertTrue(figures.getBoolean("[2].each.estimated"));
        assertEquals("ZERO_BASE", figures.getString("[3].each.gap.reason"));
        assertEquals("u", figures.getString("[3].each.unit"));
    }

    /** Comtrade writes a zero, or the unit -1, where it knows no quantity. */
    @Test
    void readsThemFromUnComtrade() throws SQLException {
        load(
                        "un_comtrade",
                        COMTRADE
                                + "C,A,2023,156,X,418,H6,854231,5,,7,False,2.5,True,10,True,False\n"
                                + "C,A,2023,156,X,764,H6,854231,8,kg,4,True,4,False,10,True,False\n"
                                + "C,A,2023,156,X,704,H6,854231,-1,N/A,9,False,0,False,10,True,False\n"
                                + "C,A,2023,156,X,104,H6,854231,21,t,6,False,,False,10,True,False\n"
                                + "C,A,2023,156,X,458,H6,854231,40,,6,False,,False,10,True,False\n")
                .then()
                .statusCode(201);

        JsonPath figures = figuresOf("un_comtrade");
        assertEquals(List.of("LAO", "MMR", "MYS", "THA", "VNM"), figures.getList("partnerCode"));
        assertEquals("u", figures.getString("[0].quantity.unit"));
        assertEquals(7, figures.getDouble("[0].quantity.amount"));
        // 10 for 2.5 kg
        assertEquals(4, figures.getDouble("[0].unitValue.amount"));
        assertTrue(figures.getBoolean("[0].unitValue.estimated"));
        assertEquals("t", figures.getString("[1].quantity.unit"), "as the file abbreviates it");
        assertEquals("UN Comtrade unit 40", figures.getString("[2].quantity.unit"));
        assertTrue(figures.getBoolean("[3].quantity.estimated"));
        assertNull(figures.get("[4].quantity"));
        assertNull(figures.get("[4].netWeight"));
        execute("delete from trade_flow where dataset_id = (select id from dataset where code = 'un_comtrade')");
        execute("delete from release where dataset = 'un_comtrade'");
    }

    @Test
    void aRevisionOfTheQuantityAloneIsOne() throws SQLException {
        String before = OWN + "2024,LAO,EXPORT,USD,1000,HS2022,854231,400,u,,16,\n";
        load("my_customs", before).then().statusCode(201);

        JsonPath reply = load("my_customs", before.replace(",16,", ",20,"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        assertEquals(1, reply.getInt("added"));
        assertEquals(1, reply.getInt("closed"));
        // 1,000 for 20 kg
        assertEquals(50, figuresOf("my_customs").getDouble("[0].unitValue.amount"));
        assertEquals(
                List.of("16 1"),
                query("select net_weight, count(*) from trade_flow where superseded_by is not null"
                        + " and dataset_id = (select id from dataset where code = 'my_customs') group by 1"));
    }

    @Test
    void anExportHasThemInTheFormInWhichTheyAreLoaded() {
        load("my_customs", OWN + "2024,LAO,EXPORT,USD,1000,HS2022,854231,400,u,true,16,\n")
                .then()
                .statusCode(201);

        String file = io.restassured.RestAssured.given()
                .get("/export/trade-flows.csv?comments=false&datasets=my_customs&classification=HS2022&level=6")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertTrue(file.lines().toList().get(1).endsWith(",400,u,true,16,false"), file);
        // The same figure, and nothing to change.
        load("my_customs", file).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "400,,,16,|quantity_unit|a quantity means nothing without its unit, such as u, kg or m³ in quantity_unit",
                "400,u,perhaps,16,|quantity_estimated|'perhaps' is none of [false, true]",
                "-4,u,,16,|quantity|-4 is negative",
                "4,u,,much,|net_weight_kg|'much' is no number"
            })
    void refusesWhatIsNoQuantity(String measures, String column, String reason) {
        JsonPath refused = load("my_customs", OWN + "2024,LAO,EXPORT,USD,1000,HS2022,854231," + measures + "\n")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertEquals(column, refused.getString("rejections[0].column"), refused.prettify());
        assertTrue(refused.getString("rejections[0].reason").startsWith(reason), refused.prettify());
    }

    private static JsonPath figuresOf(String dataset) {
        return Graph.data("{ tradeFlows(filter: {datasets: [\"" + dataset + "\"], classification: HS2022, level: 6},"
                        + " orderBy: PARTNER) { nodes { partnerCode quantity { amount unit estimated }"
                        + " netWeight { amount unit estimated } unitValue { amount currency unit estimated"
                        + " gap { reason detail } } } } }")
                .setRootPath("data.tradeFlows.nodes");
    }
}
