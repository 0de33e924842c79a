package io.lancang.gateway.pages;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The document about all paths over HTTP. Subgraphs of this graph do not describe what they have. */
@QuarkusTest
@WithTestResource(TestGraph.class)
class ApiOverHttpTest {
    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    Router router;

    @TestHTTPResource("/openapi.json")
    @SuppressWarnings("NullAway.Init") // injected
    URI address;

    /** Routes for people, GraphQL, and those of folders whose subgraphs say themselves what is in them. */
    private static final Set<String> APART = Set.of(
            "/",
            "/api",
            "/explorer/",
            "/graphql",
            "/exports/:subgraph/",
            "/exports/:subgraph/*",
            "/ogc/:subgraph",
            "/ogc/:subgraph/",
            "/ogc/:subgraph/*",
            "/jobs",
            "/jobs/");

    @Test
    void hasEveryRouteOfTheGateway() {
        Set<String> described = new JsonObject(given().get("/openapi.json").asString())
                .getJsonObject("paths")
                .fieldNames();
        Set<String> missing = new TreeSet<>();
        for (Route route : router.getRoutes()) {
            String path = route.getPath();
            if (path != null && !path.equals("/*") && !APART.contains(path) && !described.contains(path)) {
                missing.add(path);
            }
        }

        assertEquals(Set.of(), missing);
    }

    @Test
    void namesTheSubgraphThatDoesNotSayWhatItHas() {
        given().get("/openapi.json")
                .then()
                .statusCode(200)
                .body("info.'x-missing'[0].subgraph", equalTo("trade"))
                .body("servers[0].url", equalTo("."));
    }

    @ParameterizedTest
    @CsvSource({"/openapi.json, application/json", "/openapi.yaml, application/yaml"})
    void isNotSentAgainToWhomHasIt(String path, String type) {
        String etag = given().get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith(type))
                .header("Cache-Control", "no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .header("ETag");

        for (String known : new String[] {etag, "W/" + etag, "\"other\", " + etag, "*"}) {
            given().header("If-None-Match", known)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", etag)
                    .body(equalTo(""));
        }
        given().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
    }

    /** A strong tag is of bytes. */
    @Test
    void hasAnotherTagWherePackedAndTheSameContent() throws Exception {
        HttpResponse<byte[]> packed = raw("gzip");
        HttpResponse<byte[]> plain = raw("identity");

        assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
        assertEquals(
                "Accept-Encoding",
                packed.headers().firstValue("Vary").orElse("").replace("accept-e", "Accept-E"));
        assertNotEquals(packed.headers().firstValue("ETag"), plain.headers().firstValue("ETag"));
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertArrayEquals(plain.body(), stream.readAllBytes());
        }
    }

    private HttpResponse<byte[]> raw(String encoding) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address)
                            .header("Accept-Encoding", encoding)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi.json", "/openapi.yaml"})
    void isOnlyRead(String path) {
        given().head(path).then().statusCode(200).body(equalTo(""));
        given().options(path).then().statusCode(405).header("Allow", "GET, HEAD");
        given().body("x")
                .post(path)
                .then()
                .statusCode(405)
                .body("errors[0].extensions.code", equalTo("METHOD_NOT_ALLOWED"));
    }

    @Test
    void hasAPageThatShowsIt() {
        given().redirects().follow(false).get("/api").then().statusCode(303).header("Location", "explorer/api.html");
        given().get("/explorer/api.html").then().statusCode(200).contentType("text/html; charset=utf-8");
    }
}
