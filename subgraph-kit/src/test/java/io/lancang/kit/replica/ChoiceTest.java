package io.lancang.kit.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Release 6 is the last that is known of, and a standby may be five seconds behind. */
class ChoiceTest {
    private static final Vertx VERTX = Vertx.vertx();
    /** Nothing is ever asked. */
    private static final Pool NOWHERE =
            PgBuilder.pool().using(VERTX).connectingTo(new PgConnectOptions()).build();

    private static final Server PRIMARY = new Server("primary", NOWHERE);
    private static final Server ONE = new Server("one", NOWHERE);
    private static final Server OTHER = new Server("other", NOWHERE);
    private static final Floor.Level KNOWN = new Floor.Level(6, true);
    private static final Floor.Level UNKNOWN = new Floor.Level(6, false);

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void takesStandbysInTurnThatHaveEveryReleaseAndAreNear() {
        List<Choice.Candidate> both = List.of(standby(ONE, 6, 0), standby(OTHER, 7, 5_000));

        assertEquals(new Route(ONE, PRIMARY), choose(KNOWN, both, null, 0));
        assertEquals(new Route(OTHER, PRIMARY), choose(KNOWN, both, null, 1));
    }

    @Test
    void leavesOutWhoLacksAReleaseIsTooFarBehindOrWasPromoted() {
        Choice.Candidate promoted = new Choice.Candidate(ONE, new Standing(false, 6, Duration.ZERO));

        assertEquals(new Route(PRIMARY, null), choose(KNOWN, List.of(standby(ONE, 5, 0)), null, 0));
        // They have every release, so that they may answer where the primary fails.
        assertEquals(new Route(PRIMARY, ONE), choose(KNOWN, List.of(promoted), null, 0));
        assertEquals(new Route(PRIMARY, ONE), choose(KNOWN, List.of(standby(ONE, 6, 5_001)), null, 0));
        assertEquals(new Route(ONE, PRIMARY), withoutPrimary(List.of(promoted), null));
    }

    /** Both addresses are named, since either may be the primary's. */
    @Test
    void takesTheAddressOfThePrimaryForNoOtherServer() {
        Choice.Candidate itself = new Choice.Candidate(ONE, new Standing(false, 6, Duration.ZERO));

        for (int turn = 0; turn < 2; turn++) {
            assertEquals(new Route(PRIMARY, OTHER), choose(UNKNOWN, List.of(itself, standby(OTHER, 6, 0)), null, turn));
        }
    }

    @Test
    void asksThePrimaryWhereALaterReleaseMayNotHaveBeenHeardOf() {
        assertEquals(new Route(PRIMARY, ONE), choose(UNKNOWN, List.of(standby(ONE, 6, 0)), null, 0));
    }

    @Test
    void staysWithWhoAnsweredBeforeOrGoesOnToThePrimaryAndNeverToAnotherStandby() {
        List<Choice.Candidate> both = List.of(standby(ONE, 6, 0), standby(OTHER, 6, 0));

        assertEquals(new Route(OTHER, PRIMARY), choose(KNOWN, both, OTHER, 0));
        assertEquals(new Route(PRIMARY, ONE), choose(KNOWN, List.of(standby(ONE, 6, 0)), OTHER, 0));
        assertEquals(new Route(PRIMARY, ONE), choose(KNOWN, both, PRIMARY, 0));
    }

    @Test
    void asksWhoeverHasEveryReleaseWhileThePrimaryDoesNotAnswer() {
        List<Choice.Candidate> all = List.of(standby(ONE, 6, 60_000), standby(OTHER, 5, 0));

        assertEquals(new Route(ONE, PRIMARY), withoutPrimary(all, null));
        assertEquals(
                new Route(OTHER, ONE),
                withoutPrimary(List.of(standby(ONE, 6, 0), standby(OTHER, 6, 0)), OTHER),
                "and another where it fails");
        assertEquals(new Route(PRIMARY, null), withoutPrimary(List.of(standby(OTHER, 5, 0)), null));
        assertEquals(
                new Route(PRIMARY, null),
                new Choice(PRIMARY, false, new Floor.Level(0, false), Duration.ofSeconds(5))
                        .of(List.of(new Choice.Candidate(ONE, Standing.UNKNOWN)), null, 0),
                "it was not looked at");
    }

    private static Route choose(Floor.Level level, List<Choice.Candidate> standbys, @Nullable Server before, int turn) {
        return new Choice(PRIMARY, true, level, Duration.ofSeconds(5)).of(standbys, before, turn);
    }

    private static Route withoutPrimary(List<Choice.Candidate> standbys, @Nullable Server before) {
        return new Choice(PRIMARY, false, UNKNOWN, Duration.ofSeconds(5)).of(standbys, before, 0);
    }

    private static Choice.Candidate standby(Server server, long release, long millisBehind) {
        return new Choice.Candidate(server, new Standing(true, release, Duration.ofMillis(millisBehind)));
    }
}
