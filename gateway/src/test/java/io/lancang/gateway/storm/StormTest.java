package io.lancang.gateway.storm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The defaults, under a load that a test may make. {@code ./lancang storm} is the same for longer, with every weather. */
@QuarkusTest
@WithTestResource(StormGraph.class)
class StormTest extends StormOverHttp {
    @Test
    void losesAtMostOneQueryInAHundredWhenEverySecondConnectionIsReset() throws Exception {
        StormResult result = run(Weather.FLAPPING, 2);

        assertTrue(result.failedShare() <= 0.01, () -> result.failed() + " of " + result.nanos().length + " failed");
        assertTrue(event("retried") > 0);
    }

    @Test
    void losesAtMostOneQueryInAHundredWhenEverySecondAnswerIs503() throws Exception {
        StormResult result = run(Weather.FLAPPING_503, 2);

        assertTrue(result.failedShare() <= 0.01, () -> result.failed() + " of " + result.nanos().length + " failed");
    }

    @Test
    void answersBeforeAnAnswerThatComesThreeSecondsLate() throws Exception {
        // Until fifty answers are counted nobody knows what is late.
        run(Weather.FAIR, 1);

        int lateBefore = graph.trade().late();
        StormResult result = run(Weather.SLOW, 4);

        assertEquals(0, result.failed());
        // Not how many are overtaken: on a busy machine other answers are late too, and take their share of the budget.
        int waited = result.tookAtLeast(FaultySubgraph.SLOW_MILLIS);
        int late = graph.trade().late() - lateBefore;
        assertTrue(waited < late, () -> waited + " clients waited for " + late + " late answers");
        assertTrue(event("hedge_won") > 0);
    }

    @Test
    void bridgesAnOutageOfThreeSeconds() throws Exception {
        StormResult result = run(Weather.OUTAGE, 7);

        assertTrue(result.failedShare() <= 0.05, () -> result.failed() + " of " + result.nanos().length + " failed");
    }
}
