package io.lancang.gateway.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.streams.WriteStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A connection that is full and is read again, or is not. */
class OutflowTest {
    private static final Duration PATIENCE = Duration.ofMillis(20);

    private final Vertx vertx = Vertx.vertx();
    private final Connection connection = new Connection();
    private final List<String> events = new ArrayList<>();
    private final CompletableFuture<List<String>> given = new CompletableFuture<>();

    @AfterEach
    void closes() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @Test
    void givesUpAClientThatLeavesItFull() throws Exception {
        vertx.runOnContext(begin -> {
            connection.full = true;
            assertFalse(outflow(() -> given.complete(events)).isReady());
        });

        assertEquals(List.of("too slow"), given.get(30, TimeUnit.SECONDS));
    }

    @Test
    void forgetsThatAClientWasSlowWhenItHasRead() throws Exception {
        vertx.runOnContext(begin -> {
            connection.full = true;
            Outflow outflow = outflow(() -> {});
            outflow.isReady();
            connection.read();
            assertTrue(outflow.isReady());
            // Timers of one event loop go off in the order of their times.
            vertx.setTimer(PATIENCE.multipliedBy(2).toMillis(), later -> given.complete(events));
        });

        assertEquals(List.of("drained"), given.get(30, TimeUnit.SECONDS));
    }

    private Outflow outflow(Runnable then) {
        return new Outflow(vertx, connection, PATIENCE, () -> events.add("drained"), () -> {
            events.add("too slow");
            then.run();
        });
    }

    /** What is written is of no interest. */
    private static final class Connection implements WriteStream<Void> {
        private boolean full;
        private @Nullable Handler<Void> drained;

        private void read() {
            full = false;
            Objects.requireNonNull(drained, "somebody waits for it").handle(null);
        }

        @Override
        public boolean writeQueueFull() {
            return full;
        }

        @Override
        public WriteStream<Void> drainHandler(@Nullable Handler<Void> handler) {
            drained = handler;
            return this;
        }

        @Override
        public WriteStream<Void> exceptionHandler(@Nullable Handler<Throwable> handler) {
            return this;
        }

        @Override
        public Future<Void> write(Void data) {
            return Future.succeededFuture();
        }

        @Override
        public void write(Void data, Handler<AsyncResult<Void>> handler) {
            handler.handle(Future.succeededFuture());
        }

        @Override
        public void end(Handler<AsyncResult<Void>> handler) {
            handler.handle(Future.succeededFuture());
        }

        @Override
        public WriteStream<Void> setWriteQueueMaxSize(int size) {
            return this;
        }
    }
}
