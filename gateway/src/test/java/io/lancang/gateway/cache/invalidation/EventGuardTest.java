package io.lancang.gateway.cache.invalidation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.SubgraphResponse;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventGuardTest {
    private static final Duration SOON = Duration.ofMillis(5);
    private static final Duration NEVER = Duration.ofDays(1);
    private static final SubgraphResponse EVENT = new SubgraphResponse("{}".getBytes(UTF_8));

    private final Vertx vertx = Vertx.vertx();
    private final Invalidations invalidations = new Invalidations(100);
    private final BlockingQueue<EventSource.Opened> opened = new LinkedBlockingQueue<>();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final AtomicInteger heard = new AtomicInteger();

    private EventGuard guard(Duration settle, Duration again) {
        EventGuard guard = new EventGuard(
                vertx,
                subscription -> {
                    subscription.events().onSubscribe(new Counted());
                    opened.add(subscription);
                },
                invalidations,
                "trade",
                List.of(Invalidations.tag("a")),
                new EventGuard.Times(SOON, settle, again),
                heard::incrementAndGet);
        guard.start();
        return guard;
    }

    private final class Counted implements Flow.Subscription {
        @Override
        public void request(long events) {
            // As many as there are.
        }

        @Override
        public void cancel() {
            cancelled.incrementAndGet();
        }
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    private EventSource.Opened next() throws InterruptedException {
        EventSource.Opened subscription = opened.poll(10, SECONDS);
        if (subscription == null) {
            throw new AssertionError("no subscription was opened");
        }
        return subscription;
    }

    private void onLoop(Runnable action) {
        vertx.runOnContext(ignored -> action.run());
    }

    private boolean holds(String mark, long since) {
        return invalidations.hold(List.of(mark), since);
    }

    @Test
    void trustsWhatIsAskedForOnceTheSubgraphListens() throws Exception {
        EventGuard guard = guard(SOON, NEVER);
        EventSource.Opened subscription = next();
        assertFalse(guard.isTrusted());
        long before = invalidations.count();

        onLoop(subscription.accepted());

        await().until(guard::isTrusted);
        assertFalse(holds(Invalidations.subgraph("trade"), before));
        assertTrue(holds(Invalidations.subgraph("trade"), invalidations.count()));
    }

    @Test
    void dropsWhatAnEventIsAbout() throws Exception {
        guard(SOON, NEVER);
        EventSource.Opened subscription = next();
        long before = invalidations.count();

        onLoop(() -> subscription.events().onNext(EVENT));

        await().until(() -> !holds(Invalidations.tag("a"), before));
        assertTrue(holds(Invalidations.tag("b"), before));
    }

    @Test
    void dropsOnceMoreWhatOtherReplicasMayStillHaveSaid() throws Exception {
        guard(NEVER, SOON);
        EventSource.Opened subscription = next();
        long before = invalidations.count();

        onLoop(() -> {
            subscription.events().onNext(EVENT);
            subscription.events().onNext(EVENT);
        });

        // One for each event, one for both together, and one after the last.
        await().until(() -> invalidations.count() == before + 4);
    }

    @Test
    void trustsNothingFromTheEndOfASubscriptionToTheNext() throws Exception {
        EventGuard guard = guard(SOON, NEVER);
        EventSource.Opened first = next();
        onLoop(first.accepted());
        await().until(guard::isTrusted);
        long before = invalidations.count();

        onLoop(() -> first.events().onError(new IllegalStateException("broken")));
        EventSource.Opened second = next();
        assertFalse(guard.isTrusted());
        onLoop(() -> {
            // It has ended already, and says so once more.
            first.events().onComplete();
            second.accepted().run();
        });

        await().until(guard::isTrusted);
        assertFalse(holds(Invalidations.subgraph("trade"), before));
        assertEquals(0, opened.size());
    }

    @Test
    void doesNotTrustASubscriptionThatEndsBeforeTheSubgraphListens() throws Exception {
        EventGuard guard = guard(NEVER, NEVER);
        EventSource.Opened first = next();

        onLoop(() -> {
            first.accepted().run();
            first.events().onComplete();
        });

        next();
        assertFalse(guard.isTrusted());
    }

    @Test
    void endsWithTheGateway() throws Exception {
        EventGuard guard = guard(SOON, NEVER);
        EventSource.Opened subscription = next();
        onLoop(subscription.accepted());
        await().until(guard::isTrusted);

        guard.close();

        await().until(() -> cancelled.get() == 1 && !guard.isTrusted());
        assertEquals(0, opened.size());
    }
}
