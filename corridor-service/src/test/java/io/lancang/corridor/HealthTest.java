package io.lancang.corridor;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.lancang.kit.fixture.Eventually;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthTest extends RunningService {
    @TestHTTPResource(value = "/health/live", management = true)
    @Nullable
    URI live;

    @Test
    void isReadyOnceItsReleasesAreLoaded() {
        // It says that it is not, too, where a busy machine lets the database wait.
        Eventually.holds("it is ready with its releases", () -> {
            Response answer = given().get(Objects.requireNonNull(ready, "injected by Quarkus"));
            return answer.statusCode() == 200
                    && answer.jsonPath().getList("checks.name").contains("releases");
        });
    }

    @Test
    void isAliveWithoutALookAtTheDatabase() {
        given().get(Objects.requireNonNull(live, "injected by Quarkus"))
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.size()", equalTo(0));
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        given().contentType("application/json")
                .body("{\"query\":\"" + " ".repeat(2_000_000) + "\"}")
                .post("/graphql")
                .then()
                .statusCode(413);
    }
}
