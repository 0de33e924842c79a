package io.lancang.standalone;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client gets for input that cannot be answered: through the gateway, a stable code and the way out. */
class BadInputIT {
    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    @Test
    void suggestsTheNearestPartnerForAnUnknownCode() {
        SET.ask("{ partner(code: \"LOA\") { name } }")
                .body("data.partner", nullValue())
                .body("errors[0].path", is(List.of("partner")))
                .body("errors[0].message", containsString("LOA"))
                .body("errors[0].extensions.code", is("NOT_FOUND"))
                .body("errors[0].extensions.hint", containsString("LAO"));
    }

    @Test
    void suggestsTheNearestCorridorForAnUnknownId() {
        SET.ask("{ corridor(id: \"crl\") { name } }")
                .body("data.corridor", nullValue())
                .body("errors[0].message", containsString("crl"))
                .body("errors[0].extensions.code", is("NOT_FOUND"))
                .body("errors[0].extensions.hint", containsString("clr"));
    }

    @Test
    void findsALocationByItsCodeInAnySpellingAndSuggestsTheNearest() {
        SET.ask("{ location(id: \"cn knm\") { id } }").body("data.location.id", is("kunming"));
        SET.ask("{ zones(filter: {location: \"kunmin\"}) { id } }")
                .body("errors[0].extensions.code", is("NOT_FOUND"))
                .body("errors[0].extensions.hint", containsString("kunming"));
    }

    @Test
    void tellsHowADayIsWritten() {
        SET.ask("{ corridor(id: \"clr\") { onDay(date: \"2015\") { openKm } } }")
                .body("errors[0].message", is("`date` is '2015', which is no day."))
                .body("errors[0].extensions.hint", is("Write YYYY-MM-DD."));
    }

    static Stream<Arguments> argumentsAgainstARule() {
        return Stream.of(
                Arguments.of(
                        "{ partner(code: \"LAO\") { trade(from: 2022, to: 2019) { points { quality } } } }", "2022"),
                Arguments.of(
                        "{ partner(code: \"LAO\") { trade(from: 1492, to: 2019) { points { quality } } } }", "1492"),
                Arguments.of("{ partners(first: -1) { nodes { code } } }", "-1"),
                Arguments.of("{ corridors(first: -1) { nodes { id } } }", "-1"),
                Arguments.of("{ corridors(filter: {kinds: []}) { nodes { id } } }", "kinds"),
                Arguments.of("{ corridors(filter: {text: \"-\"}) { nodes { id } } }", "text"),
                Arguments.of("{ bloc(code: \"ASEAN\") { corridors(statuses: []) { id } } }", "statuses"),
                Arguments.of(
                        "{ partner(code: \"LAO\") { connectivity { resilience(modes: []) { connected } } } }", "modes"),
                Arguments.of("{ routes(from: \"kunming\", to: \"bangkok\", avoid: [\"lao\"]) { complete } }", "lao"),
                Arguments.of("{ partners(first: 501) { nodes { code } } }", "501"),
                Arguments.of("{ partners(after: \"bm90IGEgY3Vyc29y\") { nodes { code } } }", "cursor"));
    }

    @ParameterizedTest
    @MethodSource("argumentsAgainstARule")
    void refusesAnArgumentAgainstARuleAndNamesIt(String query, String named) {
        SET.ask(query)
                .body("errors[0].extensions.code", is("BAD_USER_INPUT"))
                .body("errors[0].message", containsString(named))
                .body("errors[0].extensions.hint", notNullValue())
                .body("errors[0].extensions.service", notNullValue());
    }

    @Test
    void refusesADocumentThatIsNotGraphQlAndSaysWhere() {
        SET.ask("{ partner(code: \"LAO\" { name } }")
                .body("errors[0].extensions.code", is("GRAPHQL_PARSE_FAILED"))
                .body("errors[0].locations[0].line", is(1));
    }

    @Test
    void suggestsTheNearestFieldForAnUnknownOne() {
        SET.ask("{ partner(code: \"LAO\") { nmae } }")
                .body("errors[0].extensions.code", is("GRAPHQL_VALIDATION_FAILED"))
                .body("errors[0].message", containsString("name"));
    }

    @Test
    void refusesAVariableOfTheWrongTypeAndNamesIt() {
        SET.ask(
                        "query($year: Int!) { partner(code: \"LAO\") { trade(from: $year) { points { quality } } } }",
                        Map.of("year", "two thousand"))
                .body("errors[0].extensions.code", is("BAD_USER_INPUT"))
                .body("errors[0].message", containsString("year"));
    }

    @Test
    void refusesAnEmptyBody() {
        refusedWithStatus(400, "application/json", "");
    }

    @Test
    void refusesABodyThatIsNotJson() {
        refusedWithStatus(400, "application/json", "{\"query\": ");
    }

    @Test
    void refusesABodyOfTenMegabytes() {
        refusedWithStatus(413, "application/json", "{\"query\": \"" + "a".repeat(10 * 1024 * 1024) + "\"}");
    }

    @Test
    void refusesAContentTypeThatIsNotJson() {
        refusedWithStatus(415, "text/plain", "{ __typename }");
    }

    private static void refusedWithStatus(int status, String contentType, String body) {
        ValidatableResponse answer = given().contentType(contentType)
                .body(body)
                .when()
                .post(SET.running().gatewayUrl())
                .then();
        answer.statusCode(status)
                .body("errors[0].message", notNullValue())
                .body("errors[0].extensions.code", notNullValue());
    }
}
