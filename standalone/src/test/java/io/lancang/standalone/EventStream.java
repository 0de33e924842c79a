package io.lancang.standalone;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A subscription over server-sent events, read by a thread of its own until it is closed. */
final class EventStream implements AutoCloseable {
    private static final int ATTEMPTS = 30;

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final Thread reader;

    private EventStream(HttpRequest request) {
        this.reader = Thread.ofVirtual().start(() -> read(request));
    }

    /** Subscribes at a gateway. */
    static EventStream of(String gateway, String subscription) {
        String query = subscription.replace("\"", "\\\"");
        return new EventStream(HttpRequest.newBuilder(URI.create(gateway))
                .header("content-type", "application/json")
                .header("accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + query + "\"}"))
                .build());
    }

    /** What makes an event happen. */
    interface Cause {
        /**
         * Makes it happen.
         *
         * @param attempt 1 for the first time
         */
        void happen(int attempt) throws IOException;
    }

    /**
     * An event, the next one that was not seen. Nobody is told when a subscription is in force, so that its cause happens
     * until somebody is told of it.
     */
    JsonPath eventOf(Cause cause) throws IOException, InterruptedException {
        @Nullable String event = null;
        for (int attempt = 1; event == null && attempt <= ATTEMPTS; attempt++) {
            cause.happen(attempt);
            event = events.poll(2, TimeUnit.SECONDS);
        }
        if (event == null) {
            throw new AssertionError("no event came of " + ATTEMPTS + " causes");
        }
        return JsonPath.from(event);
    }

    /** The next event, which must come by itself. */
    JsonPath next() throws InterruptedException {
        String event = events.poll(30, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("no further event came within 30 s");
        }
        return JsonPath.from(event);
    }

    @Override
    public void close() {
        reader.interrupt();
        client.shutdownNow();
        client.close();
    }

    private void read(HttpRequest request) {
        try (Stream<String> lines =
                client.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            lines.filter(line -> line.startsWith("data: {"))
                    .map(line -> line.substring("data: ".length()))
                    .forEach(events::add);
        } catch (IOException | UncheckedIOException e) {
            // A test ends the stream when it has seen its events; before that, this is what it sees instead.
            events.add("The stream ended: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
