package io.lancang.trade;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.lancang.kit.fixture.Steward;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service whose reading is closed to all who have no token of its issuer. */
@QuarkusTest
@TestProfile(ClosedReadingTest.Closed.class)
class ClosedReadingTest extends TradeServiceTest {
    private static final String QUERY = "{\"query\": \"{ blocs { code } }\"}";

    /** The configuration that closes it, and lets a request read fewer rows than there are partners for {@link RowBudgetTest}. */
    public static final class Closed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("lancang.reading", "authenticated", "lancang.requests.rows", "100");
        }
    }

    @Test
    void answersTheGraphToWhoeverHasAToken() {
        given().contentType("application/json")
                .body(QUERY)
                .post("/graphql")
                .then()
                .statusCode(401)
                .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"))
                .body("errors[0].extensions.service", equalTo("trade"));

        given().auth()
                .oauth2(Steward.token("reader"))
                .contentType("application/json")
                .body(QUERY)
                .post("/graphql")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/export/trade-flows.csv?partners=LAO&from=2019&to=2019",
                "/releases?dataset=trade_annual",
                "/loads"
            })
    void givesFilesAndReleasesToWhoeverHasAToken(String path) {
        given().get(path).then().statusCode(401).body(containsString("UNAUTHENTICATED"));
        given().auth()
                .oauth2(Steward.token("reader") + "x")
                .get(path)
                .then()
                .statusCode(401)
                .body(containsString("are not valid"));

        given().auth().oauth2(Steward.token("reader")).get(path).then().statusCode(200);
    }
}
