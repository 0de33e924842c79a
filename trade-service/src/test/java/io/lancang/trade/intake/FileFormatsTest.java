package io.lancang.trade.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files as others publish them. */
@QuarkusTest
class FileFormatsTest extends IntakeTest {
    private static final String COMTRADE =
            "typeCode,freqCode,period,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,cifvalue,fobvalue,primaryValue,"
                    + "isReported,isAggregate\n";

    @Test
    void unpacksGzip() throws IOException, SQLException {
        steward()
                .contentType("text/csv")
                .body(packed(HEADER + "2024,LAO,IMPORT,CNY,5,,\n"))
                .post("/releases?dataset=my_customs")
                .then()
                .statusCode(201);

        assertEquals(List.of("LAO M TOTAL 5 CIF R GACC_2024"), figures());
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

        JsonPath reply = answer.then().statusCode(201).extract().jsonPath();
        assertEquals(4, reply.getInt("rows"));
        assertEquals(2, reply.getInt("skipped"));
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
        JsonPath reply = steward()
                .contentType("text/csv")
                .body(packed(bulk))
                .post("/releases?dataset=un_comtrade&replace=DATASET")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        assertEquals(3, reply.getInt("rows"));
        assertEquals(1, reply.getInt("skipped"));
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

    /** Imports are valued CIF, unless their value is the one FOB and there is no other. What is neither reported nor summed is an estimate. */
    @Test
    void readsHowUnComtradeValuesAFigureAndHowSureItIs() throws SQLException {
        load(
                        "my_customs",
                        COMTRADE
                                + "C,A,2021,156,M,418,H6,TOTAL,,40,40,True,False\n"
                                + "C,A,2021,156,M,704,H6,TOTAL,50,50,50,False,False\n"
                                + "C,A,2021,156,M,104,H6,TOTAL,,45,50,False,True\n")
                .then()
                .statusCode(201);

        assertEquals(
                List.of(
                        "LAO M TOTAL 40 FOB R GACC_2024",
                        "MMR M TOTAL 50 CIF D GACC_2024",
                        "VNM M TOTAL 50 CIF E GACC_2024"),
                figures());
    }

    @Test
    void refusesServicesAndPeriodsOfAnotherLength() throws SQLException {
        JsonPath refused = load(
                        "my_customs",
                        COMTRADE
                                + "S,A,2021,156,X,418,H6,TOTAL,,40,40,True,False\n"
                                + "C,M,2021,156,X,704,H6,TOTAL,,40,40,True,False\n")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertEquals(List.of("typeCode", "freqCode"), refused.getList("rejections.column"));
        assertEquals(List.of(), figures());
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

        JsonPath reply = steward()
                .contentType("text/csv")
                .body(preview.getBytes(StandardCharsets.UTF_8))
                .post("/releases?dataset=un_comtrade&replace=DATASET")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        assertEquals(3, reply.getInt("rows"));
        assertEquals(1, reply.getInt("skipped"), "a mode of transport is a part of a figure");
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
}
