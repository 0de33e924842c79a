package io.lancang.trade.distribution;

import io.lancang.kit.fixture.Eventually;
import io.lancang.kit.fixture.Steward;
import io.lancang.trade.Graph;
import io.lancang.trade.bench.GeneratedTrade;
import io.lancang.trade.bench.Questions;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Asks and loads in every way that makes the service send another statement about figures or sums. */
final class Asked {
    /** More figures than are sorted where a page is asked for, which is 40,000. */
    private static final long FIGURES = 60_000;

    private static final String DATASET = "generated";
    private static final String MONTHLY =
            "filter: {datasets: [\"generated\"], frequency: MONTHLY, classification: HS2022";

    private static final List<String> OF_SERIES = List.of(
            """
            { partner(code: "LAO") { mirror(flow: IMPORTS, from: 2015, to: 2015) { figures { reported { amount } } }
                trade(from: 2018, to: 2020) { points { total { amount } rank sources { id }
                  converted(to: CNY) { total { amount } } } } } }""",
            """
            { partner(code: "WORLD") { trade { concentration(year: 2019, by: PARTNER)
                products: concentration(year: 2015, by: PRODUCT, flow: EXPORTS) diversification(from: 2017, to: 2020) { moved } } } }""",
            """
            { bloc(code: "ASEAN") { trade { partners: concentration(year: 2019, by: PARTNER)
                concentration(year: 2015, by: PRODUCT, flow: EXPORTS) } } }""",
            """
            { partner(code: "CHN") { trade(reporter: "VNM", from: 2015, to: 2015) { points { exports { amount } } } } }""",
            """
            { partner(code: "LAO") { revealedComparativeAdvantage(year: 2015) { exporters } tradeComplementarity(year: 2015) { index }
                tradeIntensity(year: 2015) { index } exportSimilarity(with: "THA", year: 2015) { index }
                intraIndustryTrade(year: 2015) { index } } }""",
            "{ mirror(partner: \"VNM\", from: 2015, to: 2015) { flow } all: mirror(partner: \"VNM\") { flow } }",
            "{ tradeRanking(year: 2019, compareWith: 2017) { code share } }",
            "{ availability { periods } of: availability(partner: \"LAO\") { periods } reporters: availability(reporter: \"VNM\") { periods } }",
            "{ revisions(partner: \"LAO\", period: \"2019\", flow: EXPORTS) { changePercent } }",
            "{ tradeFlows(filter: {partners: [\"LAO\"], from: 2019, to: 2019}) { nodes { converted(to: CNY) { amount { amount } } } notes } }",
            "{ tradeFlows(filter: {partners: [\"CHN\"], from: 2019, to: 2019}) { nodes { partnerCode } notes totalCount } }",
            "{ tradeFlows(filter: {from: 2019, to: 2019}, asOf: \"2999-01-01T00:00:00Z\") { nodes { partnerCode } totalCount } }",
            "{ tradeSummary(filter: {partners: [\"LAO\"], flows: [EXPORTS], from: 2018, to: 2019}, groupBy: [], convertTo: CNY) { notes } }",
            "{ tradeSummary(filter: {partners: [\"CHN\"], from: 2019, to: 2019}, groupBy: [PARTNER]) { rows { partnerCode } notes } }");

    private static final List<String> FILES = List.of(
            "/export/catalog.jsonld",
            "/export/trade-flows.csv?partners=LAO&from=2019&to=2019",
            "/export/trade-flows.csv?frequency=MONTHLY&datasets=generated&classification=HS2022&level=6&minValue=1000",
            "/export/trade-flows.parquet?partners=LAO&products=854231&classification=HS2022&datasets=generated&frequency=MONTHLY",
            "/export/trade-annual.csv?partners=LAO&from=2015&to=2016",
            "/sdmx/data/dataflow/LANCANG/TRADE_ANNUAL/1.0.0/A.CN.LA.X.USD",
            "/sdmx/data/dataflow/LANCANG/TRADE_SITC3/1.0.0/A.CN.LA",
            "/sdmx/availability/dataflow/LANCANG/TRADE_ANNUAL/1.0.0/A.CN.LA/*");

    private Asked() {}

    /** Loads, revises, withdraws and asks. */
    static void everything() throws IOException {
        load();
        for (String query : OF_SERIES) {
            Graph.ask(query);
        }
        for (Questions.Question question : Questions.about(DATASET)) {
            if (question.origin() == Questions.Origin.EXPORT) {
                RestAssured.given().get(question.query()).then().statusCode(200);
            } else {
                Graph.data(question.query().replace('\'', '"'));
            }
        }
        pages();
        for (String file : FILES) {
            int status = RestAssured.given().get(file).statusCode();
            if (status != 200) {
                throw new AssertionError(file + " is answered with " + status);
            }
        }
    }

    /** Pages behind a cursor, and of few and many figures. */
    private static void pages() {
        String manyPartners = Graph.data("{ partners(first: 100, filter: {kind: COUNTRY}) { nodes { code } } }")
                .<String>getList("data.partners.nodes.code")
                .stream()
                .collect(Collectors.joining("\", \"", ", level: 6, partners: [\"", "\"]"));
        for (String filter : List.of(
                manyPartners,
                ", level: 6",
                ", level: 6, partners: [\"VNM\", \"LAO\"]",
                ", products: [\"854231\"]",
                ", level: 6, blocs: [\"ASEAN\"]",
                ", level: 6, minValue: 1000")) {
            for (String order : List.of("PERIOD", "PARTNER", "VALUE_DESC")) {
                String list = "{ tradeFlows(" + MONTHLY + filter + "}, orderBy: " + order
                        + ", first: 2%s) { totalCount nodes { partnerCode } pageInfo { endCursor } } }";
                String cursor = Graph.data(list.formatted("")).getString("data.tradeFlows.pageInfo.endCursor");
                Graph.data(list.formatted(", after: \"" + cursor + "\""));
            }
        }
    }

    private static void load() throws IOException {
        steward()
                .contentType("application/json")
                .body("""
                        {"title": "Generated", "definition": "By a rule", "source": {"id": "GACC_2024", "title": "Rule"}}
                        """)
                .put("/datasets/" + DATASET)
                .then()
                .statusCode(204);
        Path file = Files.createTempFile("generated", ".csv.gz");
        try {
            new GeneratedTrade(FIGURES).write(file);
            steward()
                    .contentType("text/csv")
                    .header("content-encoding", "gzip")
                    .body(Files.readAllBytes(file))
                    .post("/releases?fileName=generated.csv&dataset=" + DATASET)
                    .then()
                    .statusCode(201);
        } finally {
            Files.delete(file);
        }
        String header = "period,partner,flow,classification,product,currency,amount\n";
        revise(header + "2024-06,LAO,EXPORT,HS2022,854231,USD,7\n").then().statusCode(201);
        String release = revise(
                        header + "2024-07,LAO,EXPORT,HS2022,85,USD,7000\n2024-07,VNM,EXPORT,HS2022,854231,USD,9\n")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("release");
        steward().delete("/releases/" + release).then().statusCode(200);
    }

    private static Response revise(String csv) {
        return steward()
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/releases?fileName=revision.csv&confirm=true&dataset=" + DATASET);
    }

    private static RequestSpecification steward() {
        return RestAssured.given()
                .config(RestAssured.config()
                        .httpClient(HttpClientConfig.httpClientConfig()
                                .setParam("http.socket.timeout", (int) Eventually.PATIENCE.toMillis())))
                .auth()
                .oauth2(Steward.token("steward"));
    }
}
