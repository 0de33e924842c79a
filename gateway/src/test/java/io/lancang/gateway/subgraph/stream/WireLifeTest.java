package io.lancang.gateway.subgraph.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.SubgraphResponse;
import io.lancang.gateway.TestConfig;
import io.lancang.gateway.config.traffic.TrafficConfig;
import io.lancang.gateway.limits.Deadline;
import io.lancang.gateway.subgraph.Uncounted;
import io.lancang.gateway.subgraph.endpoint.Closings;
import io.lancang.gateway.subgraph.endpoint.StreamSettings;
import io.lancang.gateway.subgraph.endpoint.SubgraphEndpoint;
import io.lancang.gateway.subgraph.endpoint.SubgraphTarget;
import io.lancang.gateway.subgraph.endpoint.SubgraphTls;
import io.lancang.gateway.subgraph.request.AnswerRoom;
import io.lancang.gateway.subgraph.request.ClientRequest;
import io.lancang.gateway.subgraph.timing.Alarms;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WireLifeTest {
    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final List<String> connecting = new CopyOnWriteArrayList<>();
    private final List<WireLife> gone = new CopyOnWriteArrayList<>();
    private final List<SubgraphStream> streams = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger periods = new AtomicInteger();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    @Test
    void keepsTheTurnOfWhoLeavesUntilItsConnectionIsThere() throws Exception {
        try (SubgraphEndpoint endpoint = oneAtATime(Duration.ofSeconds(10))) {
            WireLife first = life(endpoint);
            WireLife second = life(endpoint);
            onLoop(() -> {
                first.open("a", () -> connecting.add("first"));
                first.end();
                second.open("a", () -> connecting.add("second"));
            });
            assertEquals(List.of("first"), connecting);

            onLoop(first::connected);
            // Its turn comes as a task of its own.
            onLoop(() -> {});
            assertEquals(List.of("first", "second"), connecting);
        }
    }

    @Test
    void takesTheTurnFromAConnectionThatIsNeverThere() throws Exception {
        try (SubgraphEndpoint endpoint = oneAtATime(Duration.ofMillis(50))) {
            WireLife first = life(endpoint);
            onLoop(() -> {
                first.open("a", () -> connecting.add("first"));
                first.end();
            });

            await().until(() -> {
                onLoop(() -> life(endpoint).open("a", () -> connecting.add("later")));
                return connecting.contains("later");
            });
        }
    }

    @Test
    void givesTheTurnOfWhoLeavesTheLineToTheNext() throws Exception {
        try (SubgraphEndpoint endpoint = oneAtATime(Duration.ofSeconds(10))) {
            WireLife first = life(endpoint);
            WireLife second = life(endpoint);
            WireLife third = life(endpoint);
            onLoop(() -> {
                first.open("a", () -> connecting.add("first"));
                second.open("a", () -> connecting.add("second"));
                third.open("a", () -> connecting.add("third"));
                second.end();
                first.connected();
                first.end();
            });
            onLoop(() -> {});

            assertEquals(List.of("first", "third"), connecting);
        }
    }

    @Test
    void givesASubgraphUpThatIsSilentAfterItWasAsked() throws Exception {
        try (SubgraphEndpoint endpoint = oneAtATime(Duration.ofSeconds(10))) {
            WireLife life = life(endpoint);
            onLoop(() -> watchAndCountPeriods(life));

            await().until(() -> periods.get() >= 3);
            onLoop(() -> assertTrue(life.isOver()));
            assertEquals(1, asked.get());
        }
    }

    @Test
    void doesNotTakeTheSilenceOfItsReaderForThatOfTheSubgraph() throws Exception {
        try (SubgraphEndpoint endpoint = oneAtATime(Duration.ofSeconds(10))) {
            WireLife life = life(endpoint);
            onLoop(() -> {
                // Eight events wait for a client that wants none, and no more is read.
                for (int event = 0; event < 8; event++) {
                    streams.getLast().event("{}".getBytes(UTF_8));
                }
                watchAndCountPeriods(life);
            });

            await().until(() -> periods.get() >= 4);
            onLoop(() -> assertFalse(life.isOver()));
            assertEquals(0, asked.get());
        }
    }

    /** Of two timers of the same period the first is called first. */
    private void watchAndCountPeriods(WireLife life) {
        life.open("a", life::connected);
        life.watch(20, asked::incrementAndGet);
        vertx.setPeriodic(20, _ -> periods.incrementAndGet());
    }

    @Test
    void isGoneAtOnceIfItsTurnHadNotCome() throws Exception {
        try (SubgraphEndpoint endpoint = oneAtATime(Duration.ofSeconds(10))) {
            WireLife first = life(endpoint);
            WireLife second = life(endpoint);
            onLoop(() -> {
                first.open("a", () -> {});
                second.open("a", () -> {});
                occupy(endpoint.closings());
                second.close(() -> {});
                assertEquals(List.of(second), gone);
            });
        }
    }

    @Test
    void isGoneOnceTheConnectionIsThereThatWasOnItsWay() throws Exception {
        try (SubgraphEndpoint endpoint = oneAtATime(Duration.ofSeconds(10))) {
            WireLife life = life(endpoint);
            onLoop(() -> {
                life.open("a", () -> {});
                life.close(() -> {});
                assertEquals(List.of(), gone);
                life.connected();
                assertEquals(List.of(life), gone);
            });
        }
    }

    @Test
    void isGoneWhenAConnectionThatNeverComesIsGivenUp() throws Exception {
        try (SubgraphEndpoint endpoint = oneAtATime(Duration.ofMillis(50))) {
            WireLife life = life(endpoint);
            onLoop(() -> {
                life.open("a", () -> {});
                life.close(() -> {});
            });

            await().until(() -> gone.equals(List.of(life)));
        }
    }

    @Test
    void isGoneWhenItsConnectionIsClosedInItsTurn() throws Exception {
        try (SubgraphEndpoint endpoint = oneAtATime(Duration.ofSeconds(10))) {
            WireLife life = life(endpoint);
            List<String> closed = new CopyOnWriteArrayList<>();
            onLoop(() -> {
                life.open("a", () -> {});
                life.connected();
                occupy(endpoint.closings());
                life.close(() -> closed.add("closed"));
                assertEquals(List.of(), gone);
            });

            await().until(() -> gone.equals(List.of(life)));
            assertEquals(List.of("closed"), closed);
        }
    }

    /** So many that others have to wait. */
    private static void occupy(Closings closings) {
        for (int stream = 0; stream < 5; stream++) {
            closings.add(() -> {});
        }
    }

    private SubgraphEndpoint oneAtATime(Duration timeout) {
        TrafficConfig traffic = TestConfig.with(Map.of()).traffic();
        StreamSettings usual = TestConfig.streams();
        StreamSettings streams = new StreamSettings(
                usual.protocol(),
                usual.path(),
                usual.connectionInit(),
                usual.idleTimeout(),
                usual.maximum(),
                /* openingAtOnce= */ 1,
                usual.sharing(),
                usual.maxUnread());
        return new SubgraphEndpoint(
                vertx,
                new SubgraphTarget("trains", URI.create("http://localhost"), timeout, streams),
                traffic,
                AnswerRoom.of(traffic),
                SubgraphTls.DEFAULT,
                new Uncounted(),
                () -> new Alarms(vertx));
    }

    private WireLife life(SubgraphEndpoint endpoint) {
        List<WireLife> made = new ArrayList<>();
        ClientRequest client = new ClientRequest(
                MultiMap.caseInsensitiveMultiMap(), Deadline.in(Duration.ofSeconds(10), System::nanoTime));
        SubgraphStream stream =
                new SubgraphStream(loop, client, new Uncounted(), new NoSubscriber(), () -> {}, opened -> {
                    streams.add(opened);
                    made.add(new WireLife(endpoint, opened, () -> {}));
                    return new NoWire();
                });
        stream.start();
        client.streams().whenAllAreGone(() -> gone.add(made.getFirst()));
        return made.getFirst();
    }

    private void onLoop(Runnable task) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.runOnContext(ignored -> {
            try {
                task.run();
                done.complete(null);
            } catch (AssertionError failure) {
                done.completeExceptionally(failure);
            }
        });
        done.get(10, SECONDS);
    }

    private static final class NoWire implements Wire {
        @Override
        public void open() {}

        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public void close() {}
    }

    private static final class NoSubscriber implements Flow.Subscriber<SubgraphResponse> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {}

        @Override
        public void onNext(SubgraphResponse response) {}

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }
}
