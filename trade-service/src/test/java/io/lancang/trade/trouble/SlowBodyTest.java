package io.lancang.trade.trouble;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.trade.Impatient;
import io.lancang.trade.TradeServiceTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Clients that announce bodies of the graph and send a byte of each, and places that come back when requests are over. */
@QuarkusTest
@TestProfile(Impatient.class)
class SlowBodyTest extends TradeServiceTest {
    private static final int CLIENTS = 10;

    @TestHTTPResource("/graphql")
    @Nullable
    URI graph;

    @Test
    void boundsLargeBodiesByNumberAndTimeAndAnswersEverybodyElse() throws IOException {
        List<Socket> clients = new ArrayList<>();
        try {
            for (int client = 0; client < CLIENTS; client++) {
                clients.add(announced(1_000_000));
            }
            ask().statusCode(200).body("data.bloc.code", equalTo("ASEAN"));

            List<String> answers = new ArrayList<>();
            for (Socket client : clients) {
                String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(answer.contains("\"service\":\"trade\""), answer);
                answers.add(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 408".length()));
            }
            assertEquals(
                    Impatient.LARGE_AT_ONCE,
                    answers.stream().filter("408"::equals).count(),
                    answers.toString());
            assertEquals(
                    CLIENTS - Impatient.LARGE_AT_ONCE,
                    answers.stream().filter("503"::equals).count(),
                    answers.toString());
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    @Test
    void takesAsManyRequestsOneAfterTheOtherAsAreSent() {
        for (int request = 0; request < 3 * Impatient.BODIES_AT_ONCE; request++) {
            ask().statusCode(200).body("data.bloc.code", equalTo("ASEAN"));
        }
    }

    @Test
    void takesRequestsAgainWhenThoseThatHeldAllPlacesHaveLeft() throws IOException {
        List<Socket> clients = new ArrayList<>();
        try {
            for (int client = 0; client < Impatient.BODIES_AT_ONCE; client++) {
                clients.add(announced(100));
            }
            await().untilAsserted(
                            () -> ask().statusCode(503).body("errors[0].extensions.code", equalTo("UNAVAILABLE")));
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
        await().untilAsserted(() -> ask().statusCode(200));
    }

    private static ValidatableResponse ask() {
        return given().contentType("application/json")
                .body("{\"query\": \"{ bloc(code: \\\"ASEAN\\\") { code } }\"}")
                .post("/graphql")
                .then();
    }

    private Socket announced(int length) throws IOException {
        URI address = Objects.requireNonNull(graph);
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.getOutputStream()
                .write(("POST /graphql HTTP/1.1\r\nHost: trade\r\nContent-Type: application/json\r\n"
                                + "Content-Length: " + length + "\r\n\r\n{")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
