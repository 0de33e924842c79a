package io.lancang.integration;

import io.lancang.kit.fixture.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway that listens to changes. Its lines are read by a thread of its own. */
final class Stream implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpResponse<InputStream> response;
    private volatile boolean isOver;

    private Stream(URI changes) throws IOException, InterruptedException {
        response = client.send(
                HttpRequest.newBuilder(changes)
                        .header("authorization", "Bearer " + Secrets.TOKEN)
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() == 200) {
            Thread.ofVirtual().start(this::read);
        }
    }

    static Stream open(URI changes) throws IOException, InterruptedException {
        return new Stream(changes);
    }

    int status() {
        return response.statusCode();
    }

    /** All lines so far. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Waits until nothing is missed any more. */
    Stream ready() {
        Eventually.holds("the stream is ready", () -> lines.contains("event: ready"));
        return this;
    }

    void awaitLine(String line) {
        Eventually.holds("the stream has " + line, () -> lines.contains(line));
    }

    void awaitEnd() {
        Eventually.holds("the stream is over", () -> isOver);
    }

    private void read() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            lines.add("closed: " + closed);
        }
        isOver = true;
    }

    @Override
    public void close() throws IOException {
        response.body().close();
        client.shutdownNow();
    }
}
