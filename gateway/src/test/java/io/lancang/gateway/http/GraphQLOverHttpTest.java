package io.lancang.gateway.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.request.Endpoint;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestGraph.class)
class GraphQLOverHttpTest {
    private static final String GRAPHQL_RESPONSE = "application/graphql-response+json";
    private static final String LAOS = "{\"query\":\"{ partner(code: \\\"LAO\\\") { name corridors { name } } }\"}";

    @SuppressWarnings("NullAway.Init") // injected
    TestGraph graph;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(Endpoint.PATH)
    URI endpoint;

    @AfterEach
    void resetGraph() {
        graph.reset();
    }

    @Test
    void joinsTwoSubgraphsInOneAnswer() {
        post(LAOS)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("data.partner.name", equalTo("Laos"))
                .body("data.partner.corridors.name", contains("China-Laos Railway"))
                .body("$", not(hasKey("errors")));
    }

    @Test
    void answersInTheMediaTypeThatTheClientAccepts() {
        json().accept(GRAPHQL_RESPONSE)
                .body("{\"query\":\"{ __typename }\"}")
                .post(Endpoint.PATH)
                .then()
                .statusCode(200)
                .contentType(startsWith(GRAPHQL_RESPONSE))
                .body("data.__typename", equalTo("Query"));
    }

    @Test
    void passesNumbersOnAsTheyAreWritten() {
        String amount = "975300000000.0000000000000000010";

        post("{\"query\":\"query($a: Decimal!) { convert(amount: $a) }\",\"variables\":{\"a\":" + amount + "}}")
                .then()
                .statusCode(200)
                .body(containsString("\"convert\":" + amount));
    }

    @Test
    void letsNoClientChooseLabelsUnlessAHeaderForThemIsConfigured() {
        json().header("Lancang-Override-Labels", "capitals")
                .body("{\"query\":\"{ partner(code: \\\"LAO\\\") { capital } }\"}")
                .post(Endpoint.PATH)
                .then()
                .body("data.partner.capital", equalTo("Vientiane, says trade"));
    }

    @Test
    void answersQueriesByGet() {
        given().header("Apollo-Require-Preflight", "1")
                .queryParam("query", "query A($code: ID!) { partner(code: $code) { name } } query B { __typename }")
                .queryParam("operationName", "A")
                .queryParam("variables", "{\"code\":\"LAO\"}")
                .get(Endpoint.PATH)
                .then()
                .statusCode(200)
                .body("data.partner.name", equalTo("Laos"));
    }

    @Test
    void refusesMutationsByGetWithoutSendingThem() {
        given().header("Apollo-Require-Preflight", "1")
                .queryParam("query", "mutation { rename(code: \"LAO\", name: \"x\") { name } }")
                .get(Endpoint.PATH)
                .then()
                .statusCode(405)
                .header("Allow", "POST")
                .body("errors[0].extensions.code", equalTo("METHOD_NOT_ALLOWED"));

        assertTrue(graph.trade().received().isEmpty());
    }

    @Test
    void runsMutationsByPost() {
        post("{\"query\":\"mutation { rename(code: \\\"LAO\\\", name: \\\"Lao PDR\\\") { name } }\"}")
                .then()
                .statusCode(200)
                .body("data.rename.name", equalTo("Lao PDR"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ partner(code: \"LAO\" { name } }",
                "{ nothing }",
                "query($code: ID!) { partner(code: $code) { name } }"
            })
    void givesRequestErrorsTheStatusOfTheMediaType(String query) {
        String body = "{\"query\":\"" + query.replace("\"", "\\\"") + "\"}";

        json().accept(GRAPHQL_RESPONSE)
                .body(body)
                .post(Endpoint.PATH)
                .then()
                .statusCode(400)
                .body("errors[0].message", notNullValue())
                .body("errors[0].extensions.code", notNullValue())
                .body("$", not(hasKey("data")));
        json().accept("application/json").body(body).post(Endpoint.PATH).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"query\":1}", "{\"query\":\"{a}\",\"variables\":[]}"})
    void refusesBodiesThatAreNoRequest(String body) {
        json().body(body)
                .post(Endpoint.PATH)
                .then()
                .statusCode(400)
                .contentType("application/json")
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"))
                .body("errors[0].extensions.hint", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/graphql",
                "multipart/form-data; boundary=x"
            })
    void refusesOtherContentTypesThanJson(String contentType) throws Exception {
        HttpResponse<String> response = send(request(contentType).POST(HttpRequest.BodyPublishers.ofString(LAOS)));

        assertEquals(415, response.statusCode());
        assertEquals(Optional.of("application/json"), response.headers().firstValue("Accept-Post"));
        assertTrue(response.body().contains("\"UNSUPPORTED_MEDIA_TYPE\""), response.body());
    }

    @Test
    void refusesClientsThatTakeNoJson() {
        json().accept("text/html")
                .body(LAOS)
                .post(Endpoint.PATH)
                .then()
                .statusCode(406)
                .body("errors[0].extensions.code", equalTo("NOT_ACCEPTABLE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void refusesOtherMethods(String method) {
        json().body(LAOS)
                .request(method, Endpoint.PATH)
                .then()
                .statusCode(405)
                .header("Allow", "GET, POST")
                .body("errors[0].extensions.code", equalTo("METHOD_NOT_ALLOWED"));
    }

    @Test
    void refusesABodyThatAnnouncesMoreThanIsAllowed() {
        json().body("x".repeat(10 * 1024 * 1024))
                .post(Endpoint.PATH)
                .then()
                .statusCode(413)
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
                .body("errors[0].message", containsString("1048576 bytes"));
    }

    @Test
    void refusesABodyThatGrowsBeyondWhatIsAllowed() throws Exception {
        byte[] megabyte = new byte[1024 * 1024];

        HttpResponse<String> response = send(request("application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(
                        Stream.generate(() -> megabyte).limit(10).toList())));

        assertEquals(413, response.statusCode());
        assertTrue(response.body().contains("\"LIMIT_EXCEEDED\""), response.body());
    }

    @Test
    void keepsTheConnectionUsableAfterARefusal() {
        given().contentType("text/plain").body(LAOS).post(Endpoint.PATH).then().statusCode(415);

        post(LAOS).then().statusCode(200).body("data.partner.name", equalTo("Laos"));
    }

    @Test
    void answersWithThePlanWhenAskedFor() {
        json().header("Lancang-Explain", "plan")
                .body(LAOS)
                .post(Endpoint.PATH)
                .then()
                .statusCode(200)
                .contentType(ContentType.TEXT)
                .body(containsString("trade"))
                .body(containsString("corridor"));

        assertTrue(graph.trade().received().isEmpty());
    }

    @Test
    void refusesAnExplanationThatDoesNotExist() {
        json().header("Lancang-Explain", "everything")
                .body(LAOS)
                .post(Endpoint.PATH)
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString("\"everything\""));
    }

    @Test
    void sendsNoCorsHeadersUnlessConfigured() {
        json().header("Origin", "https://example.org")
                .body(LAOS)
                .post(Endpoint.PATH)
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private HttpRequest.Builder request(String contentType) {
        return HttpRequest.newBuilder(endpoint).header("Content-Type", contentType);
    }

    /** For what rest-assured would rather encode its own way. */
    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static Response post(String body) {
        return json().body(body).post(Endpoint.PATH);
    }

    private static RequestSpecification json() {
        return given().contentType("application/json");
    }

    @Test
    void refusesAUrlThatIsTooLong() {
        given().header("Apollo-Require-Preflight", "1")
                .queryParam("query", "{ __typename #" + "x".repeat(20_000) + "\n }")
                .get(Endpoint.PATH)
                .then()
                .statusCode(414)
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
                .body("errors[0].extensions.hint", containsString("POST"));
    }

    @Test
    void refusesHeadersThatAreTooLarge() {
        json().header("X-Large", "x".repeat(20_000))
                .body("{\"query\":\"{ __typename }\"}")
                .post(Endpoint.PATH)
                .then()
                .statusCode(431)
                .body("errors[0].extensions.code", equalTo("LIMIT_EXCEEDED"))
                .body("errors[0].message", containsString("16384"));
    }

    @Test
    void runsADocumentByItsHashOnceItWasSent() {
        String extensions = "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":"
                + "\"7f56e67dd21ab3f30d1ff8b7bed08893f0a0db86449836189b361dd1e56ddb4b\"}}";

        given().header("Apollo-Require-Preflight", "1")
                .queryParam("extensions", extensions)
                .get(Endpoint.PATH)
                .then()
                .statusCode(200)
                .body("errors[0].message", equalTo("PersistedQueryNotFound"))
                .body("errors[0].extensions.code", equalTo("PERSISTED_QUERY_NOT_FOUND"));
        post("{\"query\":\"{ __typename }\",\"extensions\":" + extensions + "}")
                .then()
                .body("data.__typename", equalTo("Query"));

        given().header("Apollo-Require-Preflight", "1")
                .queryParam("extensions", extensions)
                .get(Endpoint.PATH)
                .then()
                .statusCode(200)
                .body("data.__typename", equalTo("Query"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "application/x-www-form-urlencoded;charset=utf-8", "multipart/form-data"})
    void refusesAGetThatAPageOfAnotherOriginMayHaveSent(String contentType) {
        RequestSpecification request = given().queryParam("query", "{ __typename }");
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }

        request.get("/graphql")
                .then()
                .statusCode(403)
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"))
                .body("errors[0].message", containsString("another origin"));
    }

    @ParameterizedTest
    @CsvSource({
        "X-Apollo-Operation-Name, A",
        "Lancang-Require-Preflight, 1",
        "Content-Type, application/json",
        "Sec-Fetch-Site, same-origin",
        "Sec-Fetch-Site, none"
    })
    void answersAGetThatShowsWhereItComesFrom(String header, String value) {
        given().header(header, value)
                .queryParam("query", "{ __typename }")
                .get("/graphql")
                .then()
                .statusCode(200)
                .body("data.__typename", equalTo("Query"));
    }

    @ParameterizedTest
    @CsvSource({"Apollo-Require-Preflight, ' '", "Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site"})
    void refusesAGetThatShowsNothing(String header, String value) {
        given().header(header, value)
                .queryParam("query", "{ __typename }")
                .get("/graphql")
                .then()
                .statusCode(403);
    }
}
