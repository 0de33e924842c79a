package io.lancang.standalone;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Whoever loads files into a service of the running set, and takes back what they loaded, newest first. */
final class Steward {
    private record Loaded(String service, URI root, String release) {}

    private static final Duration LISTENING = Duration.ofSeconds(12);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final RunningSet set;
    private final Deque<Loaded> loaded = new ArrayDeque<>();

    Steward(RunningSet set) {
        this.set = set;
    }

    /** A request with the steward's token. */
    RequestSpecification request() throws IOException {
        return given().header("authorization", "Bearer " + token());
    }

    String token() throws IOException {
        return Files.readString(set.running().stewardToken()).strip();
    }

    /** Loads a file as a release of a dataset, which must succeed. */
    void load(String service, String dataset, String fileName, String file) throws IOException {
        load(service, dataset, fileName, file.getBytes(StandardCharsets.UTF_8));
    }

    /** The same of a file in any encoding. */
    void load(String service, String dataset, String fileName, byte[] file) throws IOException {
        load(service, dataset, fileName, file, Map.of());
    }

    /** The same with further parameters. */
    void loadWith(String service, String dataset, String file, Map<String, String> parameters) throws IOException {
        load(service, dataset, "loaded.csv", file.getBytes(StandardCharsets.UTF_8), parameters);
    }

    private void load(String service, String dataset, String fileName, byte[] file, Map<String, String> parameters)
            throws IOException {
        URI root = URI.create(set.running().serviceUrl(service));
        double before = set.eventsHeard(service);
        String release = request()
                .contentType("application/octet-stream")
                .body(file)
                .queryParam("dataset", dataset)
                .queryParam("fileName", fileName)
                .queryParams(parameters)
                .post(root.resolve("/releases"))
                .then()
                .statusCode(201)
                .extract()
                .path("release")
                .toString();
        tookOver(service, release, before);
    }

    /**
     * Will withdraw what a command loaded, and waits until the gateway has heard of it.
     *
     * @param before of how many changes of the service the gateway had heard before
     */
    void tookOver(String service, String release, double before) {
        loaded.push(new Loaded(service, URI.create(set.running().serviceUrl(service)), release));
        awaitHeard(service, before);
    }

    /** What a service says to a file that is no release after it: one that is refused, or only checked. */
    ValidatableResponse offer(String service, String dataset, String file, String parameters) throws IOException {
        return request()
                .contentType("application/octet-stream")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(URI.create(set.running().serviceUrl(service))
                        .resolve("/releases?fileName=a.csv&dataset=" + dataset + parameters))
                .then();
    }

    /** Withdraws all that was loaded, so that other tests find what ships. */
    void withdrawAll() throws IOException {
        while (!loaded.isEmpty()) {
            Loaded last = loaded.pop();
            double before = set.eventsHeard(last.service());
            request()
                    .delete(last.root().resolve("/releases/" + last.release()))
                    .then()
                    .statusCode(200);
            awaitHeard(last.service(), before);
        }
    }

    /** A gateway that does not listen yet hears of nothing, and drops all when it does: within this time. */
    private void awaitHeard(String service, double before) {
        long end = System.nanoTime() + LISTENING.toNanos();
        while (set.eventsHeard(service) <= before && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
