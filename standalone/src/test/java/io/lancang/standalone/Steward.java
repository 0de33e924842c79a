package io.lancang.standalone;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;

/** Whoever loads files into a service of the running set, and takes back what they loaded, newest first. */
final class Steward {
    private record Loaded(String service, URI root, String release) {}

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
        URI root = URI.create(set.running().serviceUrl(service));
        double before = set.eventsHeard(service);
        String release = request()
                .contentType("application/octet-stream")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .queryParam("dataset", dataset)
                .queryParam("fileName", fileName)
                .post(root.resolve("/releases"))
                .then()
                .statusCode(201)
                .extract()
                .path("release")
                .toString();
        loaded.push(new Loaded(service, root, release));
        await().until(() -> set.eventsHeard(service) > before);
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
            await().until(() -> set.eventsHeard(last.service()) > before);
        }
    }
}
