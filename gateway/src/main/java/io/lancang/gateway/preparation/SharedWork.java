package io.lancang.gateway.preparation;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Work on a few threads of its own, with a bounded queue. Who asks for work that is under way waits for the same.
 * Thread-safe; results arrive on the context of each caller.
 *
 * @param <K> what makes two pieces of work the same
 */
final class SharedWork<K> implements AutoCloseable {
    private static final long IDLE_SECONDS = 30;

    private final Vertx vertx;
    private final int maxWaiting;
    private final ThreadPoolExecutor executor;
    private final ConcurrentMap<K, Promise<Void>> underWay = new ConcurrentHashMap<>();

    SharedWork(Vertx vertx, String name, int threads, int maxWaiting) {
        this.vertx = vertx;
        this.maxWaiting = maxWaiting;
        AtomicInteger number = new AtomicInteger();
        executor = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(maxWaiting), task -> {
                    Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    /** Completes when the work is done, by this call or by an equal one that is under way. */
    Future<Void> run(K key, Runnable work) {
        Promise<Void> mine = Promise.promise();
        Promise<Void> first = underWay.putIfAbsent(key, mine);
        if (first != null) {
            return onOwnContext(first.future());
        }
        Future<Void> done = onOwnContext(mine.future());
        submit(mine, () -> {
            work.run();
            return null;
        });
        // Whoever comes between the end of the work and this finds the result of the work all the same.
        mine.future().onComplete(end -> underWay.remove(key, mine));
        return done;
    }

    /** Does work that is nobody else's. */
    <T> Future<T> runAlone(Supplier<T> work) {
        Promise<T> promise = Promise.promise();
        Future<T> done = onOwnContext(promise.future());
        submit(promise, work);
        return done;
    }

    private <T> void submit(Promise<T> promise, Supplier<T> work) {
        try {
            executor.execute(() -> {
                try {
                    promise.complete(work.get());
                } catch (RuntimeException | Error e) {
                    promise.fail(e);
                }
            });
        } catch (RejectedExecutionException e) {
            promise.fail(new TooMuchWorkException(maxWaiting));
        }
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
