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
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Thread reader;
    private String seen = "";

    private record Event(String id, String data) {}

    private EventStream(HttpRequest request) {
        this.reader = Thread.ofVirtual().start(() -> read(request));
    }

    /** Subscribes at a gateway. */
    static EventStream of(String gateway, String subscription) {
        return new EventStream(request(gateway, subscription).build());
    }

    /**
     * Subscribes at a gateway again, as a browser does when a connection broke.
     *
     * @param last the id of the last event that was seen
     */
    static EventStream behind(String gateway, String subscription, String last) {
        return new EventStream(
                request(gateway, subscription).header("last-event-id", last).build());
    }

    private static HttpRequest.Builder request(String gateway, String subscription) {
        String query = subscription.replace("\"", "\\\"");
        return HttpRequest.newBuilder(URI.create(gateway))
                .header("content-type", "application/json")
                .header("accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + query + "\"}"));
    }

    /** The id of the event that was given last; empty if it has none. */
    String lastId() {
        return seen;
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
     * An event, the next one that was not seen. Nothing says when a subscription is in force, so that its cause happens
     * until somebody hears of it.
     */
    JsonPath eventOf(Cause cause) throws IOException, InterruptedException {
        @Nullable Event event = null;
        for (int attempt = 1; event == null && attempt <= ATTEMPTS; attempt++) {
            cause.happen(attempt);
            event = events.poll(2, TimeUnit.SECONDS);
        }
        if (event == null) {
            throw new AssertionError("no event came of " + ATTEMPTS + " causes");
        }
        return given(event);
    }

    /** The next event, which must come by itself. */
    JsonPath next() throws InterruptedException {
        Event event = events.poll(30, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("no further event came within 30 s");
        }
        return given(event);
    }

    private JsonPath given(Event event) {
        seen = event.id();
        return JsonPath.from(event.data());
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
            StringBuilder id = new StringBuilder();
            lines.forEach(line -> {
                if (line.startsWith("id: ")) {
                    id.append(line.substring("id: ".length()));
                } else if (line.startsWith("data: {")) {
                    events.add(new Event(id.toString(), line.substring("data: ".length())));
                    id.setLength(0);
                }
            });
        } catch (IOException | UncheckedIOException e) {
            // A test ends the stream when it has seen its events; before that, this is what it sees instead.
            events.add(new Event("", "The stream ended: " + e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
