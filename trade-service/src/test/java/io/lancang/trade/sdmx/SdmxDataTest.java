package io.lancang.trade.sdmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data by SDMX, with figures of the packaged files. */
@QuarkusTest
class SdmxDataTest extends SdmxClient {
    private static final String MONTHLY = "data/dataflow/LANCANG/TRADE_MONTHLY/1.0.0/";
    private static final String CHAPTERS = "data/dataflow/LANCANG/TRADE_HS1992/1.0.0/";
    private static final String START = "dataflow,LANCANG:TRADE_ANNUAL(1.0.0),I,A,CN,LA,";

    /** China's exports to Laos and imports from there as `trade_annual.csv` has them, which has no exports of 2021 and 2022. */
    @Test
    void areLinesWithEverythingThatEachFigureNeeds() {
        HttpResponse<String> answer = get(FLOW + "A.CN.LA.X+M.USD?c[TIME_PERIOD]=ge:2019+le:2022", CSV);

        assertEquals(200, answer.statusCode());
        assertEquals(CSV, answer.headers().firstValue("content-type").orElse(""));
        assertEquals("Accept", answer.headers().firstValue("vary").orElse(""));
        assertEquals(
                List.of(
                        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,INDICATOR,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,"
                                + "UNIT_MULT,VALUATION,OBS_STATUS,QUALITY,GAP_REASON,SOURCE",
                        START + "X,USD,2019,1787923750,0,FOB,A,REPORTED,,IMF_DOTS_2022",
                        START + "X,USD,2020,1497753150,0,FOB,A,REPORTED,,IMF_DOTS_2022",
                        START + "X,USD,2021,,0,FOB,O,MISSING,NOT_COVERED,",
                        START + "X,USD,2022,,0,FOB,O,MISSING,NOT_COVERED,",
                        START + "M,USD,2019,2159565520,0,CIF,A,REPORTED,,IMF_DOTS_2022",
                        START + "M,USD,2020,2064186440,0,CIF,A,REPORTED,,IMF_DOTS_2022",
                        START + "M,USD,2021,2663941338,0,CIF,A,REPORTED,,IMF_DOTS_2023",
                        START + "M,USD,2022,3358836240,0,CIF,A,REPORTED,,IMF_DOTS_2023"),
                answer.body().lines().toList());
    }

    /** 1,787,923,750 + 2,159,565,520 in 2019. In 2024 yuan are reported, and dollars are estimated from them. */
    @Test
    void tellTotalsAndHowSureFiguresAre() {
        List<String> lines = get(FLOW + "A.CN.LA.T+X?c[TIME_PERIOD]=2019,2024", CSV)
                .body()
                .lines()
                .toList();

        assertEquals(
                List.of(
                        START + "X,USD,2019,1787923750,0,FOB,A,REPORTED,,IMF_DOTS_2022",
                        START + "X,USD,2024,3677099859,0,FOB,E,ESTIMATED,,GACC_2024",
                        START + "T,USD,2019,3947489270,0,,A,REPORTED,,IMF_DOTS_2022",
                        START + "T,USD,2024,8235639943,0,,E,ESTIMATED,,GACC_2024",
                        START + "X,CNY,2024,26144180000,0,FOB,A,REPORTED,,GACC_2024",
                        START + "T,CNY,2024,58555400000,0,,A,REPORTED,,GACC_2024"),
                lines.subList(1, lines.size()));
    }

    /** ASEAN is an aggregate that customs report of 2024; of 2022 they announced a rounded total. */
    @Test
    void markQuotedFigures() {
        List<String> lines = get(FLOW + "A.CN.ASEAN.T.USD?c[TIME_PERIOD]=2022", CSV)
                .body()
                .lines()
                .toList();

        assertEquals(
                "dataflow,LANCANG:TRADE_ANNUAL(1.0.0),I,A,CN,ASEAN,T,USD,2022,975300000000,0,,D,HEADLINE,,S_ARTICLE",
                lines.get(1));
    }

    /** The first figure is of 1981, the next of 1987: what lies between is missing, what is before is no observation. */
    @Test
    void beginWithTheFirstFigureAndTellWhatIsMissingSince() {
        List<String> lines = get(FLOW + "A.CN.LA.X.USD?firstNObservations=2&attributes=OBS_STATUS", CSV)
                .body()
                .lines()
                .toList();

        assertEquals(List.of(START + "X,USD,1981,800000,A", START + "X,USD,1982,,O"), lines.subList(1, 3));
        assertEquals(3, lines.size());
    }

    @Test
    void endWithTheLastFigure() {
        List<String> lines = get(FLOW + "A.CN.LA.X.USD?lastNObservations=1&attributes=none", CSV)
                .body()
                .lines()
                .toList();

        assertEquals(List.of(START + "X,USD,2024,3677099859"), lines.subList(1, lines.size()));
    }

    @Test
    void areSeriesThatPointIntoTheStructure() {
        HttpResponse<String> answer = get(FLOW + "A.CN.LA.X+M.USD?c[TIME_PERIOD]=ge:2020+le:2021", JSON);
        JsonPath message = JsonPath.from(answer.body());

        assertEquals(JSON, answer.headers().firstValue("content-type").orElse(""));
        assertEquals(
                List.of("FREQ", "REF_AREA", "COUNTERPART_AREA", "INDICATOR", "UNIT_MEASURE"),
                message.getList("data.structures[0].dimensions.series.id"));
        assertEquals(List.of("X", "M"), message.getList("data.structures[0].dimensions.series[3].values.id"));
        assertEquals(
                "Lao People's Democratic Republic",
                message.getString("data.structures[0].dimensions.series[2].values[0].name"));
        assertEquals(
                List.of("2020", "2021"), message.getList("data.structures[0].dimensions.observation[0].values.id"));
        assertEquals(
                List.of("OBS_STATUS", "QUALITY", "GAP_REASON", "SOURCE"),
                message.getList("data.structures[0].attributes.observation.id"));
        Map<String, Object> series = message.getMap("data.dataSets[0].series");
        assertEquals(List.of("0:0:0:0:0", "0:0:0:1:0"), List.copyOf(series.keySet()));
        message.setRootPath("data.dataSets[0].series.'0:0:0:0:0'");
        assertEquals(1497753150L, message.getLong("observations.'0'[0]"));
        assertEquals(List.of(0, 0), message.getList("observations.'0'").subList(1, 3));
        assertNull(message.<Object>get("observations.'1'[0]"));
        assertEquals(List.of(0), message.getList("attributes"));
        message.setRootPath("data.dataSets[0].series.'0:0:0:1:0'");
        assertEquals(2663941338L, message.getLong("observations.'1'[0]"));
        assertEquals(List.of(1), message.getList("attributes"));
    }

    @Test
    void areFlatWhereThatIsAskedFor() {
        JsonPath message =
                JsonPath.from(get(FLOW + "A.CN.LA.M.USD?c[TIME_PERIOD]=2020&dimensionAtObservation=AllDimensions", null)
                        .body());

        assertEquals(2064186440L, message.getLong("data.dataSets[0].observations.'0:0:0:0:0:0'[0]"));
        assertEquals(
                List.of("VALUATION", "OBS_STATUS", "QUALITY", "GAP_REASON", "SOURCE"),
                message.getList("data.structures[0].attributes.observation.id"));
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5), message.getList("data.structures[0].dimensions.observation.keyPosition"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*|JSON",
                "application/*;q=0.5, text/csv|CSV",
                "application/vnd.sdmx.data+csv; version=2.0.0; labels=id|CSV",
                "application/vnd.sdmx.data+json;version=2.0.0;q=0.2, application/vnd.sdmx.data+csv;q=0.9|CSV",
                "application/vnd.sdmx.data+xml;version=3.0.0, application/vnd.sdmx.data+json;version=2+.0.0;q=0.1|JSON",
                "text/csv;q=0, */*|JSON"
            })
    void comeInTheFormatThatTheClientLikesBest(String accept, String format) {
        HttpResponse<String> answer = get(FLOW + "A.CN.LA.X.USD?lastNObservations=1", accept);

        assertEquals(
                format.equals("CSV") ? CSV : JSON,
                answer.headers().firstValue("content-type").orElse(""));
    }

    /** Three neighbours in two currencies; the United States and others are not among them. */
    @Test
    void areThoseOfAnyOfSeveralKeysAndFilters() {
        String keys = get(FLOW + "A.CN.LA+VN.X.USD,A.CN.MM.M?c[TIME_PERIOD]=2020&attributes=none", CSV)
                .body();
        String filtered = get(
                        FLOW
                                + "*?c[REF_AREA]=CN&c[COUNTERPART_AREA]=LA,VN&c[INDICATOR]=ne:M+ne:T&c[UNIT_MEASURE]=USD&c[TIME_PERIOD]=2020",
                        CSV)
                .body();

        assertEquals(List.of("LA,X", "MM,M", "VN,X"), partnersAndFlows(keys));
        assertEquals(List.of("LA,X", "VN,X"), partnersAndFlows(filtered));
    }

    private static List<String> partnersAndFlows(String csv) {
        return csv.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(fields -> fields[5] + "," + fields[6])
                .toList();
    }

    /** Every partner in all years; the files have about 14,600 figures of China. */
    @Test
    void areThoseWithEveryPartnerWhereAKeyEnds() {
        List<String> lines = get(FLOW + "A.CN+MY", CSV).body().lines().toList();

        assertTrue(lines.size() > 14_600, lines.size() + " lines");
        assertTrue(lines.contains(START + "X,USD,2019,1787923750,0,FOB,A,REPORTED,,IMF_DOTS_2022"));
        // Malaysia's exports to China in all goods, of trade_by_sitc_section.csv.
        assertTrue(lines.stream().anyMatch(line -> line.contains(",A,MY,CN,X,USD,2005,9284400095,")));
    }

    /** Reports of all are read together, those of two one after the other: the figures are the same. */
    @Test
    void areTheSameWhereAllReportersAreAskedFor() {
        List<String> all = get(FLOW + "A.*.CN.X.USD?c[TIME_PERIOD]=2005", CSV)
                .body()
                .lines()
                .toList();
        List<String> two = get(FLOW + "A.MY+AF.CN.X.USD?c[TIME_PERIOD]=2005", CSV)
                .body()
                .lines()
                .toList();

        assertTrue(all.size() > 150, all.size() + " lines");
        assertEquals(2, two.size() - 1);
        assertTrue(all.containsAll(two), two.toString());
    }

    /** China's exports to Laos by month, of trade_monthly_2024_cny.csv; that of March is derived there. */
    @Test
    void areMonthsOfTheirOwnDataflow() {
        List<String> lines = get(MONTHLY + "M.CN.LA.X.CNY?c[TIME_PERIOD]=ge:2024-02+le:2024-Q1", CSV)
                .body()
                .lines()
                .toList();

        String start = "dataflow,LANCANG:TRADE_MONTHLY(1.0.0),I,M,CN,LA,X,CNY,";
        assertEquals(
                List.of(
                        start + "2024-02,1610060000,0,FOB,A,REPORTED,,GACC_2024",
                        start + "2024-03,2403700000,0,FOB,A,DERIVED,,GACC_2024"),
                lines.subList(1, lines.size()));
    }

    /** A month is in its year; 2024 has 12 of them. */
    @Test
    void areMonthsOfTheYearThatIsAskedFor() {
        JsonPath message = JsonPath.from(
                get(MONTHLY + "M.CN.LA.M.CNY?c[TIME_PERIOD]=2024", JSON).body());

        List<String> months = message.getList("data.structures[0].dimensions.observation[0].values.id");
        assertEquals(12, months.size());
        assertEquals("2024-01", months.getFirst());
        assertEquals(
                "2024-02-29T23:59:59Z",
                message.getString("data.structures[0].dimensions.observation[0].values[1].end"));
        assertEquals(2531100000L, message.getLong("data.dataSets[0].series.'0:0:0:0:0'.observations.'0'[0]"));
    }

    /** China's exports of live animals to the world by BACI: 585,016,411 dollars in 2011, and 597,672,399 in 2012. */
    @Test
    void areFiguresOfProducts() {
        List<String> lines = get(CHAPTERS + "A.CN.WORLD.01?c[TIME_PERIOD]=2011,2012", CSV)
                .body()
                .lines()
                .toList();

        String start = "dataflow,LANCANG:TRADE_HS1992(1.0.0),I,A,CN,WORLD,01,X,USD,china_exports_by_hs2_baci,";
        assertEquals(
                List.of(
                        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,PRODUCT,INDICATOR,UNIT_MEASURE,DATASET,"
                                + "TIME_PERIOD,OBS_VALUE,UNIT_MULT,VALUATION,OBS_STATUS,QUALITY,SOURCE",
                        start + "2011,585016411,0,FOB,A,RECONCILED,BACI_202201_NABC",
                        start + "2012,597672399,0,FOB,A,RECONCILED,BACI_202201_NABC"),
                lines);
    }

    /** Malaysia sold machinery (section 7) to China for 4,405,393,710 dollars in 2005, and food (section 0) for 76,920,196. */
    @Test
    void areFiguresOfProductsInSeries() {
        JsonPath message = JsonPath.from(get(
                        "data/dataflow/LANCANG/TRADE_SITC3/1.0.0/A.MY.CN.0+7.X?c[TIME_PERIOD]=2005&lastNObservations=1",
                        JSON)
                .body());

        assertEquals(List.of("0", "7"), message.getList("data.structures[0].dimensions.series[3].values.id"));
        assertEquals(
                "Food and live animals", message.getString("data.structures[0].dimensions.series[3].values[0].name"));
        message.setRootPath("data.dataSets[0].series");
        assertEquals(76920196L, message.getLong("'0:0:0:0:0:0:0'.observations.'0'[0]"));
        assertEquals(4405393710L, message.getLong("'0:0:0:1:0:0:0'.observations.'0'[0]"));
    }

    /** Malaysia's food, and Afghanistan's chemicals (section 5), as the file has them; not Malaysia's chemicals. */
    @Test
    void areFiguresOfEachOfSeveralKeys() {
        List<String> lines = get(
                        "data/dataflow/LANCANG/TRADE_SITC3/1.0.0/A.MY.CN.0,A.AF.CN.5?c[TIME_PERIOD]=1995&attributes=none",
                        CSV)
                .body()
                .lines()
                .map(line -> line.substring(line.indexOf(",A,") + 1))
                .toList();

        assertEquals(
                List.of(
                        "A,MY,CN,0,X,USD,trade_by_sitc_section,1995,25610727",
                        "A,AF,CN,5,X,USD,trade_by_sitc_section,1995,1032"),
                lines.subList(1, lines.size()));
    }

    /** Sections 0 to 9 of one reporter in 1995 of the file, and of every reporter more than 100 times as many lines. */
    @Test
    void areAllFiguresOfAllProducts() {
        String flow = "data/dataflow/LANCANG/TRADE_SITC3/1.0.0/";
        List<String> ofMalaysia =
                get(flow + "A.MY.CN?c[TIME_PERIOD]=1995", CSV).body().lines().toList();
        List<String> all =
                get(flow + "*?c[TIME_PERIOD]=1995", CSV).body().lines().toList();

        assertEquals(10, ofMalaysia.size() - 1);
        assertTrue(all.containsAll(ofMalaysia));
        assertTrue(all.size() > 1000, all.size() + " lines");
        assertEquals(all.size(), Set.copyOf(all).size());
    }

    @Test
    void areThereForTheGatewayAsWell() {
        HttpResponse<String> answer =
                get("../export/sdmx/" + FLOW + "A.CN.LA.X.USD?lastNObservations=1&attributes=none", CSV);

        assertTrue(answer.body().contains(START + "X,USD,2024,3677099859"));
    }
}
