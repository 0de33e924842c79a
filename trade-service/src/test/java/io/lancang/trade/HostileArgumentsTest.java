package io.lancang.trade;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.json.Json;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments that are made to break the service: each is refused with a code, and none makes the answer grow. */
@QuarkusTest
class HostileArgumentsTest extends TradeServiceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ partner(code: \"\\u0000\") { code } }",
                "{ tradeFlows(filter: {partners: [\"LAO\"]}, asOf: \"+999999999-12-31T23:59:59Z\") { totalCount } }",
                "{ tradeFlows(filter: {partners: [\"LAO\"]}, asOf: \"-999999999-12-31T23:59:59Z\") { totalCount } }",
                "{ bloc(code: \"ASEAN\") { members(asOf: \"+999999999-01-01\") { role } } }",
                "{ bloc(code: \"ASEAN\") { members(asOf: \"-999999999-01-01\") { role } } }",
                "{ bloc(code: \"ASEAN\") { members(loadedBy: \"+999999999-01-01T00:00:00Z\") { role } } }",
                "{ tradeFlows(filter: {partners: [\"LAO\"], from: 2147483647}) { totalCount } }",
                "{ tradeFlows(filter: {partners: [\"LAO\"], minValue: 1e999999999}) { totalCount } }",
                "{ source(id: \"\\u0000\") { id } }",
                "{ tradeRanking(year: 2147483647) { position } }",
                "{ mirror(partner: \"LAO\", from: 2147483647) { differencePercent } }"
            })
    void refusesWhatIsOfNoTimeAndNoSize(String query) {
        JsonPath answer = ask(query, "");

        String code = answer.getString("errors[0].extensions.code");
        assertTrue(List.of("BAD_USER_INPUT", "NOT_FOUND").contains(code), answer.prettify());
    }

    @Test
    void repeatsNoLongValueInItsErrors() {
        String fields = IntStream.range(0, 50)
                .mapToObj(number -> "a" + number + ": partner(code: $code) { code }")
                .collect(Collectors.joining(" "));

        JsonPath answer = ask("query ($code: ID!) { " + fields + " }", "x".repeat(500_000));

        assertEquals(50, answer.getList("errors").size());
        assertTrue(answer.getString("errors[49].message").length() < 1_100);
    }

    /** It is a document without a fault, and reading its one number would take minutes. */
    @Test
    void readsNoDocumentWithoutEnd() {
        JsonPath answer = ask("{ partners(first: " + "9".repeat(900_000) + ") { totalCount } }", "");

        assertEquals("LIMIT_EXCEEDED", answer.getString("errors[0].extensions.code"), answer.prettify());
    }

    @Test
    void saysWhereADocumentIsNoGraphQl() {
        JsonPath answer = ask("{ partner(code: \"LAO\" { code } }", "");

        assertEquals("GRAPHQL_PARSE_FAILED", answer.getString("errors[0].extensions.code"), answer.prettify());
        assertEquals(23, answer.getInt("errors[0].locations[0].column"));
    }

    private static JsonPath ask(String query, String code) {
        String body = Json.createObjectBuilder()
                .add("query", query)
                .add("variables", Json.createObjectBuilder().add("code", code))
                .build()
                .toString();
        return given().contentType("application/json")
                .body(body)
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
