package io.lancang.trade.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Customs tables as they are published in China: headers in Chinese, in the encodings and with the delimiters of spreadsheets. */
@QuarkusTest
class ChineseFilesTest extends IntakeTest {
    private static final String QUERY = """
            数据年月,贸易伙伴编码,贸易伙伴名称,商品编码,商品名称,进出口类型,美元
            202403,119,老挝,8542,集成电路,出口,"1,234,567"
            202403,119,老挝,8542,集成电路,进口,5
            202403,141,越南,,,出口,7
            202403,,国（地）别不详,8542,集成电路,出口,3
            """;
    private static final List<String> FIGURES_OF_QUERY = List.of(
            "LAO M H6:8542 5 CIF R GACC_2024",
            "LAO X H6:8542 1234567 FOB R GACC_2024",
            "VNM X TOTAL 7 FOB R GACC_2024");

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of("UTF-8", QUERY.getBytes(StandardCharsets.UTF_8)),
                Arguments.of("GB 18030", QUERY.getBytes(Charset.forName("GB18030"))),
                Arguments.of("GBK", QUERY.getBytes(Charset.forName("GBK"))),
                Arguments.of("UTF-16LE", ("\uFEFF" + QUERY).getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of("UTF-16BE", ("\uFEFF" + QUERY).getBytes(StandardCharsets.UTF_16BE)),
                Arguments.of(
                        "tabs",
                        QUERY.replace(',', '\t')
                                .replace("\"1\t234\t567\"", "1,234,567")
                                .getBytes(StandardCharsets.UTF_8)),
                Arguments.of(
                        "semicolons",
                        QUERY.replace(',', ';')
                                .replace("1;234;567", "1,234,567")
                                .getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void areReadAsTheyAreWritten(String how, byte[] file) throws SQLException {
        JsonPath answer = steward()
                .contentType("text/csv")
                .body(file)
                .post("/releases?fileName=march.csv&dataset=my_customs")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        assertEquals(3, answer.getInt("rows"));
        assertEquals(1, answer.getInt("skipped"));
        assertEquals(FIGURES_OF_QUERY, figures());
    }

    /** 12.5 of 10,000 yuan are 125,000 yuan; 0.3 of 100 million dollars are 30 million. A dash and a blank are no figures. */
    @Test
    void haveBothFlowsSideBySideInTheUnitThatTheHeaderNames() throws SQLException {
        load("my_customs", """
                年份,月份,国别（地区）,进出口（万元）,出口（万元）,进口（亿美元）,出口同比
                2024,3月,总值,20,12.5,0.3,5
                2024,3月,俄罗斯联邦,20,-,,5
                2024,3月,东盟,1,1,-,5
                """).then().statusCode(201);

        assertEquals(
                List.of(
                        "ASEAN X TOTAL 10000 FOB R GACC_2024",
                        "WORLD M TOTAL 30000000 CIF R GACC_2024",
                        "WORLD X TOTAL 125000 FOB R GACC_2024"),
                figures());
    }

    /** 1.5 million dollars, and 0.2 of ten million yuan. */
    @Test
    void countInMillionsToo() throws SQLException {
        load("my_customs", """
                年份,国别（地区）,出口（百万美元）,进口（千万元）
                2024,老挝,1.5,0.2
                """).then().statusCode(201);

        assertEquals(List.of("LAO M TOTAL 2000000 CIF R GACC_2024", "LAO X TOTAL 1500000 FOB R GACC_2024"), figures());
    }

    /** 0.5 tonnes are 500 kilograms. What is counted keeps its unit; of a dash there is no quantity. */
    @Test
    void sayHowMuchWasTraded() throws SQLException {
        load("my_customs", """
                数据年月,贸易伙伴名称,商品编码,进出口类型,第一数量,第一计量单位,净重（吨）,美元
                202403,老挝,8542,出口,"4,000",台,0.5,1000
                202403,老挝,8542,进口,-,,2,5
                202403,越南,8703,出口,3,千克,,7
                """).then().statusCode(201);

        assertEquals(List.of("LAO M null null 2000", "LAO X 4000 台 500", "VNM X 3 kg null"), measures());
    }

    @Test
    void sayHowMuchOfEachFlowSideBySide() throws SQLException {
        load("my_customs", """
                年份,国别,数量（个）,出口（元）,出口数量（台）,进口（元）,进口数量（台）,进口净重,毛重
                2024,老挝,7,10,2,30,5,9,8
                """).then().statusCode(201);

        assertEquals(
                List.of("LAO M 5 台 9", "LAO X 2 台 null"), measures(), "7 is of neither flow, and 8 is no net weight");
    }

    @Test
    void refuseAQuantityWithoutItsUnit() {
        JsonPath refused =
                load("my_customs", """
                数据年月,贸易伙伴名称,进出口类型,数量,计量单位,美元
                202403,老挝,出口,4,,1
                202403,越南,出口,四,个,1
                """).then().statusCode(422).extract().jsonPath();

        assertEquals(List.of("计量单位", "数量"), refused.getList("rejections.column"));
    }

    private List<String> measures() throws SQLException {
        return query("select partner_code, flow, coalesce(quantity::text, 'null'), coalesce(quantity_unit, 'null'),"
                + " coalesce(net_weight::text, 'null') from trade_flow where superseded_by is null"
                + " and dataset_id = (select id from dataset where code = 'my_customs') order by 1, 2");
    }

    @Test
    void areOfTheProvinceThatTheyName() throws SQLException {
        load("my_customs", """
                年份,注册地名称,贸易伙伴名称,进出口类型,人民币（万元）
                2023,云南省,缅甸,出口,2
                """).then().statusCode(201);

        assertEquals(
                List.of("CN-YN MMR 20000"),
                query("select reporter_code, partner_code, amount from trade_flow where superseded_by is null"
                        + " and dataset_id = (select id from dataset where code = 'my_customs')"));
    }

    @Test
    void goByTheRevisionOfTheirYear() throws SQLException {
        load("my_customs", """
                年份,国别,商品编码,出口(元),进口(元)
                2016,老挝,851712,1,
                2019,老挝,851712,1,
                2024,老挝,851713,1,
                """).then().statusCode(201);

        assertEquals(
                List.of(
                        "LAO X H4:851712 1 FOB R GACC_2024",
                        "LAO X H5:851712 1 FOB R GACC_2024",
                        "LAO X H6:851713 1 FOB R GACC_2024"),
                figures());
    }

    @Test
    void tellEveryFaultInTheirOwnWords() {
        JsonPath refused =
                load("my_customs", """
                        数据年月,贸易伙伴名称,进出口类型,美元
                        202413,老挝,出口,1
                        202403,亚特兰蒂斯,出口,1
                        202403,老挝,转口,1
                        202403,老挝,出口,一
                        202404,老挝,出口,1
                        202404,老挝,出口,2
                        """).then().statusCode(422).extract().jsonPath();

        assertEquals(List.of(2, 3, 4, 5, 7), refused.getList("rejections.line"));
        assertEquals(
                List.of("数据年月", "贸易伙伴名称", "进出口类型", "美元", "贸易伙伴名称, 数据年月, 进出口类型"), refused.getList("rejections.column"));
        assertEquals("'LAO, 2024-04, 出口' was given in line 6 already", refused.getString("rejections[4].reason"));
    }

    @Test
    void refuseProductsOfEightDigits() {
        JsonPath refused =
                load("my_customs", """
                        数据年月,贸易伙伴名称,商品编码,进出口类型,美元
                        202403,老挝,85423100,出口,1
                        """).then().statusCode(422).extract().jsonPath();

        assertTrue(refused.getString("rejections[0].reason").contains("figures of eight digits are not taken"));
    }
}
