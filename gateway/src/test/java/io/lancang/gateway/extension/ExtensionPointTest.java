package io.lancang.gateway.extension;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.limits.Deadline;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.telemetry.ExtensionMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Beans that complete late, elsewhere or never. What points are for is seen over HTTP, by the example of an extension. */
class ExtensionPointTest {
    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void givesUpABeanThatTakesLongerThanTheRequestHasTime() throws Exception {
        CompletableFuture<String> given =
                run(Duration.ofMillis(20), Uni.createFrom().nothing());

        ExecutionException failure = assertThrows(ExecutionException.class, () -> given.get(10, SECONDS));
        assertTrue(failure.getCause() instanceof ExtensionFailedException, failure.toString());
        assertEquals(
                1,
                registry.get("lancang.gateway.extensions")
                        .tag("extension", "Late")
                        .tag("outcome", "failed")
                        .timer()
                        .count());
    }

    @Test
    void goesOnAtTheEventLoopOfTheRequestWhereverABeanCompletes() throws Exception {
        CompletableFuture<String> completed = new CompletableFuture<>();
        CompletableFuture<String> given =
                run(Duration.ofSeconds(30), Uni.createFrom().completionStage(completed));
        // On the thread of the test, when all that follows is waiting for it already.
        completed.complete("a");

        assertEquals("a on the loop", given.get(10, SECONDS));
    }

    @Test
    void aBeanThatGivesNothingHasFailed() throws Exception {
        CompletableFuture<String> given =
                run(Duration.ofSeconds(30), Uni.createFrom().nullItem());

        assertThrows(ExecutionException.class, () -> given.get(10, SECONDS));
    }

    private CompletableFuture<String> run(Duration time, Uni<String> given) throws Exception {
        ExtensionPoint<UnaryOperator<Uni<String>>> point = new ExtensionPoint<>(
                vertx,
                List.of(new ExtensionPoint.Named<>(
                        "Late", before -> given, new ExtensionMeters(registry, "Late", "request"))));
        ClientRequest client =
                new ClientRequest(MultiMap.caseInsensitiveMultiMap(), Deadline.in(time, System::nanoTime));
        Promise<String> done = Promise.promise();
        var loop = vertx.getOrCreateContext();
        CompletableFuture<Boolean> called = new CompletableFuture<>();
        loop.runOnContext(ignored -> {
            changed(point, client)
                    .map(text -> text + (loop.equals(Vertx.currentContext()) ? " on the loop" : " elsewhere"))
                    .onComplete(done);
            called.complete(true);
        });
        called.get(10, SECONDS);
        return done.future().toCompletionStage().toCompletableFuture();
    }

    private static Future<String> changed(ExtensionPoint<UnaryOperator<Uni<String>>> point, ClientRequest client) {
        return point.change(
                "", client, (bean, value) -> bean.apply(Uni.createFrom().item(value)));
    }
}
