package io.lancang.trade.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files of series, with figures of the packaged data. */
@QuarkusTest
class SeriesFileTest extends TradeServiceTest {
    private static final String LAOS = "trade-annual.csv?partners=LAO&currency=USD&from=2019&to=2021&comments=false";

    /** As `trade_annual.csv` has them; 1,787,923,750 + 2,159,565,520 in 2019, 1,497,753,150 + 2,064,186,440 in 2020. */
    @Test
    void haveEachFigureOfTheGraphAndWhatIsMissingBetween() {
        assertEquals(
                List.of(
                        "period,reporter,partner,flow,currency,amount,valuation,quality,gap_reason,source",
                        "2019,CHN,LAO,EXPORT,USD,1787923750,FOB,REPORTED,,IMF_DOTS_2022",
                        "2020,CHN,LAO,EXPORT,USD,1497753150,FOB,REPORTED,,IMF_DOTS_2022",
                        "2021,CHN,LAO,EXPORT,USD,,FOB,MISSING,NOT_COVERED,",
                        "2019,CHN,LAO,IMPORT,USD,2159565520,CIF,REPORTED,,IMF_DOTS_2022",
                        "2020,CHN,LAO,IMPORT,USD,2064186440,CIF,REPORTED,,IMF_DOTS_2022",
                        "2021,CHN,LAO,IMPORT,USD,2663941338,CIF,REPORTED,,IMF_DOTS_2023",
                        "2019,CHN,LAO,TOTAL,USD,3947489270,,REPORTED,,IMF_DOTS_2022",
                        "2020,CHN,LAO,TOTAL,USD,3561939590,,REPORTED,,IMF_DOTS_2022",
                        "2021,CHN,LAO,TOTAL,USD,,,MISSING,NOT_COVERED,"),
                FlowFile.text(FlowFile.get(LAOS)).lines().toList());
    }

    /** `trade_monthly_2024_cny.csv` has 2,698,800,000 yuan of January. */
    @Test
    void areOfMonthsAsWell() {
        HttpResponse<byte[]> answer = FlowFile.get("trade-monthly.ndjson?partners=LAO&currency=CNY&from=2024&to=2024");

        assertEquals("application/x-ndjson", FlowFile.header(answer, "content-type"));
        List<JsonPath> rows = FlowFile.text(answer).lines().map(JsonPath::from).toList();
        assertEquals(36, rows.size());
        assertEquals("2024-01", rows.getFirst().getString("period"));
        assertEquals(2698800000L, rows.getFirst().getLong("amount"));
    }

    /** Malaysia and others report what they sell to China; more than four of them are read together. */
    @Test
    void areOfWhoeverReports() {
        String parameters = "partners=CHN&from=2005&to=2005&comments=false";
        List<String> all = FlowFile.text(FlowFile.get("trade-annual.csv?reporters=ALL&" + parameters))
                .lines()
                .toList();
        List<String> one = FlowFile.text(FlowFile.get("trade-annual.csv?reporters=MYS&" + parameters))
                .lines()
                .toList();

        assertTrue(one.getLast().startsWith("2005,MYS,CHN,EXPORT,USD,9284400095,FOB,"), one.getLast());
        assertTrue(all.size() > 150, all.size() + " lines");
        assertTrue(all.containsAll(one));
    }

    @Test
    void tellInACsvFileWhatTheyAre() {
        assertTrue(FlowFile.text(FlowFile.get("trade-annual.csv?partners=LAO"))
                .startsWith("# Annual trade in goods by partner, by reporter, partner, flow and currency"));
    }

    @Test
    void areFetchedAsAnyFile() {
        HttpResponse<byte[]> whole = FlowFile.get(LAOS);
        String tag = FlowFile.header(whole, "etag");

        assertEquals(304, FlowFile.get(LAOS, "if-none-match", tag).statusCode());
        HttpResponse<byte[]> part = FlowFile.get(LAOS, "range", "bytes=10-99", "if-range", tag);
        assertEquals(206, part.statusCode());
        assertArrayEquals(Arrays.copyOfRange(whole.body(), 10, 100), part.body());
        assertEquals(
                200,
                FlowFile.get(LAOS.replace("LAO", "VNM"), "if-none-match", tag).statusCode());
    }

    @Test
    void areEmptyTablesWhereNobodyReports() {
        assertEquals(
                1,
                FlowFile.text(FlowFile.get("trade-monthly.csv?reporters=MYS&comments=false"))
                        .lines()
                        .count());
    }

    @Test
    void refuseWhatIsNoPartnerAndNoParameter() {
        HttpResponse<byte[]> unknown = FlowFile.get("trade-annual.csv?partners=LAOS");
        HttpResponse<byte[]> misspelt = FlowFile.get("trade-annual.csv?partner=LAO");
        HttpResponse<byte[]> reversed = FlowFile.get("trade-annual.csv?from=2020&to=2019");

        assertTrue(unknown.statusCode() == 404 || unknown.statusCode() == 400, FlowFile.text(unknown));
        assertEquals(400, misspelt.statusCode());
        assertTrue(FlowFile.text(misspelt).contains("There is no parameter 'partner'."));
        assertEquals(400, reversed.statusCode());
        assertTrue(FlowFile.text(FlowFile.get("trade-weekly.csv")).contains("trade-annual.parquet"));
    }
}
