package io.lancang.trade.intake;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Steward;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Loading over HTTP, as a steward's script does it. */
@QuarkusTest
class ReleaseResourceTest extends TradeServiceTest {
    private static final String HEADER = "period,partner,flow,currency,amount,classification,product\n";

    @Inject
    DataSource dataSource;

    @BeforeEach
    void addADatasetWithoutFigures() throws SQLException {
        execute("delete from trade_flow where dataset_id = (select id from dataset where code = 'my_customs')");
        execute("delete from trade_rollup where dataset_id = (select id from dataset where code = 'my_customs')");
        execute("delete from release where dataset = 'my_customs'");
        steward()
                .contentType("application/json")
                .body("""
                        {"title": "My customs", "definition": "What I keep", "source": {"id": "GACC_2024", "title": "My books"}}
                        """)
                .put("/datasets/my_customs")
                .then()
                .statusCode(204);
    }

    @Test
    void loadsOwnCsvAndSumsIt() throws SQLException {
        Response answer = load(
                "my_customs",
                HEADER
                        + "2024-03,LAO,EXPORT,USD,10.50,HS2022,854231\n"
                        + "2024-03,LAO,EXPORT,USD,2,HS2022,840110\n"
                        + "2024-03,THA,IMPORT,USD,7,,\n");

        JsonPath told = answer.then().statusCode(201).extract().jsonPath();
        assertEquals("LOADED", told.getString("outcome"));
        assertEquals(3, told.getInt("rows"));
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
    void unpacksGzip() throws IOException, SQLException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write((HEADER + "2024,LAO,IMPORT,CNY,5,,\n").getBytes(StandardCharsets.UTF_8));
        }

        steward()
                .contentType("text/csv")
                .body(packed.toByteArray())
                .post("/releases?dataset=my_customs")
                .then()
                .statusCode(201);

        assertEquals(List.of("LAO M TOTAL 5 CIF R GACC_2024"), figures());
    }

    @Test
    void tellsEveryFaultOfAFileAndLoadsNothing() throws SQLException {
        Response answer = load(
                "my_customs",
                HEADER
                        + "2024-13,LAO,EXPORT,USD,1,,\n"
                        + "2024-03,LAX,EXPORT,USD,1,,\n"
                        + "2024-03,LAO,EXPORT,EUR,1,,\n"
                        + "2024-03,LAO,EXPORT,USD,-1,,\n"
                        + "2024-03,LAO,EXPORT,USD,1,HS2022,123456\n"
                        + "2024-03,THA,EXPORT,USD,1,,\n");

        JsonPath told = answer.then().statusCode(422).extract().jsonPath();
        assertEquals("BAD_USER_INPUT", told.getString("error.code"));
        assertEquals(List.of(2, 3, 4, 5, 6), told.getList("rejections.line"));
        assertEquals(List.of("period", "partner", "currency", "amount", "product"), told.getList("rejections.column"));
        assertEquals(List.of(), figures());
    }

    @Test
    void tellsAFigureThatIsGivenTwice() {
        Response answer = load(
                "my_customs",
                HEADER
                        + "2024-03,LAO,EXPORT,USD,1,,\n"
                        + "2024-03,THA,EXPORT,USD,1,,\n"
                        + "2024-03,LAO,EXPORT,USD,2,,\n");

        JsonPath told = answer.then().statusCode(422).extract().jsonPath();
        assertEquals(4, told.getInt("rejections[0].line"));
        assertTrue(told.getString("rejections[0].reason").endsWith("was given in line 2 already"));
    }

    @Test
    void checksWithoutKeeping() throws SQLException {
        Response answer = load("my_customs&dryRun=true", HEADER + "2024-03,LAO,EXPORT,USD,1,,\n");

        assertEquals("CHECKED", answer.then().statusCode(200).extract().path("outcome"));
        assertEquals(List.of(), figures());
    }

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

    @Test
    void readsADownloadOfUnComtrade() throws SQLException {
        Response answer = load("un_comtrade", """
                typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,flowCode,partnerCode,partnerISO,partner2Code,classificationCode,cmdCode,customsCode,motCode,cifvalue,fobvalue,primaryValue,isReported,isAggregate
                C,A,20220101,2022,52,2022,156,CHN,X,418,LAO,0,H6,854231,C00,0,,120.5,120.5,True,False
                C,A,20220101,2022,52,2022,156,CHN,X,418,LAO,0,H6,85,C00,0,,130,130,False,True
                C,A,20220101,2022,52,2022,156,CHN,M,842,,0,H6,TOTAL,C00,0,77,,77,True,False
                C,A,20220101,2022,52,2022,156,CHN,RX,0,W00,0,H6,TOTAL,C00,0,,9,9,True,False
                C,A,20220101,2022,52,2022,156,CHN,X,418,LAO,0,H6,854231,C00,2100,,60,60,True,False
                C,A,20220101,2022,52,2022,156,CHN,X,899,_X,0,H6,854231,C00,0,,3,3,True,False
                """);

        JsonPath told = answer.then().statusCode(201).extract().jsonPath();
        assertEquals(4, told.getInt("rows"));
        assertEquals(2, told.getInt("skipped"));
        assertEquals(
                List.of(
                        "LAO X H6:85 130 FOB D UN_COMTRADE",
                        "LAO X H6:854231 120.5 FOB R UN_COMTRADE",
                        "USA M TOTAL 77 CIF R UN_COMTRADE",
                        "WORLD x TOTAL 9 FOB R UN_COMTRADE"),
                figures("un_comtrade"));
    }

    @Test
    void readsABulkFileOfMonthsThatNamesAreasByNumberOnly() throws IOException, SQLException {
        String bulk = """
                typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,flowCode,partnerCode,partner2Code,classificationCode,cmdCode,customsCode,motCode,mosCode,qtyUnitCode,qty,isQtyEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,isAggregate
                C,M,20230301,2023,3,202303,418,X,156,0,H6,854231,C00,0,0,5,10,False,,44.25,44.25,0,True,False
                C,M,20230301,2023,3,202303,418,M,490,0,H6,TOTAL,C00,0,0,-1,0,False,7,,7,0,False,True
                C,M,20230301,2023,3,202303,418,FM,156,0,H6,TOTAL,C00,0,0,-1,0,False,5,,5,0,True,False
                C,M,20230301,2023,3,202303,418,RM,0,0,H6,TOTAL,C00,0,0,-1,0,False,2,,2,0,True,False
                """;
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bulk.getBytes(StandardCharsets.UTF_8));
        }

        JsonPath told = steward()
                .contentType("text/csv")
                .body(packed.toByteArray())
                .post("/releases?dataset=un_comtrade&replace=DATASET")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        assertEquals(3, told.getInt("rows"));
        assertEquals(1, told.getInt("skipped"));
        assertEquals(
                List.of(
                        "CHN X H6:854231 44.25 FOB R UN_COMTRADE",
                        "TWN M TOTAL 7 CIF D UN_COMTRADE",
                        "WORLD m TOTAL 2 CIF R UN_COMTRADE"),
                figures("un_comtrade"));
        assertEquals(
                List.of("LAO 2023-03-01 M"),
                query("select distinct reporter_code, period, frequency from trade_flow where superseded_by is null"
                        + " and dataset_id = (select id from dataset where code = 'un_comtrade')"));
    }

    /** A preview has all columns, and leaves blank what describes codes. */
    @Test
    void readsAPreviewOfUnComtrade() throws SQLException {
        String preview = """
                typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,isAggregate
                C,A,20230101,2023,52,2023,156,,,X,,704,,,0,,,H6,HS,True,TOTAL,,0,,C00,,0,0,,-1,,,False,-1,,,False,,False,,False,,137612.5,137612.5,0,False,True
                C,A,20230101,2023,52,2023,156,,,M,,704,,,0,,,H6,HS,True,854231,,6,True,C00,,0,0,,-1,,,False,-1,,,False,12.5,False,,False,41.5,,41.5,0,True,False
                C,A,20230101,2023,52,2023,156,,,M,,0,,,0,,,H6,HS,True,85,,2,False,C00,,0,0,,-1,,,False,-1,,,False,,False,,False,99,,99,0,False,True
                C,A,20230101,2023,52,2023,156,,,M,,704,,,0,,,H6,HS,True,854231,,6,,C00,,0,1000,Air,-1,,,False,-1,,,False,,False,,False,20,,20,0,False,True
                """;

        JsonPath told = steward()
                .contentType("text/csv")
                .body(preview.getBytes(StandardCharsets.UTF_8))
                .post("/releases?dataset=un_comtrade&replace=DATASET")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        assertEquals(3, told.getInt("rows"));
        assertEquals(1, told.getInt("skipped"), "a mode of transport is a part of a figure");
        assertEquals(
                List.of(
                        "VNM M H6:854231 41.5 CIF R UN_COMTRADE",
                        "VNM X TOTAL 137612.5 FOB D UN_COMTRADE",
                        "WORLD M H6:85 99 CIF D UN_COMTRADE"),
                figures("un_comtrade"));
    }

    @Test
    void readsACustomsTable() throws SQLException {
        load("my_customs", """
                year,month,partner_code,partner_name_zh,flow,value_cny,flag,source
                2025,1,LAO,老挝,export,5000,,GACC_2024
                """).then().statusCode(201);

        assertEquals(List.of("LAO X TOTAL 5000 FOB R GACC_2024"), figures());
    }

    @Test
    void namesTheFormatsThatItKnows() {
        JsonPath told = load("my_customs", "when,who,what\n2024,LAO,1\n")
                .then()
                .statusCode(400)
                .extract()
                .jsonPath();

        assertTrue(told.getString("error.hint").contains("UN Comtrade API v1: period,"));
    }

    @Test
    void suggestsADatasetThatMayHaveBeenMeant() {
        JsonPath told =
                load("my_custom", HEADER).then().statusCode(404).extract().jsonPath();

        assertTrue(told.getString("error.hint").startsWith("Did you mean my_customs (My customs)?"));
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
    void takesAFileThatIsLargerThanABodyOfTheGraphMayBe() throws SQLException {
        StringBuilder file = new StringBuilder(HEADER);
        for (int row = 0; row < 60_000; row++) {
            file.append(1900 + row % 200)
                    .append("-01,LAO,")
                    .append(row % 2 == 0 ? "EXPORT" : "IMPORT")
                    .append(",USD,")
                    .append(row)
                    .append(",,")
                    .append("\n");
        }

        JsonPath told = load("my_customs", file.toString())
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertEquals(100, told.getList("rejections").size());
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

    private static io.restassured.specification.RequestSpecification steward() {
        return given().auth().oauth2(Steward.token("steward"));
    }

    private static Response load(String dataset, String csv) {
        return steward()
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/releases?fileName=march.csv&dataset=" + dataset);
    }

    private List<String> figures() throws SQLException {
        return figures("my_customs");
    }

    private List<String> figures(String dataset) throws SQLException {
        return query("select partner_code, flow, product_code, amount, valuation, quality, source_id from trade_flow"
                + " where superseded_by is null and dataset_id = (select id from dataset where code = '" + dataset
                + "') order by 1, 2, 3");
    }

    private List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    cells.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join(" ", cells));
            }
        }
        return rows;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
