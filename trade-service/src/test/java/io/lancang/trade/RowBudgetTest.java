package io.lancang.trade;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lancang.kit.fixture.Steward;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a request reads of entities counts like the rows of figures. */
@QuarkusTest
@TestProfile(ClosedReadingTest.Closed.class)
class RowBudgetTest extends TradeServiceTest {
    @Test
    void refusesToReadMoreEntities() {
        JsonPath answer = ask("{ partners(first: 200) { nodes { code } } }");

        assertEquals("LIMIT_EXCEEDED", answer.getString("errors[0].extensions.code"), answer.prettify());
        assertEquals("The request reads more than 100 rows.", answer.getString("errors[0].message"));
    }

    @Test
    void countsEntitiesOfAllFieldsTogether() {
        String page = "page%d: partners(first: 60) { nodes { code } }";

        JsonPath one = ask("{ " + page.formatted(1) + " }");
        assertNull(one.get("errors"), one::prettify);
        assertEquals(
                "LIMIT_EXCEEDED",
                ask("{ " + page.formatted(1) + " " + page.formatted(2) + " }").getString("errors[0].extensions.code"));
    }

    /** As somebody with a token, without whom the service of this profile answers nothing. */
    private static JsonPath ask(String query) {
        return given().auth()
                .oauth2(Steward.token("reader"))
                .contentType("application/json")
                .body(Map.of("query", query))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
