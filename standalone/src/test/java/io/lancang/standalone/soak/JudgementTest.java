package io.lancang.standalone.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {
    @ParameterizedTest
    @CsvSource({
        // Another process was there.
        "QUESTION, KILL_TRADE, SUBGRAPH_UNAVAILABLE, true",
        "QUESTION, FAIL_OVER, SUBGRAPH_UNAVAILABLE, true",
        "SELF, KILL_INTEGRATION, SUBGRAPH_UNAVAILABLE, true",
        "EXPORT, KILL_STORE, SUBGRAPH_UNAVAILABLE, true",
        "QUESTION, , SUBGRAPH_UNAVAILABLE, true",
        "JOB, , SUBGRAPH_UNAVAILABLE, true",
        // Nobody could have answered.
        "SELF, FAIL_OVER, SUBGRAPH_UNAVAILABLE, false",
        "LOAD, FAIL_OVER, UNAVAILABLE, false",
        // What was sent once to a process that was killed; who is asked to end finishes what it has.
        "JOB, KILL_INTEGRATION, SUBGRAPH_UNAVAILABLE, false",
        "LOAD, KILL_TRADE, BROKEN, false",
        "LOAD, RESTART_TRADE, BROKEN, true",
        // No upheaval makes an answer wrong or old.
        "SELF, FAIL_OVER, WRONG, true",
        "FIGURE, FAIL_OVER, STALE, true"
    })
    void aFailureIsAFaultUnlessNobodyInsideCouldHaveSavedTheClient(
            Kind kind, Upheaval met, String code, boolean isFault) {
        Optional<String> excuse =
                Judgement.excuse(kind, Optional.ofNullable(met), new Failure(200, code, "trade", "x"));

        assertEquals(isFault, excuse.isEmpty());
    }

    @Test
    void aServiceThatSendsAsManyFilesAsItMayIsNoFault() {
        Failure busy = new Failure(503, "UNAVAILABLE", "trade", "x");

        assertTrue(Judgement.excuse(Kind.EXPORT, Optional.empty(), busy).isPresent());
        assertTrue(Judgement.excuse(Kind.QUESTION, Optional.empty(), busy).isEmpty());
    }
}
