package io.lancang.gateway.subgraph.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.gateway.TestConfig;
import io.vertx.core.net.SocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** With the defaults: three failures, a second, thirty seconds at most. */
class ServerTest {
    private static final boolean QUERY = true;
    private static final boolean MUTATION = false;

    private final List<String> told = new ArrayList<>();
    private long nanos;

    @Test
    void isLeftOutAfterThreeFailuresInSuccession() {
        Server server = server(Map.of());

        server.failed();
        server.failed();
        assertTrue(server.enter(QUERY));
        server.failed();

        assertFalse(server.enter(QUERY));
        assertFalse(server.isInUse());
        assertEquals(List.of("ejected 10.1.0.5:8081 for 1000 ms"), told);
    }

    @Test
    void staysWhereAnAnswerCameBetweenItsFailures() {
        Server server = server(Map.of());

        server.failed();
        server.failed();
        server.succeeded();
        server.failed();
        server.failed();

        assertTrue(server.isInUse());
        assertEquals(List.of(), told);
    }

    @Test
    void isTriedByOneQueryWhenThePauseIsOver() {
        Server server = ejected();

        pass(999);
        assertFalse(server.enter(QUERY));
        pass(1);
        assertFalse(server.enter(MUTATION), "what changes something does not try");
        assertTrue(server.enter(QUERY));
        assertFalse(server.enter(QUERY), "one is enough");

        server.succeeded();
        assertTrue(server.enter(MUTATION));
        assertEquals(List.of("ejected 10.1.0.5:8081 for 1000 ms", "returned 10.1.0.5:8081"), told);
    }

    @Test
    void isLeftOutForTwiceAsLongEachTimeItIsTriedInVainAndThirtySecondsAtMost() {
        Server server = ejected();

        // 1, 2, 4, 8, 16, then 30 in place of 32.
        for (long millis : new long[] {1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000}) {
            pass(millis - 1);
            assertFalse(server.enter(QUERY), () -> "before " + millis + " ms");
            pass(1);
            assertTrue(server.enter(QUERY), () -> "after " + millis + " ms");
            server.failed();
        }
        assertEquals("ejected 10.1.0.5:8081 for 30000 ms", told.getLast());
    }

    @Test
    void beginsWithTheFirstPauseAgainOnceItHasAnswered() {
        Server server = ejected();
        pass(1_000);
        assertTrue(server.enter(QUERY));
        server.failed();
        pass(2_000);
        assertTrue(server.enter(QUERY));
        server.succeeded();

        server.failed();
        server.failed();
        server.failed();

        assertEquals("ejected 10.1.0.5:8081 for 1000 ms", told.getLast());
    }

    @Test
    void isNotLeftOutForLongerByWhatWasUnderWay() {
        Server server = ejected();

        server.failed();
        server.failed();

        pass(1_000);
        assertTrue(server.enter(QUERY));
        assertEquals(1, told.size());
    }

    @Test
    void comesBackWhereAnAnswerArrivesThatWasUnderWay() {
        Server server = ejected();

        server.succeeded();

        assertTrue(server.enter(MUTATION));
        assertEquals("returned 10.1.0.5:8081", told.getLast());
    }

    @Test
    void isTriedByTheNextQueryWhereNothingFollowedFromTheOneThatTried() {
        Server server = ejected();
        pass(1_000);
        assertTrue(server.enter(QUERY));

        server.ignored();

        assertTrue(server.enter(QUERY));
    }

    @Test
    void isNeverLeftOutWhereThatIsSwitchedOff() {
        Server server = server(Map.of("enabled", "false"));

        for (int i = 0; i < 100; i++) {
            server.failed();
        }

        assertTrue(server.enter(MUTATION));
        assertEquals(List.of(), told);
    }

    private Server ejected() {
        Server server = server(Map.of());
        server.failed();
        server.failed();
        server.failed();
        return server;
    }

    private void pass(long millis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private Server server(Map<String, String> keys) {
        Map<String, String> full = new HashMap<>();
        keys.forEach((key, value) -> full.put("traffic.resilience.ejection." + key, value));
        return new Server(
                SocketAddress.inetSocketAddress(8081, "10.1.0.5"),
                TestConfig.with(full).traffic().resilience().ejection(),
                () -> nanos,
                new Server.Watcher() {
                    @Override
                    public void ejected(SocketAddress server, long millis) {
                        told.add("ejected " + server + " for " + millis + " ms");
                    }

                    @Override
                    public void returned(SocketAddress server) {
                        told.add("returned " + server);
                    }
                });
    }
}
