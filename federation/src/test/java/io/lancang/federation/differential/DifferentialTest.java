package io.lancang.federation.differential;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.lancang.federation.differential.run.Comparison;
import io.lancang.federation.differential.run.DifferenceException;
import io.lancang.federation.differential.run.Federation;
import io.lancang.federation.differential.run.HttpSubgraphs;
import io.lancang.federation.testing.Effort;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Federations that a seed makes answer queries that a seed makes like the graph that they are parts of. */
class DifferentialTest {
    private static final int FEDERATIONS = Effort.of("lancang.federations", 25);
    private static final long SEED = Long.getLong("lancang.seed", 1L);

    private static final int OVER_HTTP = Effort.of("lancang.federationsOverHttp", 2);

    @Test
    void federationsAnswerLikeTheGraphThatTheyArePartsOf() {
        Trials trials = new Trials(Comparison::inMemory, InstantSource.system());
        LongStream.range(SEED, SEED + FEDERATIONS)
                .parallel()
                .mapToObj(trials::run)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(finding -> fail(finding.toString()));
        assertTrue(
                trials.cases() >= FEDERATIONS * Trials.QUERIES * 97 / 100,
                "only " + trials.cases() + " queries had an answer to compare");
    }

    /** The search found a plan that could not be made again in the order of its leaves. */
    @Test
    void aFederationOfWhichAPlanWasLostAnswersLikeTheGraphThatItIsPartOf() {
        assertNull(new Trials(Comparison::inMemory, InstantSource.system()).run(777_012_624));
    }

    /** Two lists to join made another subgraph, which knows fewer members, seem the cheaper one for a field of a union. */
    @Test
    void aFederationInWhichAFieldHadAnotherValueBesideOthersAnswersItAlwaysAlike() {
        assertNull(new Trials(Comparison::inMemory, InstantSource.system()).run(17_002_071));
    }

    @Test
    void federationsOverHttpAnswerLikeTheGraphThatTheyArePartsOf() {
        int cases = 0;
        for (long seed = SEED; seed < SEED + OVER_HTTP; seed++) {
            List<HttpSubgraphs> started = new ArrayList<>();
            Trials trials = new Trials(federation -> overHttp(federation, started), InstantSource.system());
            try {
                Finding finding = trials.run(seed);
                if (finding != null) {
                    fail(finding.toString());
                }
            } finally {
                started.forEach(HttpSubgraphs::close);
            }
            cases += trials.cases();
        }
        assertTrue(cases >= OVER_HTTP * Trials.QUERIES / 2, "only " + cases + " queries had an answer to compare");
    }

    private static Comparison overHttp(Federation federation, List<HttpSubgraphs> started) throws DifferenceException {
        return new Comparison(federation, subgraphs -> {
            HttpSubgraphs servers = new HttpSubgraphs(subgraphs);
            started.add(servers);
            return servers;
        });
    }
}
