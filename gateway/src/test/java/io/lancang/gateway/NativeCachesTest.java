package io.lancang.gateway;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.lancang.gateway.server.TestGraph;
import io.quarkus.caffeine.runtime.graal.CacheConstructorsFeature;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Caffeine has a class for every kind of cache, which it looks up by name when the first of that kind is made. The native compiler
 * needs a declaration of each, or the executable does not start.
 */
@QuarkusTest
@WithTestResource(TestGraph.class)
class NativeCachesTest {
    private static final String PACKAGE = Caffeine.class.getPackageName() + ".";
    private static final String METADATA = "/META-INF/native-image/io.lancang/gateway/reachability-metadata.json";

    @Test
    void tellsTheNativeCompilerOfEveryKindOfCacheThatIsMade() throws IOException, ReflectiveOperationException {
        given().contentType("application/json")
                .body("{\"query\":\"{ partners { name } }\"}")
                .post("/graphql")
                .then()
                .statusCode(200);

        Set<String> made = new TreeSet<>();
        made.addAll(looked("LocalCacheFactory"));
        made.addAll(looked("NodeFactory"));
        assertTrue(made.contains(PACKAGE + "SSMW"), () -> "the documents are bounded by weight: " + made);

        made.removeAll(Arrays.asList(CacheConstructorsFeature.typesNeedingConstructorsRegistered()));
        made.removeAll(Arrays.asList(CacheConstructorsFeature.typesNeedingConstructorsRegisteredWhenRecordingStats()));
        assertEquals(made, kept());
    }

    /** Names of the classes that a factory of Caffeine has looked up in this process. */
    private static Set<String> looked(String factory) throws ReflectiveOperationException {
        Field known = Class.forName(PACKAGE + factory).getDeclaredField("FACTORIES");
        known.setAccessible(true);
        Set<String> names = new TreeSet<>();
        for (Object name : ((Map<?, ?>) known.get(null)).keySet()) {
            names.add(PACKAGE + name);
        }
        return names;
    }

    private static Set<String> kept() throws IOException {
        try (InputStream file = NativeCachesTest.class.getResourceAsStream(METADATA)) {
            JsonObject kept = new JsonObject(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            return kept.getJsonArray("reflection").stream()
                    .map(entry -> ((JsonObject) entry).getString("type"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
