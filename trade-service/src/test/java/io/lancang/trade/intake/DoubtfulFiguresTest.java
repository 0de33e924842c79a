package io.lancang.trade.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is odd about figures is reported, and does not keep them from being loaded. */
@QuarkusTest
class DoubtfulFiguresTest extends IntakeTest {
    @AfterEach
    void takeSumsOfAnotherDatasetBack() throws SQLException {
        execute("delete from trade_rollup where reporter_code = 'HMD'");
    }

    @Test
    void areOfYearsToCome() {
        JsonPath answer = loaded(HEADER + "2099,LAO,EXPORT,USD,70000000000,,\n2019,LAO,EXPORT,USD,1700000000,,\n");

        assertEquals(List.of(2), answer.getList("doubts.line"));
        assertEquals("period", answer.getString("doubts[0].column"));
        assertTrue(answer.getString("doubts[0].reason").contains("2099"), answer.getString("doubts"));
    }

    @Test
    void areOfTradeWithOneself() {
        JsonPath answer = reported("LAO,2019,LAO,EXPORT,USD,1,,\n");

        assertEquals("partner", answer.getString("doubts[0].column"));
        assertTrue(answer.getString("doubts[0].reason").startsWith("LAO trades with itself"));
    }

    /** What all trade with all, which intensities are measured by. */
    @Test
    void areNoneOfTheWorldsTotals() {
        assertEquals(
                List.of(),
                reported("WORLD,2019,WORLD,IMPORT,USD,19000000000000,,\n").getList("doubts"));
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
        // The first of all has one after it alone.
        assertTrue(more.getString("doubts[0].reason").startsWith("4 is a thousandth of 5000, the figure beside it"));
    }

    @Test
    void areMoreThanThoseThatComeAfterThem() {
        JsonPath answer = loaded(HEADER + "2017,LAO,IMPORT,CNY,5000,,\n2018,LAO,IMPORT,CNY,5,,\n");

        assertTrue(answer.getString("doubts[0].reason").startsWith("5000 is 1,000 times 5, the figure beside it"));
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
        // The first of all have some after them alone.
        assertTrue(
                together.getString("doubts[0].reason")
                        .endsWith(
                                ": 6000000 is 1,000 times 6000, the figure beside it, or further from it: is the unit the same?"));
    }

    /** Of two beside it the earlier one is named: 6,000,000 and not 9,000,000. */
    @Test
    void areProductsBesideThoseOfThePeriodBefore() {
        JsonPath answer = loaded(
                HEADER + chapters(2021, "01,6000000") + chapters(2022, "01,6000") + chapters(2023, "01,9000000"));

        assertTrue(answer.getString("doubts[1].reason")
                .contains(": 6000 is a thousandth of 6000000, the figure beside it"));
    }

    /** Of 2021 it is known that there are figures, and no sum of them: what is beside it is what is beside that. */
    @Test
    void areProductsBesideThoseThatHaveASum() throws SQLException {
        loaded(HEADER + chapters(2021, "01,500"));
        execute("delete from trade_rollup where dataset_id = (select id from dataset where code = 'my_customs')");

        assertEquals(
                List.of(2, 3),
                loaded(HEADER + chapters(2020, "01,6000000") + chapters(2022, "01,6000"))
                        .getList("doubts.line"));
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

    /** The one of 2099 stands below another with the same partner, and stranger still is the one below it. */
    @Test
    void areNamedByTheirLinesAndInTheirOrder() {
        JsonPath answer = loaded(HEADER + "2019,LAO,EXPORT,USD,1700000000,,\n2099,LAO,EXPORT,USD,1700000000,,\n"
                + "2019,HMD,EXPORT,USD,1,,\n2019,BVT,EXPORT,USD,1,,\n");

        assertEquals(List.of(3, 4, 5), answer.getList("doubts.line"));
        assertEquals(List.of("period", "partner", "partner"), answer.getList("doubts.column"));
    }

    /** Who has no figure in another dataset is a stranger to all, and nobody is a stranger to it. */
    @Test
    void areWithNoStrangersWhereNothingElseIsKnownOfTheReporter() {
        assertEquals(List.of(), reported("HMD,2019,LAO,EXPORT,USD,1,,\n").getList("doubts"));
        assertEquals(List.of(), reported("HMD,2019,VNM,EXPORT,USD,1,,\n").getList("doubts"));
    }

    /** That the dataset itself had them before, or that somebody else has, or that a release took them back, makes nobody known. */
    @Test
    void areWithStrangersWhomOnlyTheDatasetItselfOrSomebodyElseOrThePastKnows() throws SQLException {
        loaded(HEADER + "2018,HMD,EXPORT,USD,1,,\n");
        knowHeardIsland("KOR", "null");
        knowHeardIsland("CHN", "1");
        knowHeardIsland("BVT", "1");
        try {
            assertEquals(
                    List.of("HMD is no partner that any other dataset has figures of by CHN"),
                    loaded(HEADER + "2019,HMD,EXPORT,USD,1,,\n").getList("doubts.reason"));
            assertEquals(List.of(), reported("BVT,2019,LAO,EXPORT,USD,1,,\n").getList("doubts"));
        } finally {
            execute("delete from trade_flow_tally where partner_code = 'HMD' and period = '1950-01-01'");
        }
    }

    private void knowHeardIsland(String reporter, String supersededBy) throws SQLException {
        execute("""
                insert into trade_flow_tally (dataset_id, frequency, period, reporter_code, partner_code, flow, currency, classification,
                                              level, brought_by, figures, release_id, superseded_by)
                values (1, 'A', '1950-01-01', '%s', 'HMD', 'X', 'USD', 'TOTAL', 0, 1, 1, 1, %s)""".formatted(reporter, supersededBy));
    }

    /** Each pair is of one series of its own: another reporter, partner, flow, currency or frequency is another series. */
    @Test
    void areNoneBesideAnotherSeriesOrBesideNothing() {
        String series = """
                HMD,%1$s,LAO,EXPORT,USD,5,,
                HMD,%1$s,LAO,IMPORT,USD,5000,,
                HMD,%1$s,LAO,EXPORT,CNY,5000,,
                HMD,%1$s,VNM,EXPORT,USD,5000,,
                BVT,%1$s,LAO,EXPORT,USD,5000,,
                HMD,%1$s-01,LAO,EXPORT,USD,5000,,
                HMD,%1$s,LAO,EXPORT,USD,0.001,HS2022,01
                HMD,%1$s,THA,EXPORT,USD,%2$s,,
                """;
        String rows = series.formatted(2016, 0)
                + series.formatted(2017, 7)
                + series.formatted(2018, 0)
                + series.formatted(2019, 7);

        assertEquals(List.of(), reported(rows).getList("doubts"));
    }

    /** What was 5,000 and was put right, and what the chapter of a loaded year has, is beside nothing. */
    @Test
    void areNoneBesideWhatWasPutRightOrIsOfAChapter() {
        reported("HMD,2017,LAO,EXPORT,USD,5000,,\n");
        JsonPath putRight = reported("HMD,2017,LAO,EXPORT,USD,5,,\nHMD,2017,LAO,EXPORT,USD,5000,HS2022,01\n");

        assertEquals(List.of(), putRight.getList("doubts"));
        assertEquals(List.of(), reported("HMD,2018,LAO,EXPORT,USD,5,,\n").getList("doubts"));
    }

    /** The file has no figure of 2017 of the series that is loaded, only of others: the loaded one is still beside that of 2018. */
    @Test
    void areBesideWhatIsLoadedOfAYearThatTheFileHasOfOtherSeriesAlone() {
        reported("HMD,2017,LAO,EXPORT,USD,5000,,\n");

        JsonPath answer = reported("""
                HMD,2018,LAO,EXPORT,USD,5,,
                HMD,2017,LAO,IMPORT,USD,5,,
                HMD,2017,LAO,EXPORT,CNY,5,,
                HMD,2017,VNM,EXPORT,USD,5,,
                BVT,2017,LAO,EXPORT,USD,5,,
                HMD,2017-01,LAO,EXPORT,USD,5,,
                HMD,2017,LAO,EXPORT,USD,5,HS2022,01
                """);
        JsonPath replaced = reported("HMD,2018,LAO,EXPORT,USD,5,,\nHMD,2017,LAO,EXPORT,USD,5,,\n");

        assertEquals(List.of(2), answer.getList("doubts.line"));
        assertEquals(List.of(), replaced.getList("doubts"));
    }

    @Test
    void areProductsBesideWhatIsLoadedOfAYearThatTheFileHasOfOtherSeriesAlone() throws SQLException {
        reported("""
                HMD,2018,LAO,EXPORT,USD,9,HS2022,01
                HMD,2021,LAO,EXPORT,USD,1000000,HS2022,01
                HMD,2021,LAO,EXPORT,USD,5000000,HS2022,02
                """);
        sumLikeThoseOfLaos();

        JsonPath answer = reported("""
                HMD,2022,LAO,EXPORT,USD,4000,HS2022,01
                HMD,2022,LAO,EXPORT,USD,2000,HS2022,02
                HMD,2021,LAO,IMPORT,USD,5,HS2022,01
                HMD,2021,LAO,EXPORT,CNY,5,HS2022,01
                HMD,2021,VNM,EXPORT,USD,5,HS2022,01
                BVT,2021,LAO,EXPORT,USD,5,HS2022,01
                HMD,2021-01,LAO,EXPORT,USD,5,HS2022,01
                HMD,2021,LAO,EXPORT,USD,5,HS2017,01
                HMD,2021,LAO,EXPORT,USD,5,HS2022,0301
                """);

        assertEquals(List.of(2), answer.getList("doubts.line"));
        assertEquals(
                "of HS2022 at level 2, 2 figures of this period together: 6000 is a thousandth of 6000000, the figure beside it, or"
                        + " further from it: is the unit the same?",
                answer.getString("doubts[0].reason"));
        // Nothing is beside what comes more than a year later.
        assertEquals(
                List.of(), reported("HMD,2015,LAO,EXPORT,USD,90000,HS2022,01\n").getList("doubts"));
    }

    /** Sums and counts that differ from those of the chapters of 2021 in one thing, or that a release put right. */
    private void sumLikeThoseOfLaos() throws SQLException {
        List<String> same = List.of(
                "dataset_id",
                "frequency",
                "period",
                "reporter_code",
                "partner_code",
                "flow",
                "product_code",
                "currency",
                "null");
        List<String> other =
                List.of("1", "'M'", "'2019-01-01'", "'BVT'", "'VNM'", "'M'", "'H0:01'", "'CNY'", "release_id");
        for (int column = 0; column < same.size(); column++) {
            List<String> changed = new ArrayList<>(same);
            changed.set(column, other.get(column));
            execute("""
                insert into trade_rollup (dataset_id, frequency, period, reporter_code, partner_code, flow, product_code, currency, valuation,
                                          amount, quality, source_ids, parts, computed, release_id, superseded_by)
                select %s, %s, %s, %s, %s, %s, %s, %s, valuation, 700, quality, source_ids, parts, computed, release_id, %s
                from trade_rollup where reporter_code = 'HMD' and period = '2021-01-01' and product_code = 'H6:01' and amount = 1000000;
                """.formatted(changed.toArray()));
        }
        execute("""
                insert into trade_flow_tally (dataset_id, frequency, period, reporter_code, partner_code, flow, currency, classification,
                                              level, brought_by, figures, release_id, superseded_by)
                select dataset_id, frequency, period, reporter_code, partner_code, flow, currency, classification, level, brought_by, 50,
                       release_id, release_id
                from trade_flow_tally where reporter_code = 'HMD' and period = '2021-01-01' and level = 2
                """);
    }

    /** Twice as many are still alike, three times as many are other products. */
    @Test
    void areProductsOfPeriodsWithUpToTwiceAsManyOfThem() {
        assertEquals(
                List.of(2, 4),
                loaded(HEADER
                                + chapters(2021, "01,1000000", "02,5000000")
                                + chapters(2022, "01,1000", "02,1000", "03,2000", "04,2000"))
                        .getList("doubts.line"));
        assertEquals(
                List.of(2, 6),
                loaded(HEADER
                                + chapters(2021, "01,1000", "02,1000", "03,2000", "04,2000")
                                + chapters(2022, "01,1000000", "02,5000000"))
                        .getList("doubts.line"));
        assertEquals(
                List.of(),
                loaded(HEADER + chapters(2021, "01,6000000") + chapters(2022, "01,1000", "02,2000", "03,3000"))
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

    /** Rows that each say whose figure they are. */
    private static JsonPath reported(String rows) {
        return loaded("reporter," + HEADER + rows);
    }

    private static JsonPath loaded(String csv) {
        return load("my_customs", csv).then().statusCode(201).extract().jsonPath();
    }
}
