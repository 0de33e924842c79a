package io.lancang.standalone.listen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import io.lancang.standalone.StandaloneException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenMainTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private static final String BODY = "{\"specversion\":\"1.0\"}";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int send(HttpServer server, String signedBy, Instant at) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                                            + server.getAddress().getPort() + "/events"))
                                    .header("webhook-id", "msg_1")
                                    .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                                    .header(
                                            "webhook-signature",
                                            new Webhook(signedBy).sign("msg_1", at.getEpochSecond(), BODY))
                                    .POST(HttpRequest.BodyPublishers.ofString(BODY))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void printsDeliveriesAndSaysWhetherTheyAreSignedAndCameBefore() throws Exception {
        HttpServer server = ListenMain.start(
                List.of("listen", "--port", "0", "--secret", SECRET),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertEquals(204, send(server, SECRET, Instant.now()));
            assertEquals(401, send(server, OTHER, Instant.now()));
            assertEquals(401, send(server, SECRET, Instant.now().minusSeconds(400)), "older than five minutes");
            List<String> lines =
                    printed.toString(StandardCharsets.UTF_8).lines().toList();
            assertTrue(lines.contains("msg_1  signed"), lines.toString());
            assertTrue(lines.contains("    \"specversion\": \"1.0\""), lines.toString());
            assertTrue(lines.stream()
                    .anyMatch(line -> line.startsWith("msg_1  NOT SIGNED") && line.endsWith("came 3 times")));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertEquals(
                "webhook listen does not know '--ports'. Its options are --port N and --secret whsec_…, which may be given twice.",
                assertThrows(StandaloneException.class, () -> ListenOptions.parse(List.of("listen", "--ports", "1")))
                        .getMessage());
        assertThrows(StandaloneException.class, () -> ListenOptions.parse(List.of("listen", "--secret", "abc")));
        assertThrows(StandaloneException.class, () -> ListenOptions.parse(List.of("listen", "--port", "70000")));
        assertThrows(StandaloneException.class, () -> ListenOptions.parse(List.of("hear")));
    }
}
