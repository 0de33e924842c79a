package io.lancang.kit.export;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Function;

/** Counts the bytes of a file until its time is up. Of one file, used by one context at a time. */
final class Measure implements Function<Buffer, Future<Boolean>> {
    private final long deadline;
    private long count;
    private boolean isOver;

    Measure(Duration time) {
        this.deadline = System.nanoTime() + time.toNanos();
    }

    @Override
    public Future<Boolean> apply(Buffer piece) {
        count += piece.length();
        isOver = isOver || System.nanoTime() > deadline;
        return Future.succeededFuture(!isOver);
    }

    /** All bytes of a file that was handed over; empty if its end was not seen. */
    OptionalLong size() {
        return isOver ? OptionalLong.empty() : OptionalLong.of(count);
    }
}
