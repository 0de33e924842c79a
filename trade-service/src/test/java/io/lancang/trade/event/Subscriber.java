package io.lancang.trade.event;

import io.restassured.path.json.JsonPath;
import jakarta.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client of the protocol graphql-transport-ws with one subscription. */
final class Subscriber implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<JsonPath> messages = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    Subscriber(URI graph, String subscription) {
        socket = client.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(graph, new Listener())
                .join();
        send(Json.createObjectBuilder().add("type", "connection_init").build().toString());
        if (!"connection_ack".equals(next().getString("type"))) {
            throw new AssertionError("The connection was not acknowledged.");
        }
        send(Json.createObjectBuilder()
                .add("type", "subscribe")
                .add("id", "1")
                .add("payload", Json.createObjectBuilder(Map.of("query", subscription)))
                .build()
                .toString());
    }

    private void send(String message) {
        socket.sendText(message, true).join();
    }

    /** The next message of the service; pings are answered and left out. */
    JsonPath next() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        JsonPath message = poll(deadline);
        while ("ping".equals(message.getString("type"))) {
            send("{\"type\":\"pong\"}");
            message = poll(deadline);
        }
        return message;
    }

    private JsonPath poll(long deadline) {
        try {
            @Nullable JsonPath message = messages.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (message == null) {
                throw new AssertionError("No message came.");
            }
            return message;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The wait for a message was interrupted.", interrupted);
        }
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        client.close();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                messages.add(JsonPath.from(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
