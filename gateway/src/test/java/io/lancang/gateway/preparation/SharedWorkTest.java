package io.lancang.gateway.preparation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedWorkTest {
    private static final SharedWork.Asker ME = new SharedWork.Asker("me", 1, () -> true);

    private final Vertx vertx = Vertx.vertx();
    private final SharedWork<String> work = new SharedWork<>(vertx, "test", 1, new WaitingWork.Bounds(2, 2, 1000));
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void stop() throws Exception {
        release.countDown();
        work.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    @Test
    void doesEqualWorkOnceForAllWhoAsk() throws Exception {
        AtomicInteger done = new AtomicInteger();
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(work.run("same", ME, () -> {
                awaitRelease();
                done.incrementAndGet();
            }));
        }
        release.countDown();
        get(Future.all(all));
        assertEquals(1, done.get());
    }

    @Test
    void doesWorkAnewOnceItIsOver() throws Exception {
        AtomicInteger done = new AtomicInteger();
        get(work.run("same", ME, done::incrementAndGet));
        // Whoever comes at the very end still finds the result.
        await().until(() -> {
            get(work.run("same", ME, done::incrementAndGet));
            return done.get() == 2;
        });
    }

    @Test
    void worksElsewhereAndAnswersWhereItWasAsked() throws Exception {
        Context asking = vertx.getOrCreateContext();
        CompletableFuture<Thread> asked = new CompletableFuture<>();
        CompletableFuture<Thread> worked = new CompletableFuture<>();
        CompletableFuture<Context> answered = new CompletableFuture<>();
        asking.runOnContext(ignored -> {
            asked.complete(Thread.currentThread());
            work.run("work", ME, () -> worked.complete(Thread.currentThread()))
                    .onComplete(end -> answered.complete(vertx.getOrCreateContext()));
        });
        assertNotEquals(asked.get(10, SECONDS), worked.get(10, SECONDS));
        assertSame(asking, answered.get(10, SECONDS));
    }

    @Test
    void refusesWhatIsMoreThanMayWait() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Future<Void> running = work.run("running", ME, () -> {
            begun.countDown();
            awaitRelease();
        });
        assertTrue(begun.await(10, SECONDS));
        Future<Void> waiting = work.run("first", ME, this::awaitRelease);
        Future<Void> alsoWaiting = work.run("second", ME, this::awaitRelease);
        ExecutionException refused =
                assertThrows(ExecutionException.class, () -> get(work.run("third", ME, this::awaitRelease)));
        assertInstanceOf(TooMuchWorkException.class, refused.getCause());
        release.countDown();
        get(Future.all(running, waiting, alsoWaiting));
        get(work.run("third", ME, this::awaitRelease));
    }

    @Test
    void servesAnotherClientBeforeTheRestOfAFlood() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        Future<Void> running = work.run("running", ME, () -> {
            begun.countDown();
            awaitRelease();
        });
        assertTrue(begun.await(10, SECONDS));
        Future<Void> first = work.run("mine 1", ME, () -> order.add("mine 1"));
        Future<Void> second = work.run("mine 2", ME, () -> order.add("mine 2"));
        Future<Void> other = work.run("other", new SharedWork.Asker("you", 1, () -> true), () -> order.add("other"));

        release.countDown();

        get(Future.all(running, first, other));
        assertEquals(List.of("mine 1", "other"), order);
        assertInstanceOf(
                TooMuchWorkException.class,
                assertThrows(ExecutionException.class, () -> get(second)).getCause());
    }

    @Test
    void doesNotDoWhatNobodyWaitsFor() throws Exception {
        AtomicBoolean wanted = new AtomicBoolean(true);
        AtomicInteger done = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        Future<Void> running = work.run("running", ME, () -> {
            begun.countDown();
            awaitRelease();
        });
        assertTrue(begun.await(10, SECONDS));
        Future<Void> left = work.run("left", new SharedWork.Asker("you", 1, wanted::get), done::incrementAndGet);

        wanted.set(false);
        work.dropUnwanted();

        assertInstanceOf(
                UnwantedWorkException.class,
                assertThrows(ExecutionException.class, () -> get(left)).getCause());
        release.countDown();
        get(running);
        get(work.run("left", ME, () -> {}));
        assertEquals(0, done.get());
    }

    @Test
    void doesWhatTheSecondWaitsForAlthoughTheFirstHasLeft() throws Exception {
        AtomicBoolean wanted = new AtomicBoolean(true);
        AtomicInteger done = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        Future<Void> running = work.run("running", ME, () -> {
            begun.countDown();
            awaitRelease();
        });
        assertTrue(begun.await(10, SECONDS));
        Future<Void> first = work.run("same", new SharedWork.Asker("you", 1, wanted::get), done::incrementAndGet);
        Future<Void> second = work.run("same", ME, done::incrementAndGet);

        wanted.set(false);
        work.dropUnwanted();
        release.countDown();

        get(Future.all(running, first, second));
        assertEquals(1, done.get());
    }

    @Test
    void goesOnAfterAnErrorOfTheVirtualMachine() throws Exception {
        Future<Void> fails = work.run("fails", ME, () -> {
            throw new LinkageError("planted");
        });

        assertThrows(ExecutionException.class, () -> get(fails));
        get(work.run("next", ME, () -> {}));
    }

    @Test
    void tellsAllWhoWaitOfAFailure() {
        IllegalStateException defect = new IllegalStateException("defect");
        Future<Void> one = work.run("fails", ME, () -> {
            awaitRelease();
            throw defect;
        });
        Future<Void> other = work.run("fails", ME, () -> {});
        release.countDown();
        assertSame(
                defect, assertThrows(ExecutionException.class, () -> get(one)).getCause());
        assertSame(
                defect, assertThrows(ExecutionException.class, () -> get(other)).getCause());
    }

    private void awaitRelease() {
        try {
            assertTrue(release.await(10, SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }
}
