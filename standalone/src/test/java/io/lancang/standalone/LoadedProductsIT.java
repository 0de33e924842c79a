package io.lancang.standalone;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Figures by product that a steward loads: how much was traded, what a unit of it was worth, and how products grow. All are made up. */
class LoadedProductsIT {
    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    private static final String DATASET = "un_comtrade";
    private static final String HEADER = "reporter,period,partner,flow,currency,amount,classification,product\n";

    private final Steward steward = new Steward(SET);

    @AfterEach
    void theOtherTestsFindWhatShips() throws IOException {
        steward.withdrawAll();
    }

    /** 1,000 US dollars for 4,000 pieces of 0.5 tonnes: 0.25 a piece and 2 a kilogram; no number of pieces is told of what goes to Viet Nam. */
    @Test
    void aCustomsTableInChineseSaysHowMuchWasTradedAndWhatAUnitWasWorth() throws IOException {
        steward.load("trade", DATASET, "海关.csv", """
                数据年月,贸易伙伴名称,商品编码,进出口类型,第一数量,第一计量单位,净重（吨）,美元
                202103,老挝,8542,出口,"4,000",台,0.5,1000
                202103,越南,8542,出口,-,,2,5000
                """);

        SET.ask("""
                { tradeFlows(filter: {datasets: ["un_comtrade"], frequency: MONTHLY, classification: HS2022, level: 4}, orderBy: PARTNER) {
                    nodes { partnerCode quantity { amount unit } netWeight { amount unit }
                      each: unitValue(by: QUANTITY) { amount currency unit gap { reason } }
                      kilogram: unitValue { amount unit } } } }""")
                .body("errors", nullValue())
                .rootPath("data.tradeFlows.nodes")
                .body("partnerCode", is(List.of("LAO", "VNM")))
                .body("quantity", is(Arrays.asList(Map.of("amount", 4000, "unit", "台"), null)))
                .body("netWeight.amount", is(List.of(500, 2000)))
                .body("[0].each.amount.doubleValue()", closeTo(0.25, 1e-9))
                .body("[0].each.unit", is("台"))
                .body("[1].each.gap.reason", is("NOT_REPORTED"))
                .body("kilogram.amount.collect { it.doubleValue() }", is(List.of(2.0, 2.5)));
    }

    /**
     * Exports of chapter 85 to Germany, 40 and 50, and to the United Kingdom, 60 in 2019, which left the union in January 2020: its members
     * of 2020 bought a quarter more, 50 on 40, and not half as much, 50 on 100.
     */
    @Test
    void aProductOfTheUnionGrowsByTheMembersOfTheLaterYear() throws IOException {
        steward.load("trade", DATASET, "chapters.csv", HEADER + """
                CHN,2019,DEU,EXPORT,USD,40,HS2022,85
                CHN,2019,GBR,EXPORT,USD,60,HS2022,85
                CHN,2020,DEU,EXPORT,USD,50,HS2022,85
                """);

        String growth = """
                tradeSummary(filter: {datasets: ["un_comtrade"], blocs: ["EU"], flows: [EXPORTS], from: 2020, to: 2020, classification: HS2022,
                    products: ["85"]}, groupBy: [PERIOD, BLOC, PRODUCT], measures: [SUM, GROWTH]%s) {
                  rows { sum { amount } growth basis { composition membersOf } } }
                """;
        SET.ask("{ alike: " + growth.formatted("") + " own: " + growth.formatted(", growthComposition: AS_OF_YEAR")
                        + "}")
                .body("errors", nullValue())
                .body("data.alike.rows.sum.amount", is(List.of(50)))
                .body("data.alike.rows[0].growth.doubleValue()", closeTo(25, 1e-9))
                .body("data.alike.rows[0].basis.composition", is("LIKE_FOR_LIKE"))
                .body("data.alike.rows[0].basis.membersOf", is(2020))
                .body("data.own.rows[0].growth.doubleValue()", closeTo(-50, 1e-9));
    }

    /** Three chapters with 6,000,000 together, and with 6,000 a year later: thousands, it seems. */
    @Test
    void productsThatTogetherAreAThousandthOfTheYearBeforeAreDoubted() throws IOException {
        steward.offer("trade", DATASET, HEADER + """
                        CHN,2021,LAO,EXPORT,USD,1000000,HS2022,01
                        CHN,2021,LAO,EXPORT,USD,2000000,HS2022,02
                        CHN,2021,LAO,EXPORT,USD,3000000,HS2022,03
                        CHN,2022,LAO,EXPORT,USD,3000,HS2022,01
                        CHN,2022,LAO,EXPORT,USD,1000,HS2022,02
                        CHN,2022,LAO,EXPORT,USD,2000,HS2022,03
                        """, "&dryRun=true")
                .statusCode(200)
                .body(
                        "doubts.find { it.line == 5 }.reason",
                        startsWith(
                                "of HS2022 at level 2, 3 figures of this period together: 6000 is a thousandth of 6000000"));
    }
}
