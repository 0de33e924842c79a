package io.lancang.federation.differential;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.lancang.federation.differential.run.Comparison;
import org.junit.jupiter.api.Test;

/** Federations that a seed makes answer queries that a seed makes like the graph that they are parts of. */
class DifferentialTest {
    private static final int FEDERATIONS = Integer.getInteger("lancang.federations", 60);
    private static final long SEED = Long.getLong("lancang.seed", 1L);

    @Test
    void federationsAnswerLikeTheGraphThatTheyArePartsOf() {
        Trials trials = new Trials(Comparison::inMemory);
        for (long seed = SEED; seed < SEED + FEDERATIONS; seed++) {
            Finding finding = trials.run(seed);
            if (finding != null) {
                fail(finding.toString());
            }
        }
        assertTrue(
                trials.cases() >= FEDERATIONS * Trials.QUERIES * 9 / 10,
                "only " + trials.cases() + " queries had an answer to compare");
    }
}
