package io.lancang.gateway.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private final EmbeddedChannel acceptor = new EmbeddedChannel();
    private final Arrivals arrivals = new Arrivals(acceptor.eventLoop(), 200);
    private final List<String> entered = new ArrayList<>();

    /** The periods of a slow machine would pass by themselves. */
    @BeforeEach
    void stopTheClock() {
        acceptor.freezeTime();
    }

    @Test
    void letsAFewOfAClientInAtATime() {
        arrive("a1", "a2", "a3", "a4", "a5");
        assertEquals(List.of("a1", "a2"), entered);

        passPeriod();
        assertEquals(List.of("a1", "a2", "a3", "a4"), entered);

        passPeriod();
        assertEquals(List.of("a1", "a2", "a3", "a4", "a5"), entered);
    }

    @Test
    void letsOthersInMeanwhile() {
        arrive("a1", "a2", "a3", "b1");
        assertEquals(List.of("a1", "a2", "b1"), entered);
    }

    @Test
    void doesNotLetThoseInFirstWhoComeLast() {
        arrive("a1", "a2", "a3", "a4", "a5", "a6", "a7");
        passPeriod();
        arrive("a8");
        passPeriod();
        passPeriod();

        assertEquals(List.of("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8"), entered);
    }

    @Test
    void letsAsManyInAtOnceAgainAfterAWhile() {
        arrive("a1", "a2");
        passPeriod();
        passPeriod();
        arrive("a3", "a4", "a5");

        assertEquals(List.of("a1", "a2", "a3", "a4"), entered);
    }

    @Test
    void letsNobodyElseInUntilTheEventLoopsHaveGotRoundToTheLast() {
        List<Runnable> unsettled = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            arrivals.arrive("a", unsettled::add);
        }
        passPeriod();
        passPeriod();
        passPeriod();
        assertEquals(4, unsettled.size());

        unsettled.getFirst().run();
        acceptor.runPendingTasks();
        assertEquals(5, unsettled.size());
    }

    private void arrive(String... names) {
        for (String name : names) {
            arrivals.arrive(name.substring(0, 1), settled -> {
                entered.add(name);
                settled.run();
            });
        }
    }

    private void passPeriod() {
        acceptor.runPendingTasks();
        acceptor.advanceTimeBy(11, TimeUnit.MILLISECONDS);
        acceptor.runScheduledPendingTasks();
    }
}
