package io.lancang.gateway.cache;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.cache.store.ValkeyProcess;
import io.lancang.gateway.cache.store.ValkeyResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The gateway with answers in a real Valkey; skipped on a machine that has none. */
@QuarkusTest
@WithTestResource(CachedGraph.class)
@WithTestResource(ValkeyResource.class)
@EnabledIf("isInstalled")
class CacheInValkeyTest {
    @SuppressWarnings("NullAway.Init") // injected
    CachedGraph graph;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @SuppressWarnings("NullAway.Init") // injected
    ValkeyResource valkey;

    static boolean isInstalled() {
        return ValkeyProcess.isInstalled();
    }

    private static String cargo() {
        return given().contentType("application/json")
                .body("{\"query\":\"{ train(id: \\\"1\\\") { cargo } }\"}")
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .path("data.train.cargo");
    }

    private boolean isKept() {
        cargo();
        int before = graph.asked();
        cargo();
        return graph.asked() == before;
    }

    @Test
    void keepsAnswersUntilTheyAreInvalidated() {
        await("kept").until(this::isKept);
        graph.load("rice");
        assertEquals("durian", cargo());

        given().header("Authorization", "Bearer " + CachedGraph.TOKEN)
                .body("{\"tags\":[\"cargo\"]}")
                .post(management.resolve("/cache/invalidate"))
                .then()
                .statusCode(200);

        assertEquals("rice", cargo());
        await("kept again").until(this::isKept);
    }

    @Test
    void countsRequestsThereToo() throws Exception {
        cargo();

        given().contentType("application/json")
                .body("{\"query\":\"{ __typename }\"}")
                .post("/graphql")
                .then()
                .header("RateLimit-Policy", "\"requests\";q=100000;w=60");
        Vertx vertx = Vertx.vertx();
        Redis redis = Redis.createClient(vertx, valkey.url());
        try {
            String keys = String.valueOf(redis.send(Request.cmd(Command.KEYS).arg("lancang:rate:*"))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, SECONDS));
            assertTrue(keys.contains("lancang:rate:{address:127.0.0.1}:100000:"), keys);
        } finally {
            redis.close();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
