package io.lancang.standalone.soak;

import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Speaks HTTP to the set, as a client with a pool of connections does. Safe for any thread. */
final class Http implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** A request that waits no longer than a client would. */
    static HttpRequest.Builder to(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
    }

    /** A GraphQL request. */
    static HttpRequest.Builder graphql(String root, String document) {
        String body = Json.createObjectBuilder().add("query", document).build().toString();
        return to(root + "/graphql").header("content-type", "application/json").POST(BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    /** For answers that do not end. */
    HttpClient client() {
        return client;
    }

    /** Asks what must succeed, before the load begins, until it does: what has just started may not know of the others yet. */
    String must(HttpRequest.Builder request) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (true) {
            String failure;
            try {
                HttpResponse<String> answer = send(request.build());
                if (answer.statusCode() < 300 && !answer.body().contains("\"errors\"")) {
                    return answer.body();
                }
                failure = answer.uri() + " was answered with " + answer.statusCode() + ": " + answer.body();
            } catch (IOException broken) {
                failure = broken.toString();
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(failure);
            }
            Thread.sleep(PAUSE);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
