package io.lancang.standalone;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Formats, encodings and delimiters of the files of figures that a steward loads, and what the gateway then answers. */
class FileFormatsIT {
    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    private static final String LOADED = """
            { tradeFlows(filter: {datasets: ["un_comtrade"], from: 2021, to: 2021%s}) { nodes { partnerCode
                product { code } value { amount } } } }""";

    private final Steward steward = new Steward(SET);

    @AfterEach
    void theOtherTestsFindWhatShips() throws IOException {
        steward.withdrawAll();
    }

    /** Two subheadings of revisions that have them, and the total; the second row of Laos is a part of the first by mode of transport. */
    @Test
    void aDownloadOfUnComtradeMayBeOfTheRevisionsOf2012And2017() throws IOException {
        steward.load("trade", "un_comtrade", "download.csv", """
                freqCode,period,reporterISO,flowCode,partnerISO,partner2Code,classificationCode,cmdCode,customsCode,motCode,primaryValue,isReported,isAggregate
                A,2021,CHN,X,LAO,0,H5,851712,C00,0,40,True,False
                A,2021,CHN,X,LAO,0,H5,851712,C00,2100,30,True,False
                A,2021,CHN,X,VNM,0,H4,851712,C00,0,7,True,False
                """);

        findsASubheading("HS2017", "LAO", 40);
        findsASubheading("HS2012", "VNM", 7);
    }

    private static void findsASubheading(String classification, String partner, int amount) {
        SET.ask(LOADED.formatted(", classification: " + classification + ", level: 6"))
                .body("errors", nullValue())
                .body("data.tradeFlows.nodes.partnerCode", is(List.of(partner)))
                .body("data.tradeFlows.nodes[0].product.code", is("851712"))
                .body("data.tradeFlows.nodes[0].value.amount", is(amount));
    }

    /** 12.5 of 10,000 US dollars are 125,000, for 4,000 pieces (台) and half a tonne. */
    @Test
    void aCustomsTableMayHaveChineseHeadersInGb18030WithSemicolonsAndSayHowMuchWasTraded() throws IOException {
        steward.load("trade", "un_comtrade", "海关.csv", """
                数据年月;贸易伙伴名称;商品编码;进出口类型;第一数量;第一计量单位;净重（吨）;美元（万元）
                202403;老挝;8542;出口;4,000;台;0.5;12.5
                """.getBytes(Charset.forName("GB18030")));

        String figure = "data.tradeFlows.nodes[0].";
        SET.ask("""
                { tradeFlows(filter: {datasets: ["un_comtrade"], frequency: MONTHLY, from: 2024, to: 2024, classification: HS2022, level: 4}) {
                    nodes { partnerCode flow period { month } product { code } value { amount } quantity { amount unit }
                      netWeight { amount unit } kilogram: unitValue { amount unit } each: unitValue(by: QUANTITY) { amount unit } } } }""")
                .body("errors", nullValue())
                .body("data.tradeFlows.nodes.partnerCode", is(List.of("LAO")))
                .body("data.tradeFlows.nodes.flow", is(List.of("EXPORTS")))
                .body(figure + "period.month", is(3))
                .body(figure + "product.code", is("8542"))
                .body(figure + "value.amount", is(125000))
                .body(figure + "quantity.amount", is(4000))
                .body(figure + "quantity.unit", is("台"))
                .body(figure + "netWeight.amount", is(500))
                .body(figure + "netWeight.unit", is("kg"))
                // 125,000 / 500, and 125,000 / 4,000
                .body(figure + "kilogram.amount.doubleValue()", closeTo(250, 1e-9))
                .body(figure + "kilogram.unit", is("kg"))
                .body(figure + "each.amount.doubleValue()", closeTo(31.25, 1e-9))
                .body(figure + "each.unit", is("台"));
    }

    /** As some spreadsheets save a table: UTF-16 with a byte order mark, and tabs. */
    @Test
    void aFileMayBeInUtf16WithTabs() throws IOException {
        steward.load(
                "trade",
                "un_comtrade",
                "tabs.txt",
                "\uFEFFperiod\tpartner\tflow\tcurrency\tamount\n2021\tLAO\tEXPORT\tUSD\t7\n"
                        .getBytes(StandardCharsets.UTF_16LE));

        SET.ask(LOADED.formatted("")).body("data.tradeFlows.nodes.value.amount", is(List.of(7)));
    }

    @Test
    void aFileOfNoFormatIsRefusedWithHowItWasReadAndWhichFormatIsNearest() throws IOException {
        steward.offer("trade", "un_comtrade", "period;partner;flow;value\n2021;LAO;EXPORT;1\n", "")
                .statusCode(400)
                .body("error.message", containsString("read as UTF-8 with semicolons between 4 columns"))
                .body("error.hint", containsString("Nearest is Lancang's own"));
    }
}
