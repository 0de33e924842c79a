package io.lancang.corridor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.lancang.kit.fixture.Eventually;
import io.lancang.kit.fixture.SilentClient;
import io.micrometer.core.instrument.MeterRegistry;
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
import java.net.http.WebSocket;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Clients that read nothing of what they have asked for. */
@QuarkusTest
@TestProfile(UnreadAnswersTest.LittlePatience.class)
class UnreadAnswersTest extends RunningService {
    /** Some hundred kilobytes. */
    private static final String LARGE =
            "{ corridors(first: 500) { nodes { partners { corridors { id partners { code } } } } } }";

    /** Together more than the system keeps of its own accord between the ends of a connection. */
    private static final int MANY = 60;

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource("/graphql")
    @Nullable
    URI graph;

    /** Enough for whoever reads, and room for all answers that a WebSocket asks for at once. */
    public static final class LittlePatience implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("lancang.answers.patience", "1S", "lancang.requests.values-at-once", "100000000");
        }
    }

    @Test
    void closesTheConnectionOfAClientThatReadsNothing() {
        double before = disconnected();
        try (SilentClient silent = new SilentClient(Objects.requireNonNull(graph))) {
            silent.ask(LARGE, MANY);
            Eventually.holds("a connection was closed", () -> disconnected() > before);
            silent.readToTheEnd();
        }
    }

    @Test
    void closesAWebSocketThatReadsNothing() {
        double before = disconnected();
        HttpClient client = HttpClient.newHttpClient();
        try {
            WebSocket silent = client.newWebSocketBuilder()
                    .subprotocols("graphql-transport-ws")
                    .buildAsync(
                            URI.create(Objects.requireNonNull(graph).toString().replaceFirst("^http", "ws")),
                            new Deaf())
                    .join();
            silent.sendText("{\"type\":\"connection_init\"}", true).join();
            askUntilClosed(silent);
            Eventually.holds("a connection was closed", () -> disconnected() > before);
        } finally {
            client.shutdownNow();
        }
    }

    /** On a busy machine the service may lose its patience before everything is asked. */
    private static void askUntilClosed(WebSocket silent) {
        try {
            for (int operation = 0; operation < MANY / 2; operation++) {
                silent.sendText(
                                "{\"type\":\"subscribe\",\"id\":\"" + operation + "\",\"payload\":{\"query\":\"" + LARGE
                                        + "\"}}",
                                true)
                        .join();
            }
        } catch (CompletionException closed) {
            assertInstanceOf(IOException.class, closed.getCause());
        }
    }

    /** Streams would each keep what is not read, where nobody counts it. */
    @Test
    void speaksHttp1Alone() throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(Objects.requireNonNull(graph).resolve("/releases"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
        }
    }

    private double disconnected() {
        return metrics.get("lancang.answers.disconnected").counter().count();
    }

    /** Asks for no message, not even the first. */
    private static final class Deaf implements WebSocket.Listener {
        @Override
        public void onOpen(WebSocket socket) {
            // Each message has to be asked for.
        }
    }
}
