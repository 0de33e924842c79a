package io.lancang.integration;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GatewayTest extends RunningService {
    @Test
    void isAnsweredWithTheSharedTokenAlone() {
        given().get("/gateway/plans/anonymous").then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        given().header("authorization", "Bearer " + Secrets.TOKEN.replace('t', 'T'))
                .get("/gateway/plans/anonymous")
                .then()
                .statusCode(401);
        given().header("authorization", "Bearer nonsense")
                .contentType("application/json")
                .body(Map.of("hash", "0".repeat(64)))
                .post("/gateway/keys/verify")
                .then()
                .statusCode(401);
        Gateway.get("/gateway/plans/anonymous").then().statusCode(200);
    }

    @Test
    void takesTheKeyOfTheConfigurationForAnAdministrator() {
        Gateway.verify(Secrets.ADMIN_KEY)
                .then()
                .statusCode(200)
                .body("client", equalTo("administrator"))
                .body("roles", contains("admin"))
                .body("plan.requestsPerMinute", equalTo(null));
    }

    @Test
    void refusesWhatIsNoHash() {
        Gateway.post("/gateway/keys/verify", Map.of("hash", "lck_"))
                .then()
                .statusCode(400)
                .body("code", equalTo("BAD_USER_INPUT"))
                .body("message", containsString("`hash`"));
        Gateway.post("/gateway/keys/verify", "[1]").then().statusCode(400);
        Gateway.post("/gateway/keys/verify", "{").then().statusCode(400);
        Gateway.post("/gateway/keys/verify", "{\"hash\":\"" + "0".repeat(5_000) + "\"}")
                .then()
                .statusCode(413)
                .body("code", equalTo("LIMIT_EXCEEDED"));
        Gateway.get("/gateway/nothing").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }
}
