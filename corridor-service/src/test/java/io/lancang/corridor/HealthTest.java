package io.lancang.corridor;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
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
        given().get(Objects.requireNonNull(ready, "injected by Quarkus"))
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("releases"));
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
