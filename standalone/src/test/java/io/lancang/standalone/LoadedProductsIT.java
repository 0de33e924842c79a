package io.lancang.standalone;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Figures by product that a steward loads: how products grow, and which are doubted. All are made up. */
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
