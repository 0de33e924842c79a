package io.lancang.gateway.supergraph;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.TestConfig;
import io.lancang.gateway.server.Answers;
import io.lancang.gateway.server.SubgraphServer;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SupergraphUrlTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    @Test
    void asksWhetherItIsAnotherOneByItsTag() throws Exception {
        SubgraphServer.Answer whole = Answers.with(Map.of("ETag", "\"1\""), Answers.of(200, "text/plain", "schema"));
        try (SubgraphServer registry = new SubgraphServer(whole)) {
            SupergraphSource source = source(registry, Map.of("supergraph-reload.headers.Authorization", "Bearer a"));

            assertEquals("schema", fetch(source).orElseThrow().sdl());
            assertEquals(
                    List.of("Bearer a"),
                    registry.received().getFirst().headers().get("Authorization"));

            registry.answerWith(Answers.of(304, "text/plain", ""));
            assertEquals(Optional.empty(), fetch(source));
            assertEquals(
                    List.of("\"1\""), registry.received().getFirst().headers().get("If-None-Match"));
        }
    }

    @Test
    void saysWhatItWasAnsweredInstead() throws Exception {
        try (SubgraphServer registry = new SubgraphServer(Answers.of(404, "text/plain", "none"))) {
            SupergraphSource source = source(registry, Map.of());

            ConfigurationException problem = problem(source);

            String message = String.valueOf(problem.getMessage());
            assertTrue(message.contains("answered with status 404"), message);
            assertTrue(message.contains("LANCANG_GATEWAY_SUPERGRAPH"), message);
        }
    }

    @Test
    void waitsNoLongerThanItsTimeout() throws Exception {
        try (SubgraphServer registry = new SubgraphServer(Answers.silence())) {
            SupergraphSource source = source(registry, Map.of("supergraph-reload.timeout", "200ms"));

            assertTrue(String.valueOf(problem(source).getMessage()).contains("cannot be fetched"));
        }
    }

    private SupergraphSource source(SubgraphServer registry, Map<String, String> keys) {
        Map<String, String> all = new HashMap<>(keys);
        all.put("supergraph", registry.url().toString());
        return SupergraphSource.of(TestConfig.with(all), vertx);
    }

    private static Optional<SupergraphText> fetch(SupergraphSource source) throws Exception {
        return source.fetch().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    private static ConfigurationException problem(SupergraphSource source) {
        ExecutionException thrown = assertThrows(ExecutionException.class, () -> fetch(source));
        return assertInstanceOf(ConfigurationException.class, thrown.getCause());
    }
}
