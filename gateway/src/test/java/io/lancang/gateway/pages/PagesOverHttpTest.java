package io.lancang.gateway.pages;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestGraph.class)
class PagesOverHttpTest {
    @SuppressWarnings("NullAway.Init") // injected
    TestGraph graph;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource("/")
    URI root;

    @AfterEach
    void resetGraph() {
        graph.reset();
    }

    @Test
    void leadsFromTheRootToThePages() {
        unredirected().get("/").then().statusCode(303).header("Location", "explorer/");
        given().get("/")
                .then()
                .statusCode(200)
                .contentType("text/html; charset=utf-8")
                .body(containsString("Lancang"));
    }

    @Test
    void leadsABrowserFromTheEndpointToGraphiql() {
        unredirected()
                .accept("text/html,application/xhtml+xml")
                .get("/graphql")
                .then()
                .statusCode(303)
                .header("Location", "explorer/graphiql.html");
    }

    @Test
    void saysWhetherItIsReadyAndNothingElse() {
        given().get("/health")
                .then()
                .statusCode(200)
                .contentType("application/json; charset=utf-8")
                .header("Cache-Control", "no-store")
                .body(equalTo("{\"status\":\"UP\"}"));
        given().post("/health").then().statusCode(405);
    }

    @Test
    void checksPagesEachTimeAndKeepsTheRestForever() {
        String script = scriptOfTheIndex();

        given().get("/explorer/").then().header("Cache-Control", "no-cache");
        given().get("/explorer/" + script)
                .then()
                .statusCode(200)
                .contentType("text/javascript; charset=utf-8")
                .header("Cache-Control", "public, max-age=31536000, immutable");
    }

    @Test
    void answersACopyThatIsStillGoodWithoutABody() {
        String etag = given().get("/explorer/").getHeader("ETag");

        given().header("If-None-Match", etag)
                .get("/explorer/")
                .then()
                .statusCode(304)
                .body(equalTo(""));
        given().header("If-None-Match", "\"other\"").get("/explorer/").then().statusCode(200);
    }

    @Test
    void letsPagesLoadNothingFromElsewhere() {
        given().get("/explorer/")
                .then()
                .header("Content-Security-Policy", startsWith("default-src 'self';"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }

    @Test
    void sendsTheSameWithAndWithoutCompression() throws IOException, InterruptedException {
        HttpResponse<byte[]> compressed = raw("gzip");
        HttpResponse<byte[]> plain = raw("identity");

        assertEquals("gzip", compressed.headers().firstValue("Content-Encoding").orElse(""));
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
            assertEquals(new String(plain.body(), UTF_8), new String(stream.readAllBytes(), UTF_8));
        }
        assertTrue(new String(plain.body(), UTF_8).startsWith("<!doctype html>"));
    }

    /** The first time a file is read from the application, from then on it comes out of memory. */
    @Test
    void sendsTheSameHoweverOftenItIsAsked() throws IOException, InterruptedException {
        HttpResponse<byte[]> first = raw("gzip");

        for (int turn = 0; turn < 2; turn++) {
            HttpResponse<byte[]> again = raw("gzip");
            assertEquals(first.headers().map(), again.headers().map());
            assertArrayEquals(first.body(), again.body());
        }
        assertEquals("gzip", first.headers().firstValue("Content-Encoding").orElse(""));
    }

    @Test
    void saysThatThereIsNoSuchPage() {
        given().get("/explorer/atlas.html")
                .then()
                .statusCode(404)
                .body("errors[0].extensions.code", equalTo("NOT_FOUND"))
                .body("errors[0].message", equalTo("There is no page /explorer/atlas.html."));
    }

    @Test
    void servesTheDocumentationFromItsFolder() {
        unredirected().get("/explorer/docs").then().statusCode(303).header("Location", "docs/");
        given().get("/explorer/docs/")
                .then()
                .statusCode(200)
                .contentType("text/html; charset=utf-8")
                .body(containsString("<a href=\"../docs/caching.html\">Caching</a>"));
    }

    @Test
    void onlySendsExports() {
        given().delete("/exports/trade/flows.csv").then().statusCode(405).header("Allow", "GET, HEAD");
    }

    @Test
    void asksForAnExportAsItsClientDoes() {
        graph.trade().answerWith((request, exchange, closed) -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes 5-9/20");
            exchange.getResponseHeaders().set("ETag", "\"a\"");
            exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
            exchange.sendResponseHeaders(206, 5);
            exchange.getResponseBody().write("56789".getBytes(UTF_8));
            exchange.close();
        });

        given().header("Range", "bytes=5-9")
                .header("If-Range", "\"a\"")
                .header("Accept-Encoding", "gzip;q=0.5, zstd")
                .get("/exports/trade/flows.csv")
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 5-9/20")
                .header("ETag", "\"a\"")
                .header("Accept-Ranges", "bytes")
                .body(equalTo("56789"));
        var headers = graph.trade().received().getLast().headers();
        assertEquals("bytes=5-9", headers.getFirst("Range"));
        assertEquals("\"a\"", headers.getFirst("If-Range"));
        // REST Assured adds what it can unpack itself.
        assertTrue(headers.getFirst("Accept-Encoding").startsWith("gzip;q=0.5, zstd"));
    }

    /** The bytes are none of gzip: whoever packed them anew would change them. */
    @Test
    void leavesAPackedExportAsItIs() throws Exception {
        graph.trade().answerWith((request, exchange, closed) -> {
            exchange.getResponseHeaders().set("Content-Encoding", "zstd");
            exchange.sendResponseHeaders(200, 4);
            exchange.getResponseBody().write("zstd".getBytes(UTF_8));
            exchange.close();
        });

        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(root.resolve("/exports/trade/flows.csv"))
                                .header("Accept-Encoding", "gzip, zstd")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertEquals("zstd", answer.body());
        assertEquals(List.of("zstd"), answer.headers().allValues("Content-Encoding"));
    }

    @Test
    void tellsAboutAnExportWithoutIt() {
        graph.trade().answerWith((request, exchange, closed) -> {
            exchange.getResponseHeaders().set("ETag", "\"a\"");
            exchange.getResponseHeaders().set("Content-Length", "20");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });

        given().head("/exports/trade/flows.csv")
                .then()
                .statusCode(200)
                .header("ETag", "\"a\"")
                .header("Content-Length", "20");
        assertEquals("HEAD", graph.trade().received().getLast().method());
    }

    @Test
    void saysThatAnExportIsTheOneThatTheClientHas() {
        graph.trade().answerWith((request, exchange, closed) -> {
            exchange.getResponseHeaders().set("ETag", "\"a\"");
            exchange.sendResponseHeaders(304, -1);
            exchange.close();
        });

        given().header("If-None-Match", "\"b\"")
                .header("If-None-Match", "\"a\"")
                .get("/exports/trade/flows.csv")
                .then()
                .statusCode(304)
                .header("ETag", "\"a\"")
                .body(equalTo(""));
        assertEquals(
                "\"b\", \"a\"", graph.trade().received().getLast().headers().getFirst("If-None-Match"));
    }

    @Test
    void onlySendsPages() {
        given().body("x").post("/explorer/").then().statusCode(405).header("Allow", "GET, HEAD");
    }

    @Test
    void servesTheSchemaThatClientsSee() {
        given().get("/schema.graphql")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/graphql"))
                .body(containsString("type Query"))
                .body(not(containsString("join__")));
    }

    @Test
    void passesExportsOn() {
        graph.trade().answerWith(Answers.of(200, "text/csv; charset=utf-8", "year,amount\r\n2024,1\r\n"));

        given().get("/exports/trade/flows.csv?partner=LAO")
                .then()
                .statusCode(200)
                .contentType("text/csv; charset=utf-8")
                .body(equalTo("year,amount\r\n2024,1\r\n"));
        assertEquals(
                "/export/flows.csv?partner=LAO",
                graph.trade().received().getLast().uri().toString());
    }

    @Test
    void listsTheCataloguesOfSubgraphsWithExports() {
        given().header("Host", "lancang.example:8443")
                .get("/exports/catalog.jsonld")
                .then()
                .statusCode(200)
                .header("Content-Type", "application/ld+json")
                .body("'@type'", equalTo("dcat:Catalog"))
                .body(
                        "'dcat:catalog'.'@id'",
                        equalTo(List.of("http://lancang.example:8443/exports/trade/catalog.jsonld")))
                .body("'dct:title'", equalTo("Lancang"))
                .body("'dct:publisher'.'foaf:name'", equalTo("Office of Statistics"))
                .body("'dct:publisher'.'@id'", equalTo("https://statistics.example"))
                .body("'dcat:catalog'[0].'dct:title'", equalTo("Lancang: trade"))
                .body("'dcat:catalog'[0].'dct:publisher'.'@type'", equalTo("foaf:Agent"));
        given().delete("/exports/catalog.jsonld").then().statusCode(405);
    }

    /** A service writes addresses of its files. */
    @Test
    void saysUnderWhichAddressAnExportIs() {
        graph.trade().answerWith(Answers.of(200, "application/json", "{}"));

        given().header("Host", "lancang.example:8443")
                .get("/exports/trade/datapackage.json")
                .then()
                .statusCode(200);
        var headers = graph.trade().received().getLast().headers();
        assertEquals("lancang.example:8443", headers.getFirst("X-Forwarded-Host"));
        assertEquals("/exports/trade", headers.getFirst("X-Forwarded-Prefix"));
    }

    @Test
    void passesExportsInFoldersOnInTheFormatThatIsAccepted() {
        graph.trade().answerWith(Answers.of(200, "application/vnd.sdmx.data+csv;version=2.0.0", "FREQ\r\nA\r\n"));

        given().urlEncodingEnabled(false)
                .header("Accept", "application/vnd.sdmx.data+csv")
                .get(
                        "/exports/trade/sdmx/data/dataflow/LANCANG/TRADE_ANNUAL/1.0.0/A.CN.*.X+M?c%5BTIME_PERIOD%5D=ge:2019+le:2022")
                .then()
                .statusCode(200)
                .body(equalTo("FREQ\r\nA\r\n"));
        var received = graph.trade().received().getLast();
        assertEquals(
                "/export/sdmx/data/dataflow/LANCANG/TRADE_ANNUAL/1.0.0/A.CN.*.X+M?c%5BTIME_PERIOD%5D=ge:2019+le:2022",
                received.uri().toString());
        assertEquals("application/vnd.sdmx.data+csv", received.headers().getFirst("Accept"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2Fgraphql", "sdmx/..%2F..%2Fgraphql", "sdmx/.hidden", "%2e%2e/graphql", "a/%2E./b", ""})
    void leavesNoWayOutOfTheFoldersOfExports(String file) {
        given().urlEncodingEnabled(false).get("/exports/trade/" + file).then().statusCode(404);
        assertEquals(0, graph.trade().received().size());
    }

    @Test
    void passesTheRefusalOfAnExportOn() {
        graph.trade().answerWith(Answers.of(400, "application/json", "{\"code\":\"BAD_INPUT\"}"));

        given().get("/exports/trade/flows.csv").then().statusCode(400).body("code", equalTo("BAD_INPUT"));
    }

    @Test
    void knowsOnlyExportsOfSubgraphsThatHaveThem() {
        given().get("/exports/corridor/flows.csv")
                .then()
                .statusCode(404)
                .body("errors[0].extensions.hint", containsString("Subgraphs with exports: trade."));
    }

    @Test
    void passesFeaturesOnAndSaysUnderWhichAddress() {
        graph.trade().answerWith(Answers.of(200, "application/geo+json", "{\"type\":\"FeatureCollection\"}"));

        given().header("Host", "lancang.example:8443")
                .header("X-Forwarded-Prefix", "/not/trusted")
                .urlEncodingEnabled(false)
                .get("/ogc/trade/collections/segments/items?bbox=1%2C2%2C3%2C4")
                .then()
                .statusCode(200)
                .contentType("application/geo+json")
                .body("type", equalTo("FeatureCollection"));
        var received = graph.trade().received().getLast();
        assertEquals(
                "/ogc/collections/segments/items?bbox=1%2C2%2C3%2C4",
                received.uri().toString());
        assertEquals("/ogc/trade", received.headers().getFirst("X-Forwarded-Prefix"));
        assertEquals("lancang.example:8443", received.headers().getFirst("X-Forwarded-Host"));
        assertEquals("http", received.headers().getFirst("X-Forwarded-Proto"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ogc/trade", "/ogc/trade/"})
    void hasTheLandingPageOfFeaturesAtTheNameOfTheSubgraph(String address) {
        graph.trade().answerWith(Answers.of(200, "application/json", "{}"));

        given().get(address).then().statusCode(200);

        assertTrue(graph.trade().received().getLast().uri().toString().matches("/ogc/?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ogc/trade/..%2Fgraphql",
                "/ogc/trade/%2e%2e/graphql",
                "/ogc/trade/a/..%2f..%2fgraphql",
                "/ogc/trade/a/b/c/d/e",
                "/ogc/corridor"
            })
    void leavesNoWayOutOfTheFolderOfFeatures(String address) {
        given().urlEncodingEnabled(false).get(address).then().statusCode(404);
        assertEquals(0, graph.trade().received().size());
    }

    private static RequestSpecification unredirected() {
        return given().redirects().follow(false);
    }

    private static String scriptOfTheIndex() {
        Matcher matcher = Pattern.compile("type=\"module\" src=\"\\./([^\"]+)\"")
                .matcher(given().get("/explorer/").asString());
        assertTrue(matcher.find());
        return matcher.group(1);
    }

    private HttpResponse<byte[]> raw(String encoding) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(root.resolve("/explorer/"))
                            .header("Accept-Encoding", encoding)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
