package io.lancang.standalone;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.standalone.DescribedApi.Answer;
import io.lancang.standalone.DescribedApi.Described;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gateway's OpenAPI document says of refusals is tried at the gateway's address. */
class OpenApiRefusalsIT {
    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    @SuppressWarnings("NullAway.Init") // read before all tests
    private static ApiReader read;

    @BeforeAll
    static void readTheDocument() throws Exception {
        read = ApiReader.of(SET, "openapi-refused");
    }

    private static boolean hasOurCode(Answer answer, String code) throws Exception {
        return answer.json()
                .path("errors")
                .path(0)
                .path("extensions")
                .path("code")
                .asText()
                .equals(code);
    }

    @Test
    void whatIsNotMeantIsRefusedWithOurCodes() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Described described : read.reading()) {
            if (!described.isAnswered(400)
                    || ApiReader.isOfSdmx(described)
                    || described.method().equals("head")) {
                continue;
            }
            // Feeds and lists of jobs refuse values alone.
            String bad = described.path().contains("/releases.")
                    ? "?before=x"
                    : described.path().equals("/jobs") ? "?first=x" : "?nonsense=1";
            Answer answer = read.send(described, read.path(described) + bad);
            if (answer.status() != 400
                    || !hasOurCode(answer, "BAD_USER_INPUT")
                    || !read.api().isDescribed(described, answer)) {
                wrong.add(described + ": " + answer);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatThereIsNotIsRefusedWithOurCode() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Described described : read.api().requests()) {
            if (!described.isAnswered(404)
                    || ApiReader.isOfSdmx(described)
                    || described.method().equals("head")) {
                continue;
            }
            String nothing = described.path().replaceAll("\\{[^}]*}", "nothing-at-all");
            if (described.path().equals("/jobs")) {
                continue;
            }
            Answer answer = read.send(described, nothing);
            if (answer.status() != 404
                    || !hasOurCode(answer, "NOT_FOUND")
                    || !read.api().isDescribed(described, answer)) {
                wrong.add(described + ": " + answer);
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** What the document says nobody may without a key, nobody may; all else is open in this set. */
    @Test
    void aKeyIsNeededWhereTheDocumentSaysSo() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Described described : read.api().requests()) {
            JsonNode security = described.operation().path("security");
            boolean isOpen = security.isMissingNode() || security.path(0).isEmpty();
            if (isOpen && !described.method().equals("get")) {
                continue;
            }
            Answer answer = read.api().send(described, read.path(described));
            if (answer.status() != (isOpen ? 200 : 401) || !read.api().isDescribed(described, answer)) {
                wrong.add(described + ": " + answer.status());
            }
            // Whoever sends a key sends one that counts; what is open to everybody does not look at it.
            Answer withNonsense = read.api().send(described, read.path(described), "x-api-key", "nonsense");
            boolean looks = described.isAnswered(401);
            if (withNonsense.status() != (looks ? 401 : 200)) {
                wrong.add(described + " with a bad key: " + withNonsense.status());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void sdmxIsRefusedInItsOwnWords() throws Exception {
        Described data = read.named("tradeGetSdmxData");
        String path = read.path(data);
        Map<Integer, String> bad = Map.of(
                400, path + "?nonsense=1",
                404, path.replace("A.CN.LA.X.USD", "A.CN.LA.X.USD?c%5BTIME_PERIOD%5D=1800"),
                422, path + "?c%5BNOTHING%5D=1",
                501, path + "?updatedAfter=2020");
        for (Map.Entry<Integer, String> each : bad.entrySet()) {
            Answer answer = read.send(data, each.getValue());
            assertEquals(each.getKey(), answer.status(), answer::toString);
            assertTrue(read.api().isDescribed(data, answer), answer::toString);
            assertTrue(answer.json().path("errors").path(0).has("detail"), answer::toString);
        }
        assertEquals(406, read.send(data, path, "Accept", "image/png").status());
        // All products of all classifications are more than one message has.
        Described structures = read.named("tradeGetSdmxStructures");
        Answer tooMany = read.send(structures, read.path(structures).replace("/dataflow", "/*"));
        assertEquals(413, tooMany.status());
        assertTrue(read.api().isDescribed(structures, tooMany), tooMany::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"exports\": 1}', 400, BAD_USER_INPUT",
        "'{\"export\": \"/graphql\"}', 400, BAD_USER_INPUT",
        "LONG, 413, LIMIT_EXCEEDED"
    })
    void ordersOfAnotherFormAreRefused(String body, int status, String code) {
        given().header("x-api-key", read.key())
                .contentType("application/json")
                .body(body.equals("LONG") ? "{\"export\": \"" + "x".repeat(9_000) + "\"}" : body)
                .post(SET.running().gatewayRoot() + "/jobs")
                .then()
                .statusCode(status)
                .body("errors[0].extensions.code", equalTo(code));
        assertTrue(read.named("integrationOrderJob").isAnswered(status));
    }
}
