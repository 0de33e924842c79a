package io.lancang.gateway.subgraph.timing;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallTimeTest {
    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final List<String> heard = new ArrayList<>();
    private final CompletableFuture<List<String>> all = new CompletableFuture<>();
    private final CallTime time = new CallTime(new Alarms(vertx), new CallTime.Listener() {
        @Override
        public void late(boolean isVeryLate) {
            heard.add(isVeryLate ? "very late" : "late");
        }

        @Override
        public void over() {
            heard.add("over");
            all.complete(heard);
        }
    });

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    /** Late after 20 ms, again after 4 * 20 and 16 * 20 ms more: 20, 100, 420, and the next would come at 1,700. */
    @Test
    void isLateAgainAfterFourTimesAsLongUntilItIsOver() throws Exception {
        start(1_000, MILLISECONDS.toNanos(20));

        assertEquals(List.of("late", "very late", "very late", "over"), all.get(10, SECONDS));
        assertTrue(time.nanos() >= MILLISECONDS.toNanos(1_000), () -> time.nanos() + " ns");
    }

    @Test
    void isNeverLateWhereThatWouldBeAfterItsEnd() throws Exception {
        start(100, MILLISECONDS.toNanos(100));

        assertEquals(List.of("over"), all.get(10, SECONDS));
    }

    @Test
    void isNeverLateWhereNobodyKnowsWhatIsUsual() throws Exception {
        start(50, Long.MAX_VALUE);

        assertEquals(List.of("over"), all.get(10, SECONDS));
    }

    private void start(long millis, long late) {
        loop.runOnContext(ignored -> time.start(millis, late));
    }
}
