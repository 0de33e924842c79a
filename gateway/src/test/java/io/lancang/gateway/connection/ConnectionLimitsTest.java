package io.lancang.gateway.connection;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.gateway.limits.ClientLimits;
import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.RawClient;
import io.lancang.gateway.server.RawHttp2Client;
import io.lancang.gateway.server.RawHttp2Client.Frame;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestGraph.class)
@TestProfile(ConnectionLimitsTest.Few.class)
class ConnectionLimitsTest {
    private static final String TYPENAME = "{\"query\":\"{ __typename }\"}";

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource("/graphql")
    URI endpoint;

    @SuppressWarnings("NullAway.Init") // injected
    @Inject
    ClientLimits limits;

    @SuppressWarnings("NullAway.Init") // injected
    TestGraph graph;

    private final List<RawClient> open = new ArrayList<>();

    /** The gateway learns of it a moment later; until then the next test would have fewer places. */
    @AfterEach
    void closeAllAndWait() throws IOException {
        closeAll();
        await().until(() -> limits.connections().running() == 0);
    }

    private void closeAll() throws IOException {
        for (RawClient client : open) {
            client.close();
        }
    }

    @Test
    void turnsAwayConnectionsBeyondThoseOfOneAddress() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(connect().send(RawClient.post(TYPENAME)).readResponse(), startsWith("HTTP/1.1 200"));
        }

        String answer = connect().send(RawClient.post(TYPENAME)).readToEnd();

        assertThat(answer, startsWith("HTTP/1.1 429"));
        assertThat(answer, containsString("Retry-After: 1\r\n"));
        assertThat(answer, containsString("\"code\":\"LIMIT_EXCEEDED\""));
        assertThat(answer, containsString("5 connections"));
    }

    /** An answer without a request would be taken for a fault of the connection. */
    @Test
    void tellsNobodyWhyItIsTurnedAwayWhoHasAskedForNothing() throws Exception {
        for (int i = 0; i < 5; i++) {
            connect();
        }

        assertEquals("", connect().readToEnd());
    }

    /** One each hundredth of a second: the fifth waits for four of them, however fast the machine is. */
    @Test
    void letsConnectionsOfOneAddressInOneAfterTheOther() throws Exception {
        long begin = System.nanoTime();
        for (int i = 0; i < 5; i++) {
            connect();
        }
        for (RawClient client : open) {
            assertThat(client.send(RawClient.post(TYPENAME)).readResponse(), startsWith("HTTP/1.1 200"));
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begin), greaterThan(Duration.ofMillis(35)));
    }

    @Test
    void takesConnectionsAgainOnceOthersAreClosed() throws Exception {
        for (int i = 0; i < 5; i++) {
            connect();
        }
        closeAll();
        open.clear();

        await().until(() -> {
            try (RawClient client = new RawClient(endpoint)) {
                return client.send(RawClient.post(TYPENAME)).readResponse().startsWith("HTTP/1.1 200");
            }
        });
    }

    @Test
    void readsAFixedNumberOfBodiesOfOneClientAtTheSameTime() throws Exception {
        for (int i = 0; i < 2; i++) {
            connect().send(RawClient.head("Content-Length: 100") + "{");
        }

        await().until(() -> {
            try (RawClient client = new RawClient(endpoint)) {
                String answer = client.send(RawClient.post(TYPENAME)).readResponse();
                return answer.startsWith("HTTP/1.1 429") && answer.contains("2 requests");
            }
        });
    }

    @Test
    void refusesBodiesForWhichThereIsNoRoom() throws Exception {
        String body = "{\"query\":\"{ __typename }\",\"x\":\"" + "x".repeat(30_000) + "\"}";

        String answer = connect().send(RawClient.post(body)).readResponse();

        assertThat(answer, startsWith("HTTP/1.1 503"));
        assertThat(answer, containsString("20480 bytes"));
        assertThat(connect().send(RawClient.post(TYPENAME)).readResponse(), startsWith("HTTP/1.1 200"));
    }

    @Test
    void givesBackTheRoomOfABodyThatBreaksOff() throws Exception {
        try (RawClient leaving = new RawClient(endpoint)) {
            leaving.send(RawClient.head("Content-Length: 15000") + "x".repeat(9_000));
            await().until(() -> limits.received().held() == 9_000);
        }

        await().until(() -> limits.received().held() == 0);
    }

    @Test
    void givesBackTheRoomOfABodyWhoseRequestIsRefused() throws Exception {
        assertThat(connect().send(RawClient.post("{\"query\":1}")).readResponse(), startsWith("HTTP/1.1 400"));

        await().untilAsserted(() -> assertEquals(0, limits.received().held()));
    }

    /** Each has 1.5 KB of the 32 KB that all answers may have together: 40 of them would be 60 KB. */
    @Test
    void givesBackTheRoomOfAnswersInParts() throws Exception {
        graph.trade()
                .answerWith(Answers.json(
                        "{\"data\":{\"partners\":[{\"name\":\"" + "x".repeat(1500) + "\"},{\"name\":\"z\"}]}}"));
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .header("Accept", "multipart/mixed;deferSpec=20220824, application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"query\":\"{ partners @stream(initialCount: 1) { name } }\"}"))
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int answer = 1; answer <= 40; answer++) {
                String body = client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body();
                assertThat("answer " + answer, body, containsString("\"items\":[{\"name\":\"z\"}]"));
            }
        }
        graph.reset();
    }

    /** Who connects again each time that its connection is ended is counted on. */
    @Test
    void countsTheResetsOfAllConnectionsOfAClient() throws Exception {
        List<Integer> resets = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            try (RawHttp2Client client = new RawHttp2Client(endpoint)) {
                int ended = client.repeatUntilEnded(15, round -> new Frame[] {
                    new Frame(
                            RawHttp2Client.HEADERS,
                            RawHttp2Client.END_HEADERS,
                            2 * round - 1,
                            RawHttp2Client.head("POST", "/graphql")),
                    new Frame(RawHttp2Client.RST_STREAM, 0, 2 * round - 1, new byte[] {0, 0, 0, 8})
                });
                resets.add(ended - 1);
            }
        }

        assertEquals(List.of(15, 5, 0, 0), resets);
    }

    private RawClient connect() throws IOException {
        RawClient client = new RawClient(endpoint);
        open.add(client);
        return client;
    }

    /** Limits that a test reaches. */
    public static final class Few implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "lancang.gateway.clients.max-connections-per-address", "5",
                    "lancang.gateway.clients.max-bodies-reading-per-client", "2",
                    "lancang.gateway.clients.max-connections-per-second", "100",
                    "lancang.gateway.clients.max-resets", "20",
                    "lancang.gateway.clients.max-bytes-received", "20K",
                    "lancang.gateway.traffic.max-bytes-in-flight", "32K");
        }
    }
}
