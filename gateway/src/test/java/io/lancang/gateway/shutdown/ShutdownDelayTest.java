package io.lancang.gateway.shutdown;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When connections are refused, for load balancers that need a while to hear of the shutdown and for those that need none. */
class ShutdownDelayTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void closeVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void servesUntilLoadBalancersHaveHeard() {
        Shutdown shutdown = new Shutdown(vertx, Duration.ofHours(1));

        shutdown.begin(new ShutdownDelayInitiatedEvent());

        assertTrue(shutdown.hasBegun());
        assertFalse(shutdown.refusesConnections());
    }

    @Test
    void refusesOnceTheyHaveHeard() {
        Shutdown shutdown = new Shutdown(vertx, Duration.ofMillis(1));

        shutdown.begin(new ShutdownDelayInitiatedEvent());

        await().until(shutdown::refusesConnections);
    }

    @Test
    void refusesAtOnceWhereNobodyHasToHear() {
        Shutdown shutdown = new Shutdown(vertx, Duration.ZERO);
        assertFalse(shutdown.refusesConnections());

        shutdown.begin(new ShutdownDelayInitiatedEvent());

        assertTrue(shutdown.refusesConnections());
    }
}
