package io.lancang.trade.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Graph;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Series, ranks, shares and concentration of reporters that are not China. */
@QuarkusTest
class ReporterTest extends IntakeTest {
    /** Made up: what Yunnan trades with two partners and with the world, in US dollars. */
    private static final String YUNNAN = """
            reporter,period,partner,flow,currency,amount
            CN-YN,2022,LAO,EXPORT,USD,300
            CN-YN,2022,LAO,IMPORT,USD,100
            CN-YN,2022,VNM,EXPORT,USD,100
            CN-YN,2022,VNM,IMPORT,USD,500
            CN-YN,2022,WORLD,EXPORT,USD,1000
            CN-YN,2022,WORLD,IMPORT,USD,1000
            CN-YN,2023,LAO,EXPORT,USD,600
            CN-YN,2023,LAO,IMPORT,USD,100
            CN-YN,2023,VNM,EXPORT,USD,100
            CN-YN,2023,VNM,IMPORT,USD,200
            CN-YN,2023,WORLD,EXPORT,USD,1000
            CN-YN,2023,WORLD,IMPORT,USD,1000
            """;

    @Test
    void tellsAPartnersOwnViewOfChinaWithoutAPrecedence() {
        JsonPath series = Graph.data("""
                { partner(code: "CHN") { trade(reporter: "VNM", from: 2015, to: 2015) { reporter { code } points {
                  exports { amount } imports { amount } shareOfChina gap { reason detail } sources { id } } } } }
                """).setRootPath("data.partner.trade");

        assertEquals("VNM", series.getString("reporter.code"));
        // What Viet Nam exported to China in 2015, as UNCTAD has it.
        assertEquals(21_457_667_949L, series.getLong("points[0].exports.amount"));
        assertNull(series.get("points[0].imports"));
        assertNull(series.get("points[0].shareOfChina"));
        assertEquals("NOT_COVERED", series.getString("points[0].gap.reason"));
        assertTrue(
                series.getString("points[0].gap.detail")
                        .startsWith("No dataset has Vietnam's imports by partner of 2015."),
                series.getString("points[0].gap.detail"));
        assertEquals(List.of("UNCTAD_MTM"), series.getList("points[0].sources.id"));
    }

    @Test
    void tellsAProvinceLikeAnyOtherReporter() {
        load("my_customs", YUNNAN).then().statusCode(201);

        JsonPath answer = Graph.data("""
                { laos: partner(code: "LAO") { trade(reporter: "CN-YN") { points { total { amount } share shareOfChina rank
                    rankChange growth } } }
                  asean: bloc(code: "ASEAN") { trade(reporter: "CN-YN", from: 2022, to: 2022) { points {
                    total { amount } share contributions { code share } } } }
                  world: partner(code: "WORLD") { trade(reporter: "CN-YN") { concentration(year: 2022, by: PARTNER)
                    diversification(from: 2022, to: 2023) { moved } } }
                  tradeRanking(year: 2023, compareWith: 2022, orderBy: GROWTH, reporter: "CN-YN") { code share shareChange
                    change { percent } } }
                """).setRootPath("data");

        // 300 + 100 and 600 + 100 of 2,000 each; Viet Nam has 100 + 500 and 100 + 200.
        assertEquals(List.of(400.0, 700.0), doubles(answer, "laos.trade.points.total.amount"));
        assertEquals(List.of(20.0, 35.0), doubles(answer, "laos.trade.points.share"));
        assertEquals(List.of(2.0, 1.0), doubles(answer, "laos.trade.points.rank"));
        assertEquals(1, answer.getInt("laos.trade.points[1].rankChange"));
        assertEquals(75.0, answer.getDouble("laos.trade.points[1].growth"), 1e-9);
        assertNull(answer.get("laos.trade.points[0].shareOfChina"));
        // 400 + 600 of 2,000
        assertEquals(50.0, answer.getDouble("asean.trade.points[0].share"), 1e-9);
        assertEquals(
                60.0, answer.getDouble("asean.trade.points[0].contributions.find { it.code == 'VNM' }.share"), 1e-9);
        // 0.4² + 0.6²
        assertEquals(0.52, answer.getDouble("world.trade.concentration"), 1e-9);
        // Laos from 40 to 70 percent, Viet Nam from 60 to 30
        assertEquals(30.0, answer.getDouble("world.trade.diversification.moved"), 1e-9);
        assertEquals(List.of("LAO", "VNM"), answer.getList("tradeRanking.code"));
        assertEquals(List.of(75.0, -50.0), doubles(answer, "tradeRanking.change.percent"));
        assertEquals(List.of(15.0, -15.0), doubles(answer, "tradeRanking.shareChange"));
    }

    @Test
    void countsInNoFigureOfChina() {
        String china = """
                { partner(code: "LAO") { trade(from: 2022, to: 2023) { points { imports { amount } rank } } } }
                """;
        String before = Graph.data(china).prettify();

        load("my_customs", YUNNAN).then().statusCode(201);

        assertEquals(before, Graph.data(china).prettify());
    }

    @Test
    void listsWhatAReporterHasFiguresOf() {
        load("my_customs", YUNNAN).then().statusCode(201);

        JsonPath answer = Graph.data("""
                { availability(reporter: "CN-YN", partner: "LAO") { reporterCode flow first { year } last { year } }
                  revisions(reporter: "CN-YN", partner: "LAO", period: "2022", flow: EXPORTS) { value { amount } } }
                """);

        assertEquals(List.of("CN-YN", "CN-YN"), answer.getList("data.availability.reporterCode"));
        assertEquals(2022, answer.getInt("data.availability[0].first.year"));
        assertEquals(List.of(300.0), doubles(answer, "data.revisions.value.amount"));
    }

    @Test
    void saysWhyASeriesHasNoPoints() {
        JsonPath answer = Graph.data("""
                { partner(code: "LAO") {
                  nothing: trade(reporter: "CN-YN") { points { rank } gap { reason detail } }
                  ofOthers: trade(reporter: "JPN") { points { rank } gap { reason detail } }
                  some: trade { gap { reason } } } }
                """).setRootPath("data.partner");

        assertEquals(List.of(), answer.getList("nothing.points"));
        assertEquals(
                "No dataset has ANNUAL figures of all goods that Yunnan reports. `availability(reporter: \"CN-YN\")` lists"
                        + " what is loaded.",
                answer.getString("nothing.gap.detail"));
        assertEquals(List.of(), answer.getList("ofOthers.points"));
        assertEquals(
                "No dataset that counts has a figure that Japan reports of LAO in USD for any period from 1995 to 2015,"
                        + " which does not mean zero.",
                answer.getString("ofOthers.gap.detail"));
        assertNull(answer.get("some.gap"));
    }

    @Test
    void suggestsTheNearestCodeForAnUnknownReporter() {
        for (String query : List.of(
                "{ partner(code: \"LAO\") { trade(reporter: \"VNN\") { currency } } }",
                "{ tradeRanking(year: 2015, reporter: \"VNN\") { code } }",
                "{ mirror(partner: \"LAO\", reporter: \"VNN\") { flow } }",
                "{ availability(reporter: \"VNN\") { flow } }")) {
            JsonPath answer = Graph.ask(query);

            assertEquals("NOT_FOUND", answer.getString("errors[0].extensions.code"), query);
            assertTrue(answer.getString("errors[0].extensions.hint").contains("VNM"), query);
        }
    }

    private static List<Double> doubles(JsonPath answer, String path) {
        return answer.<Number>getList(path).stream().map(Number::doubleValue).toList();
    }
}
