package io.lancang.trade.bench;

import io.lancang.kit.fixture.ServiceProcess;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends a file to the service, as anybody would, and watches how much memory the service takes meanwhile. */
final class Upload {
    private static final String DATASET = """
            {"title": "Generated", "definition": "Made from a seed.", "source": {"id": "GENERATED", "title": "Generated"}}
            """;
    private static final double NANOS_PER_SECOND = 1e9;

    private final ServiceProcess service;
    private final String token;

    Upload(ServiceProcess service, String token) {
        this.service = service;
        this.token = token;
    }

    /**
     * What a load took.
     *
     * @param phases seconds of each phase in the order of the phases, as far as somebody who asked all the time saw it
     */
    record Taken(double seconds, long mostBytes, Map<String, Double> phases) {}

    void addDataset(String code) throws IOException, InterruptedException {
        try (HttpClient client = client()) {
            send(client, request("/datasets/" + code, "PUT", BodyPublishers.ofString(DATASET)));
        }
    }

    Taken load(String code, Path file) throws IOException, InterruptedException {
        try (HttpClient client = client();
                ExecutorService sender = Executors.newSingleThreadExecutor()) {
            long start = System.nanoTime();
            HttpRequest request = request("/releases?dataset=" + code, "POST", BodyPublishers.ofFile(file));
            Future<?> sent = sender.submit(() -> {
                send(client, request);
                return null;
            });
            long most = 0;
            Map<String, Double> phases = new LinkedHashMap<>();
            while (!isDone(sent)) {
                most = Math.max(most, service.residentBytes());
                watch(client, phases);
            }
            return new Taken((System.nanoTime() - start) / NANOS_PER_SECOND, most, phases);
        }
    }

    private void watch(HttpClient client, Map<String, Double> phases) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.root().resolve("/loads"))
                .header("authorization", "Bearer " + token)
                .build();
        String loads = client.send(request, BodyHandlers.ofString()).body();
        try (JsonReader reader = Json.createReader(new StringReader(loads))) {
            reader.readArray()
                    .getValuesAs(JsonObject.class)
                    .forEach(load -> phases.put(
                            load.getString("phase"),
                            load.getJsonNumber("phaseSeconds").doubleValue()));
        }
    }

    private static boolean isDone(Future<?> sent) throws IOException, InterruptedException {
        try {
            sent.get(200, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException running) {
            return false;
        } catch (ExecutionException failure) {
            throw new IOException("The file was not loaded", failure.getCause());
        }
    }

    /** Of HTTP/1.1: offered HTTP/2, the connection changes while the file is on its way, and large files did not arrive. */
    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private HttpRequest request(String path, String method, BodyPublisher body) {
        URI address = service.root().resolve(path);
        return HttpRequest.newBuilder(address)
                .header("authorization", "Bearer " + token)
                .header("content-type", path.startsWith("/datasets") ? "application/json" : "application/gzip")
                .method(method, body)
                .build();
    }

    private static void send(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(request.uri() + " was answered " + answer.statusCode() + " " + answer.body());
        }
    }
}
