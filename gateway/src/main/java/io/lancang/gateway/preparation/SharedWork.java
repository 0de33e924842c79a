package io.lancang.gateway.preparation;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work on a few threads of its own, one piece of each client in turn. Who asks for work that is under way waits for the same;
 * what nobody waits for any more is not done. Thread-safe; results arrive on the context of each caller.
 *
 * @param <K> what makes two pieces of work the same
 */
final class SharedWork<K> implements AutoCloseable {
    private static final long IDLE_SECONDS = 30;

    private final Vertx vertx;
    private final int threads;
    private final WaitingWork.Bounds bounds;
    private final ThreadPoolExecutor executor;
    // All below belongs to whoever holds the lock.
    private final Object lock = new Object();
    private final Map<K, Piece<?>> underWay = new HashMap<>();
    private final WaitingWork<Piece<?>> waiting;
    private int working;

    SharedWork(Vertx vertx, String name, int threads, WaitingWork.Bounds bounds) {
        this.vertx = vertx;
        this.threads = threads;
        this.bounds = bounds;
        waiting = new WaitingWork<>(bounds);
        AtomicInteger number = new AtomicInteger();
        executor = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    /**
     * Who asks for work.
     *
     * @param client identifies the client
     * @param size of what waits with the work, in bytes
     * @param wanted whether the result is still waited for; called on any thread
     */
    record Asker(String client, long size, BooleanSupplier wanted) {}

    /** A piece of work, with all who wait for it. */
    private record Piece<T>(
            Asker first,
            List<Asker> askers,
            Supplier<T> work,
            Promise<T> result,
            @Nullable Object key) implements WaitingWork.Task {
        @Override
        public String client() {
            return first.client();
        }

        @Override
        public long size() {
            return first.size();
        }

        @Override
        public boolean isWanted() {
            return askers.stream().anyMatch(asker -> asker.wanted().getAsBoolean());
        }

        void run() {
            try {
                result.complete(work.get());
            } catch (RuntimeException | StackOverflowError e) {
                // Other errors, such as the end of the memory, are nobody's answer: they end the worker and are logged.
                result.fail(e);
            } finally {
                result.tryFail("the work ended with an error of the virtual machine");
            }
        }
    }

    /** Completes when the work is done, by this call or by an equal one that is under way. */
    Future<Void> run(K key, Asker asker, Runnable work) {
        Piece<Void> piece = piece(asker, key, () -> {
            work.run();
            return null;
        });
        List<Piece<?>> refused;
        synchronized (lock) {
            Piece<?> same = underWay.get(key);
            if (same != null) {
                same.askers().add(asker);
                return onOwnContext(same.result().future().mapEmpty());
            }
            underWay.put(key, piece);
            refused = enqueue(piece);
        }
        return submitted(piece, refused);
    }

    /** Does work that is nobody else's. */
    <T> Future<T> runAlone(Asker asker, Supplier<T> work) {
        Piece<T> piece = piece(asker, /* key= */ null, work);
        List<Piece<?>> refused;
        synchronized (lock) {
            refused = enqueue(piece);
        }
        return submitted(piece, refused);
    }

    private static <T> Piece<T> piece(Asker asker, @Nullable Object key, Supplier<T> work) {
        return new Piece<>(asker, new CopyOnWriteArrayList<>(List.of(asker)), work, Promise.promise(), key);
    }

    private <T> Future<T> submitted(Piece<T> piece, List<Piece<?>> refused) {
        Future<T> done = onOwnContext(piece.result().future());
        refused.forEach(each -> each.result().tryFail(new TooMuchWorkException(bounds)));
        return done;
    }

    /** To be called by the holder of the lock. */
    private List<Piece<?>> enqueue(Piece<?> piece) {
        List<Piece<?>> refused = waiting.add(piece);
        refused.forEach(this::forget);
        if (working < threads) {
            working++;
            executor.execute(this::work);
        }
        return refused;
    }

    private void forget(Piece<?> piece) {
        if (piece.key() != null) {
            underWay.remove(piece.key());
        }
    }

    private void work() {
        boolean done = false;
        try {
            workUntilNothingWaits();
            done = true;
        } finally {
            if (!done) {
                goOnWithAnother();
            }
        }
    }

    /** This thread ends with an error: another takes its place, or it would be missing for ever. */
    private void goOnWithAnother() {
        synchronized (lock) {
            executor.execute(this::work);
        }
    }

    private void workUntilNothingWaits() {
        for (Piece<?> piece = next(); piece != null; piece = next()) {
            try {
                if (piece.isWanted()) {
                    piece.run();
                } else {
                    piece.result().fail(new UnwantedWorkException());
                }
            } finally {
                // Whoever comes between the end of the work and this finds the result of the work all the same.
                synchronized (lock) {
                    forget(piece);
                }
            }
        }
    }

    private @Nullable Piece<?> next() {
        synchronized (lock) {
            Piece<?> piece = waiting.next();
            if (piece == null) {
                working--;
            }
            return piece;
        }
    }

    /** Ends what waits although nobody waits for it any more. */
    void dropUnwanted() {
        List<Piece<?>> dropped;
        synchronized (lock) {
            dropped = waiting.removeUnwanted();
            dropped.forEach(this::forget);
        }
        dropped.forEach(piece -> piece.result().tryFail(new UnwantedWorkException()));
    }

    private <T> Future<T> onOwnContext(Future<T> result) {
        Context own = vertx.getOrCreateContext();
        Promise<T> there = Promise.promise();
        result.onComplete(end -> own.runOnContext(ignored -> there.handle(end)));
        return there.future();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
