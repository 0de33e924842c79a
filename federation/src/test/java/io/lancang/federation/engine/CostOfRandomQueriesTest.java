package io.lancang.federation.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.CostEstimate;
import io.lancang.federation.CostListener;
import io.lancang.federation.CostOptions;
import io.lancang.federation.SubgraphBounds;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import io.lancang.federation.testing.TestSupergraph;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where no list is longer than expected, no answer costs more than was estimated. */
class CostOfRandomQueriesTest {
    private static final int QUERIES = Integer.getInteger("lancang.queries", 300);
    private static final long SEED = Long.getLong("lancang.seed", 1L);

    /** Longer than any list of the shop. */
    private static final int LIST_SIZE = 20;

    private long estimated;
    private long spent;
    private long ofSubgraphs;

    @Test
    void neverSpendsMoreThanEstimated() {
        CostListener listener = new CostListener() {
            @Override
            public void estimated(CostEstimate estimate) {
                estimated = estimate.total();
                ofSubgraphs = estimate.subgraphs().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
            }

            @Override
            public void spent(long actual) {
                spent = actual;
            }
        };
        CostOptions options =
                new CostOptions(CostOptions.Mode.MEASURE, 1, LIST_SIZE, SubgraphBounds.NONE, Map.of(), true, listener);
        TestSubgraph[] split = Shop.split();
        Supergraph supergraph = TestSupergraph.of(split);
        FederationEngine<Object> engine =
                new FederationEngine<>(supergraph, TestSubgraphs.of(split), EngineOptions.DEFAULT.withCost(options));
        int withCosts = 0;
        for (long seed = SEED; seed < SEED + QUERIES; seed++) {
            String query = RandomQuery.of(supergraph.apiSchema(), seed);
            spent = 0;
            engine.execute(new GraphQLRequest(query, null, Map.of("t", true, "f", false)), "context")
                    .toCompletableFuture()
                    .join();

            long failing = seed;
            assertTrue(
                    spent <= estimated,
                    () -> "seed " + failing + ": " + query + "\nspent " + spent + " of " + estimated);
            assertTrue(
                    spent <= ofSubgraphs,
                    () -> "seed " + failing + ": " + query + "\nspent " + spent + ", of subgraphs " + ofSubgraphs);
            withCosts += spent > 10 ? 1 : 0;
        }
        assertTrue(withCosts > QUERIES / 4, "only " + withCosts + " queries cost anything");
    }
}
