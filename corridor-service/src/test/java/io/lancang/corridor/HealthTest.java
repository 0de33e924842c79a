package io.lancang.corridor;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.kit.fixture.Eventually;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthTest extends RunningService {
    @TestHTTPResource(value = "/health/live", management = true)
    @Nullable
    URI live;

    @TestHTTPResource("/graphql")
    @Nullable
    URI graph;

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

    /** By its length, before it is sent: who goes on sending to a connection that was closed may not see the answer. */
    @Test
    void refusesABodyThatIsTooLarge() throws IOException {
        URI service = Objects.requireNonNull(graph, "injected by Quarkus");
        try (Socket socket = new Socket(service.getHost(), service.getPort());
                BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            socket.getOutputStream().write("""
                    POST /graphql HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/json\r
                    Content-Length: 2000000\r
                    \r
                    """.getBytes(US_ASCII));

            assertEquals("HTTP/1.1 413 Request Entity Too Large", answer.readLine());
        }
    }
}
