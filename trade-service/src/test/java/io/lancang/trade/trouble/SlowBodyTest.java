package io.lancang.trade.trouble;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Clients that announce large bodies of the graph and send a byte of each. */
@QuarkusTest
@TestProfile(SlowBodyTest.Impatient.class)
class SlowBodyTest extends TradeServiceTest {
    private static final int LARGE_AT_ONCE = 4;
    private static final int CLIENTS = 10;

    @TestHTTPResource("/graphql")
    @Nullable
    URI graph;

    /** The configuration of a service that waits two seconds. */
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("lancang.bodies.deadline", "2S", "lancang.bodies.large-at-once", "" + LARGE_AT_ONCE);
        }
    }

    @Test
    void boundsLargeBodiesByNumberAndTimeAndAnswersEverybodyElse() throws IOException {
        List<Socket> clients = new ArrayList<>();
        try {
            for (int client = 0; client < CLIENTS; client++) {
                clients.add(announced());
            }
            given().contentType("application/json")
                    .body("{\"query\": \"{ bloc(code: \\\"ASEAN\\\") { code } }\"}")
                    .post("/graphql")
                    .then()
                    .statusCode(200)
                    .body("data.bloc.code", equalTo("ASEAN"));

            List<String> answers = new ArrayList<>();
            for (Socket client : clients) {
                String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(answer.contains("\"service\":\"trade\""), answer);
                answers.add(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 408".length()));
            }
            assertEquals(LARGE_AT_ONCE, answers.stream().filter("408"::equals).count(), answers.toString());
            assertEquals(
                    CLIENTS - LARGE_AT_ONCE,
                    answers.stream().filter("503"::equals).count(),
                    answers.toString());
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    private Socket announced() throws IOException {
        URI address = Objects.requireNonNull(graph);
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.getOutputStream()
                .write(("POST /graphql HTTP/1.1\r\nHost: trade\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 1000000\r\n\r\n{")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
