package io.lancang.standalone.load;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Speaks to a trade service over HTTP. Safe for any thread. */
public final class TradeClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    /** Ends with a slash, so that what is asked goes below the path that it has behind a proxy. */
    private final URI service;

    private final String token;

    /**
     * @param service the root of the service; with the path of a route, where there is one before it
     * @param token a bearer token with the role steward
     */
    public TradeClient(URI service, String token) {
        this.service = URI.create(service.toString().replaceFirst("/*$", "/"));
        this.token = token;
    }

    /** What a service answers: a status and a JSON object. */
    public record Answer(int status, JsonObject body) {}

    /**
     * A load that is running.
     *
     * @param step within the phase, from 1; 0 where nobody counts them
     * @param seconds since it began
     */
    public record Running(String phase, long rowsRead, int step, int steps, double seconds) {
        static Running of(JsonObject load) {
            boolean hasSteps = !load.isNull("step");
            return new Running(
                    load.getString("phase"),
                    load.getJsonNumber("rowsRead").longValue(),
                    hasSteps ? load.getInt("step") : 0,
                    hasSteps ? load.getInt("steps") : 0,
                    load.getJsonNumber("seconds").doubleValue());
        }

        /** In one line. */
        @Override
        public String toString() {
            return "%-10s %,14d rows %,8.1f s%s"
                    .formatted(phase, rowsRead, seconds, step == 0 ? "" : "   step " + step + " of " + steps);
        }
    }

    /** Sends a file; completes when all of it was loaded, checked or refused. */
    public CompletableFuture<Answer> load(Map<String, String> parameters, HttpRequest.BodyPublisher file) {
        HttpRequest request = request("releases?" + query(parameters))
                .header("content-type", "text/csv")
                .POST(file)
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(TradeClient::answer);
    }

    /** Gives a dataset its place among others, from 1, which comes first. */
    public Answer precede(String dataset, int place) throws IOException, InterruptedException {
        HttpRequest request = request(
                        "datasets/" + URLEncoder.encode(dataset, StandardCharsets.UTF_8) + "/precedence/" + place)
                .timeout(PATIENCE)
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        return answer(client.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    /** How far the load of a dataset is; empty if none runs. */
    public Optional<Running> running(String dataset) throws IOException, InterruptedException {
        HttpResponse<String> loads =
                client.send(request("loads").timeout(PATIENCE).GET().build(), HttpResponse.BodyHandlers.ofString());
        if (loads.statusCode() != 200) {
            return Optional.empty();
        }
        try (JsonReader reader = Json.createReader(new StringReader(loads.body()))) {
            JsonArray all = reader.readArray();
            return all.getValuesAs(JsonObject.class).stream()
                    .filter(load -> load.getString("dataset").equals(dataset))
                    .map(Running::of)
                    .findFirst();
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).header("authorization", "Bearer " + token);
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A refusal for want of a role has no body. */
    private static Answer answer(HttpResponse<String> response) {
        if (response.body().isBlank()) {
            return new Answer(response.statusCode(), JsonObject.EMPTY_JSON_OBJECT);
        }
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return new Answer(response.statusCode(), reader.readObject());
        } catch (JsonException notJson) {
            return new Answer(
                    response.statusCode(),
                    Json.createObjectBuilder().add("text", response.body()).build());
        }
    }
}
