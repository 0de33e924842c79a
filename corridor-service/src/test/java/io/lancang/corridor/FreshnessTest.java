package io.lancang.corridor;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What an answer about the network says of how long it may be kept. */
@QuarkusTest
class FreshnessTest extends RunningService {
    private static final String KEPT = "max-age=60, stale-while-revalidate=60, stale-if-error=86400";

    @SuppressWarnings("NullAway.Init") // injected
    @Inject
    DataSource dataSource;

    @Test
    void answersMayBeKeptByEverybodyUntilTheirTagIsCalledBack() {
        ask("{ corridor(id: \"kbe\") { name } }", Map.of())
                .body("data.corridor.name", notNullValue())
                .header("Cache-Control", equalTo("public, " + KEPT))
                .header("Cache-Tag", equalTo("corridor"));
    }

    @Test
    void answersAboutThePastHoldForEver() throws SQLException {
        OffsetDateTime yesterday = OffsetDateTime.now(ZoneOffset.UTC).minusDays(1);
        moveFirstRelease("- interval '2 days'");
        try {
            ask("{ corridors(asOf: \"" + yesterday + "\") { totalCount } }", Map.of())
                    .body("errors", nullValue())
                    .header("Cache-Control", equalTo("public, max-age=86400, immutable, stale-if-error=86400"))
                    .header("Cache-Tag", nullValue());
        } finally {
            moveFirstRelease("+ interval '2 days'");
        }
    }

    @Test
    void answersToATokenAreForNobodyElse() {
        // The token is none, and reading needs none; that somebody sent one is what counts.
        ask("{ corridor(id: \"kbe\") { name } }", Map.of("Authorization", "Basic bm9ib2R5"))
                .header("Cache-Control", equalTo("private, " + KEPT));
    }

    @Test
    void answersWithAnErrorAreNotToBeKept() {
        ask("{ corridors(first: -1) { totalCount } }", Map.of())
                .body("errors[0].extensions.code", equalTo("BAD_USER_INPUT"))
                .header("Cache-Control", equalTo("no-store"))
                .header("Cache-Tag", nullValue());
    }

    private void moveFirstRelease(String by) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update release set loaded_at = loaded_at " + by + " where id = 1");
        }
    }

    private static ValidatableResponse ask(String document, Map<String, String> headers) {
        return given().contentType("application/json")
                .headers(headers)
                .body(Map.of("query", document))
                .post("/graphql")
                .then();
    }
}
