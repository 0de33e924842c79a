package io.lancang.gateway.subgraph.timing;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlarmsTest {
    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final Alarms alarms = new Alarms(vertx);
    private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    @Test
    void happensAtItsMomentAndNotBefore() throws Exception {
        long begin = System.nanoTime();
        onLoop(() -> set(30, "it"));

        assertEquals("it", next());
        assertTrue(System.nanoTime() - begin >= MILLISECONDS.toNanos(30));
    }

    @Test
    void happensInTheOrderOfMomentsWhateverTheOrderInWhichTheyAreSet() throws Exception {
        onLoop(() -> {
            set(200, "third");
            set(40, "first");
            set(120, "second");
            return set(280, "fourth");
        });

        assertEquals(List.of("first", "second", "third", "fourth"), List.of(next(), next(), next(), next()));
    }

    @Test
    void doesNotWaitForOneThatIsSetForMuchLater() throws Exception {
        onLoop(() -> {
            set(60_000, "in a minute");
            return set(20, "soon");
        });

        assertEquals("soon", next());
    }

    @Test
    void happensThoughAnotherThatWasToComeBeforeIsCalledOff() throws Exception {
        onLoop(() -> {
            Alarms.Alarm earlier = set(20, "earlier");
            set(60, "later");
            alarms.callOff(earlier);
            return earlier;
        });

        assertEquals("later", next());
        assertNull(happened.peek());
    }

    @Test
    void callsOffOneOfManyAndNoOther() throws Exception {
        onLoop(() -> {
            List<Alarms.Alarm> all = new ArrayList<>();
            for (int number = 0; number < 40; number++) {
                all.add(set(20 + number, "number " + number));
            }
            // The first, the last, and one twice.
            for (int number : new int[] {0, 39, 17, 17}) {
                alarms.callOff(all.get(number));
            }
            return all;
        });

        List<String> expected = new ArrayList<>();
        for (int number = 1; number < 39; number++) {
            if (number != 17) {
                expected.add("number " + number);
            }
        }
        List<String> actual = new ArrayList<>();
        while (actual.size() < expected.size()) {
            actual.add(next());
        }
        assertEquals(expected, actual);
    }

    @Test
    void callsOffWhatIsDueAtTheSameTime() throws Exception {
        onLoop(() -> {
            // Whichever happens first calls the other off.
            Alarms.Alarm[] both = new Alarms.Alarm[2];
            both[0] = alarms.set(20, () -> happen("one", both[1]));
            both[1] = alarms.set(20, () -> happen("one", both[0]));
            return set(60, "later");
        });

        assertEquals("one", next());
        assertEquals("later", next());
    }

    @Test
    void goesOnWhereOneFails() throws Exception {
        onLoop(() -> {
            loop.exceptionHandler(failure -> happened.add(String.valueOf(failure.getMessage())));
            alarms.set(20, () -> {
                throw new IllegalStateException("of the first");
            });
            return set(20, "second");
        });

        assertEquals(List.of("of the first", "second"), List.of(next(), next()));
    }

    @Test
    void happensOnTheContextOnWhichItIsSet() throws Exception {
        CompletableFuture<Context> setOn = new CompletableFuture<>();
        CompletableFuture<Context> happenedOn = new CompletableFuture<>();
        // Another has set the timer before.
        onLoop(() -> set(20, "another"));
        ContextInternal own = ((ContextInternal) loop).duplicate();
        own.runOnContext(ignored -> {
            setOn.complete(Vertx.currentContext());
            alarms.set(20, () -> happenedOn.complete(Vertx.currentContext()));
        });

        assertSame(setOn.get(10, SECONDS), happenedOn.get(10, SECONDS));
    }

    private void happen(String name, Alarms.Alarm other) {
        happened.add(name);
        alarms.callOff(other);
    }

    private Alarms.Alarm set(long millis, String name) {
        return alarms.set(millis, () -> happened.add(name));
    }

    private String next() throws InterruptedException {
        String name = happened.poll(10, SECONDS);
        assertNotNull(name, "nothing happens");
        return name;
    }

    private void onLoop(Callable<?> task) throws Exception {
        CompletableFuture<Object> done = new CompletableFuture<>();
        loop.runOnContext(ignored -> {
            try {
                done.complete(task.call());
            } catch (Exception failure) {
                done.completeExceptionally(failure);
            }
        });
        done.get(10, SECONDS);
    }
}
