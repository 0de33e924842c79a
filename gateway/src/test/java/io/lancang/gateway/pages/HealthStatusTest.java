package io.lancang.gateway.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.health.SmallRyeHealth;
import io.vertx.core.json.JsonObject;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;

class HealthStatusTest {
    @Test
    void isUnavailableWhereAnyCheckSaysDown() {
        SmallRyeHealth down = new SmallRyeHealth(Json.createObjectBuilder()
                .add("status", "DOWN")
                .add("checks", Json.createArrayBuilder())
                .build());

        assertEquals(new HealthStatus.Said(503, JsonObject.of("status", "DOWN")), HealthStatus.Said.of(down));
    }
}
