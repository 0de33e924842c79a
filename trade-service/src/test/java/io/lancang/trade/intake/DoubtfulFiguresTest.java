package io.lancang.trade.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is odd about figures is reported, and does not keep them from being loaded. */
@QuarkusTest
class DoubtfulFiguresTest extends IntakeTest {
    @Test
    void areOfYearsToCome() {
        JsonPath answer = loaded(HEADER + "2099,LAO,EXPORT,USD,70000000000,,\n2019,LAO,EXPORT,USD,1700000000,,\n");

        assertEquals(List.of(2), answer.getList("doubts.line"));
        assertEquals("period", answer.getString("doubts[0].column"));
        assertTrue(answer.getString("doubts[0].reason").contains("2099"), answer.getString("doubts"));
    }

    @Test
    void areOfTradeWithOneself() {
        JsonPath answer = loaded("reporter," + HEADER + "LAO,2019,LAO,EXPORT,USD,1,,\n");

        assertEquals("partner", answer.getString("doubts[0].column"));
        assertTrue(answer.getString("doubts[0].reason").startsWith("LAO trades with itself"));
    }

    /** What all trade with all, which intensities are measured by. */
    @Test
    void areNoneOfTheWorldsTotals() {
        assertEquals(
                List.of(),
                loaded("reporter," + HEADER + "WORLD,2019,WORLD,IMPORT,USD,19000000000000,,\n")
                        .getList("doubts"));
    }

    /** China has figures with nearly everybody; none with Heard Island. */
    @Test
    void areWithPartnersThatTheReporterHasNoOtherFiguresOf() {
        JsonPath answer = loaded(HEADER + "2019,HMD,EXPORT,USD,1,,\n2019,LAO,EXPORT,USD,1700000000,,\n");

        assertEquals(List.of(2), answer.getList("doubts.line"));
        assertEquals(
                "HMD is no partner that any other dataset has figures of by CHN", answer.getString("doubts[0].reason"));
    }

    /** China's exports to Laos of 2018 and 2020 ship, as 1.45 and 1.5 billion dollars: 1.7 million are in thousands. */
    @Test
    void areAThousandTimesThoseBesideThem() {
        JsonPath less = loaded(HEADER + "2019,LAO,EXPORT,USD,1300000,,\n");
        JsonPath more =
                loaded(HEADER + "2017,LAO,IMPORT,CNY,4,,\n2018,LAO,IMPORT,CNY,5000,,\n2019,LAO,IMPORT,CNY,5,,\n");

        assertEquals(List.of(2), less.getList("doubts.line"));
        assertEquals("amount", less.getString("doubts[0].column"));
        assertTrue(
                less.getString("doubts[0].reason").startsWith("1300000 is a thousandth of "), less.getString("doubts"));
        // Each of the three beside 5,000, or 5,000 beside them; nothing says which one is right.
        assertEquals(List.of(2, 3, 4), more.getList("doubts.line"));
        assertTrue(more.getString("doubts[1].reason").startsWith("5000 is 1,000 times 4, the figure beside it"));
    }

    /** Three chapters with 6,000,000 together in 2021; 6,000 in 2022 is what 6,000,000 would be in thousands. */
    @Test
    void areProductsThatTogetherAreAThousandTimesThoseBesideThem() {
        String earlier = chapters(2021, "01,1000000", "02,2000000", "03,3000000");
        String later = chapters(2022, "01,3000", "02,1000", "03,2000");
        JsonPath together = loaded(HEADER + earlier + later);

        assertEquals(List.of(2, 5), together.getList("doubts.line"));
        assertEquals("amount", together.getString("doubts[1].column"));
        assertEquals(
                "of HS2022 at level 2, 3 figures of this period together: 6000 is a thousandth of 6000000, the figure beside it, or"
                        + " further from it: is the unit the same?",
                together.getString("doubts[1].reason"));
    }

    @Test
    void areProductsThatTogetherAreAThousandthOfWhatIsLoaded() {
        loaded(HEADER + chapters(2021, "01,1000000", "02,2000000", "03,3000000"));

        assertEquals(
                List.of(2),
                loaded(HEADER + chapters(2022, "01,3000", "02,1000", "03,2000")).getList("doubts.line"));
    }

    /** One chapter of three may be small, and may have grown from next to nothing. */
    @Test
    void areNoProductsThatAreOtherOnesOrGoUpAndDown() {
        assertEquals(
                List.of(),
                loaded(HEADER + chapters(2021, "01,1000000", "02,2000000", "03,3000000") + chapters(2022, "01,3"))
                        .getList("doubts"));
        assertEquals(
                List.of(),
                loaded(HEADER
                                + chapters(2021, "01,1", "02,2000000", "03,3")
                                + chapters(2022, "01,4000000", "02,7", "03,9000"))
                        .getList("doubts"));
    }

    private static String chapters(int year, String... amounts) {
        return Stream.of(amounts)
                .map(amount -> amount.split(","))
                .map(cells -> "%d,LAO,EXPORT,USD,%s,HS2022,%s%n".formatted(year, cells[1], cells[0]))
                .collect(Collectors.joining());
    }

    @Test
    void areNoneAmongWhatIsAsBefore() {
        assertEquals(
                List.of(), loaded(HEADER + "2019,LAO,EXPORT,USD,1700000000,,\n").getList("doubts"));
    }

    @Test
    void areReportedByADryRunToo() {
        JsonPath answer = steward()
                .contentType("text/csv")
                .body(HEADER + "2099,LAO,EXPORT,USD,70000000000,,\n")
                .post("/releases?dryRun=true&dataset=my_customs")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertEquals(1, answer.getList("doubts").size());
    }

    @Test
    void ofAnUnknownFormatSayHowItWasRead() {
        String body = load("my_customs", "period;partner;flow;value\n2019;LAO;EXPORT;1\n")
                .then()
                .statusCode(400)
                .extract()
                .body()
                .asString();

        assertTrue(body.contains("The file was read as UTF-8 with semicolons between 4 columns."), body);
        assertTrue(body.contains("Nearest is Lancang's own: of its columns the file has no amount, "), body);
    }

    private static JsonPath loaded(String csv) {
        return load("my_customs", csv).then().statusCode(201).extract().jsonPath();
    }
}
