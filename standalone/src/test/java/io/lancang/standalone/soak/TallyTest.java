package io.lancang.standalone.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Failure AWAY = Failure.of(200, """
            {"data":{"partner":{"code":"LAO"}},"errors":[{"message":"m","extensions":{"service":"trade","code":"SUBGRAPH_UNAVAILABLE"}}]}""");

    private final Tally tally = new Tally();

    private String printed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Report report = new Report(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        report.requests(tally, 0);
        report.failures(tally);
        report.line("%s", report.held() ? "held" : "not held");
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void countsFailuresByKindPhaseCodeStatusAndSubgraph() {
        tally.failed(Kind.QUESTION, Optional.of(Upheaval.KILL_TRADE), AWAY);
        tally.failed(Kind.QUESTION, Optional.of(Upheaval.KILL_TRADE), AWAY);
        tally.failed(Kind.LOAD, Optional.of(Upheaval.FAIL_OVER), Failure.of(503, "{\"code\": \"UNAVAILABLE\"}"));

        assertEquals(2, tally.faults());
        String printed = printed();
        assertTrue(
                printed.contains("| question | kill-trade | 200 | SUBGRAPH_UNAVAILABLE | trade | 2 | FAULT |"),
                printed);
        assertTrue(
                printed.contains("| load | fail-over | 503 | UNAVAILABLE |  | 1 | there is no primary for a moment |"),
                printed);
        assertTrue(printed.contains("not held"), printed);
    }

    @Test
    void holdsWhereNothingFailedThatAnotherProcessCouldHaveAnswered() {
        tally.failed(Kind.LOAD, Optional.of(Upheaval.FAIL_OVER), Failure.of(503, "{\"code\": \"UNAVAILABLE\"}"));

        assertEquals(0, tally.faults());
        assertFalse(printed().contains("not held"));
    }

    @Test
    void tellsHowLongAnswersTookAndTheOldestOfThem() {
        for (int millis = 1; millis <= 100; millis++) {
            tally.answered(Kind.FIGURE, Duration.ofMillis(millis).toNanos());
        }
        tally.old(Kind.FIGURE, Duration.ofMillis(900));
        tally.old(Kind.FIGURE, Duration.ofMillis(30));
        tally.triedAgain(Kind.FIGURE);

        String printed = printed();
        assertTrue(printed.contains("| figure | 100 | 0 | 1 | 50 | 99 | 100 | 900 |"), printed);
        assertTrue(printed.contains("No request failed."), printed);
    }
}
