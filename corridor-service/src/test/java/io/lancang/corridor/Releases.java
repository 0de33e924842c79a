package io.lancang.corridor;

import static io.restassured.RestAssured.given;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Files that a test loads and then withdraws, newest first, since the other tests count what ships. */
final class Releases implements AutoCloseable {
    private final Deque<String> loaded = new ArrayDeque<>();

    /** The moment at which the last release was loaded, by the clock of the database; nothing was loaded since. */
    static String lastMoment() {
        return given().get("/releases").then().statusCode(200).extract().path("[0].loadedAt");
    }

    /** Loads a file, which must succeed, and returns the number of the release. */
    String load(String dataset, String file) {
        String release = send("test.csv", dataset, file);
        loaded.push(release);
        return release;
    }

    /** A release that a test sent itself; it is withdrawn with the others. */
    void loaded(String release) {
        loaded.push(release);
    }

    /** Withdraws the release that was loaded last. */
    void withdrawLast(String release) {
        if (!release.equals(loaded.pop())) {
            throw new IllegalArgumentException(release + " was not loaded last");
        }
        given().delete("/releases/" + release).then().statusCode(200);
    }

    /** Loads a file of terms, which nothing withdraws, and returns the number of the release. */
    String loadForGood(String dataset, String file) {
        return send("terms.csv", dataset, file);
    }

    private static String send(String name, String dataset, String file) {
        return given().contentType("application/octet-stream")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/releases?fileName=" + name + "&dataset=" + dataset)
                .then()
                .statusCode(201)
                .extract()
                .path("release");
    }

    @Override
    public void close() {
        while (!loaded.isEmpty()) {
            given().delete("/releases/" + loaded.pop()).then().statusCode(200);
        }
    }
}
