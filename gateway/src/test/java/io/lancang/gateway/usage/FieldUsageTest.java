package io.lancang.gateway.usage;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.gateway.TestConfig;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bounds of what is recorded. */
class FieldUsageTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void losesNoUseWhenDocumentsHaveToMakeRoom() {
        // Each document weighs more than 512, so that two of them never have room beside each other.
        FieldUsage usage = new FieldUsage(
                vertx,
                TestConfig.with(Map.of("usage.enabled", "true", "usage.max-size", "1K"))
                        .usage());
        for (int i = 0; i < 20; i++) {
            String document = "{ a" + i + " }";
            usage.note(asked -> Set.of("Query.a"), document, "web");
            int seen = i + 1;
            await().until(() -> uses(usage) == seen);
        }

        assertEquals(20, uses(usage));
    }

    private static long uses(FieldUsage usage) {
        Uses uses = usage.snapshot().getOrDefault("web", Map.of()).get("Query.a");
        return uses == null ? 0 : uses.count();
    }
}
