package io.lancang.gateway.subgraph.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClosingsTest {
    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final Closings closings = new Closings(vertx);
    private int closed;

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void closesAFewAtOnceAndTheOthersOneAfterTheOther() throws Exception {
        CompletableFuture<Integer> atOnce = new CompletableFuture<>();
        CompletableFuture<Integer> turnsUntilAll = new CompletableFuture<>();
        loop.runOnContext(start -> {
            for (int stream = 0; stream < 12; stream++) {
                closings.add(() -> closed++);
            }
            atOnce.complete(closed);
            countTurns(0, turnsUntilAll);
        });

        assertEquals(5, atOnce.get(1, TimeUnit.MINUTES));
        assertTrue(turnsUntilAll.get(1, TimeUnit.MINUTES) > 0, "others get a turn in between");
    }

    @Test
    void closesAFewAtOnceAgainOnceAllAreClosed() throws Exception {
        CompletableFuture<Integer> again = new CompletableFuture<>();
        loop.runOnContext(start -> {
            for (int stream = 0; stream < 5; stream++) {
                closings.add(() -> closed++);
            }
            vertx.setTimer(50, later -> {
                closings.add(() -> closed++);
                again.complete(closed);
            });
        });

        assertEquals(6, again.get(1, TimeUnit.MINUTES));
    }

    private void countTurns(int turns, CompletableFuture<Integer> untilAll) {
        if (closed == 12) {
            untilAll.complete(turns);
        } else {
            vertx.setTimer(1, next -> countTurns(turns + 1, untilAll));
        }
    }
}
