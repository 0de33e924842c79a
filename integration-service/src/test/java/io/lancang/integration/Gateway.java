package io.lancang.integration;

import static io.restassured.RestAssured.given;

import io.lancang.integration.key.KeyText;
import io.restassured.response.Response;
import java.util.Map;

/** Asks the running service as a gateway does. */
final class Gateway {
    private Gateway() {}

    /** What is known of a key. */
    static Response verify(String key) {
        return post("/gateway/keys/verify", Map.of("hash", new KeyText(key).hash()));
    }

    static Response post(String path, Object body) {
        return given().header("authorization", "Bearer " + Secrets.TOKEN)
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    static Response get(String path) {
        return given().header("authorization", "Bearer " + Secrets.TOKEN).get(path);
    }
}
