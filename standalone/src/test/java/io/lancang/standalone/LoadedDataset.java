package io.lancang.standalone;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;

/** A dataset of a test's in the trade service of a set. */
final class LoadedDataset {
    private LoadedDataset() {}

    /** Tells the service of it, so that files can be loaded. */
    static void declare(LancangSet set, String dataset) throws IOException {
        steward(set)
                .contentType("application/json")
                .body(Map.of(
                        "title",
                        dataset,
                        "definition",
                        "What a test loads",
                        "source",
                        Map.of("id", dataset.toUpperCase(Locale.ROOT), "title", dataset)))
                .put(trade(set, "/datasets/" + dataset))
                .then()
                .statusCode(204);
    }

    /** Takes a release back. */
    static void withdraw(LancangSet set, String release) throws IOException {
        steward(set).delete(trade(set, "/releases/" + release)).then().statusCode(200);
    }

    private static RequestSpecification steward(LancangSet set) throws IOException {
        return given().header(
                        "authorization",
                        "Bearer " + Files.readString(set.stewardToken()).strip());
    }

    private static URI trade(LancangSet set, String path) {
        return URI.create(set.serviceUrl("trade")).resolve(path);
    }
}
