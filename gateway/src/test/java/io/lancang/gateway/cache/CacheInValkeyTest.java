package io.lancang.gateway.cache;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.gateway.cache.store.ValkeyProcess;
import io.lancang.gateway.cache.store.ValkeyResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
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
}
