package io.lancang.standalone.soak;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Subscribes over server-sent events, and again behind the last event that it has seen whenever the stream ends, as a browser does. Its thread ends when
 * it is interrupted.
 */
final class Subscriber implements Runnable {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration OPENING = Duration.ofSeconds(20);

    private final Http http;
    private final String gateway;
    private final String document;
    private final EventsSeen seen;
    private volatile String last;
    private volatile boolean isClosed;

    /**
     * @param document with a variable `$after`
     * @param last what its first events come behind
     */
    Subscriber(Http http, String gateway, String document, String last, EventsSeen seen) {
        this.http = http;
        this.gateway = gateway;
        this.document = document;
        this.last = last;
        this.seen = seen;
    }

    EventsSeen seen() {
        return seen;
    }

    /** No further connection is made. */
    void close() {
        isClosed = true;
    }

    @Override
    public void run() {
        while (!isClosed && !Thread.currentThread().isInterrupted()) {
            try {
                readToItsEnd();
            } catch (IOException | UncheckedIOException broken) {
                seen.broke();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void readToItsEnd() throws IOException, InterruptedException {
        String body = Json.createObjectBuilder()
                .add("query", document)
                .add("variables", Json.createObjectBuilder().add("after", last))
                .build()
                .toString();
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + "/graphql"))
                .timeout(OPENING)
                .header("content-type", "application/json")
                .header("accept", "text/event-stream")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<Stream<String>> answer = http.client().send(request, BodyHandlers.ofLines());
        seen.connected();
        try (Stream<String> lines = answer.body()) {
            lines.forEach(this::read);
        }
    }

    /** An id stands before or behind its data; the place of an event is its cursor, which begins with the number of a release. */
    private void read(String line) {
        if (line.startsWith("id: ")) {
            last = line.substring("id: ".length());
            int colon = last.indexOf(':');
            seen.event(Long.parseLong(colon < 0 ? last : last.substring(0, colon)));
        }
    }
}
