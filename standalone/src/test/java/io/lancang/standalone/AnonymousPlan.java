package io.lancang.standalone;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** The plan of clients without a key, in a set that is under test: all tests have one address, and ask more in a minute than a stranger may. */
public final class AnonymousPlan {
    private AnonymousPlan() {}

    /** Takes its limits away, as an administrator. Gateways know within two seconds. */
    public static void lift(LancangSet set) {
        given().header("x-api-key", adminKey(set))
                .contentType("application/json")
                .body(Map.of("query", "mutation { changePlan(name: \"anonymous\", limits: {}) { name } }"))
                .post(set.gatewayUrl())
                .then()
                .statusCode(200)
                .body("errors", nullValue());
    }

    /** The key of an administrator of clients, keys and plans. */
    static String adminKey(LancangSet set) {
        try {
            return Files.readString(set.adminKey()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
