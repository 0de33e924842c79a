package io.lancang.federation.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import io.lancang.federation.plan.query.PlanPrinter;
import io.lancang.federation.plan.query.QueryPlan;
import io.lancang.federation.testing.DeferredQueries;
import io.lancang.federation.testing.Effort;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every plan, on random queries over the supergraphs of the other tests. */
class EveryPlanTest {
    private static final int QUERIES = Effort.of("lancang.plans", 20);

    static Stream<Planning> supergraphs() {
        return Stream.of(
                EntityPlanTest.CHAIN,
                EntityPlanTest.COMPOSITE,
                EntityPlanTest.SHARED,
                RequiresPlanTest.TRADE,
                AbstractTypePlanTest.PLACES,
                AbstractTypePlanTest.MEDIA,
                InterfaceObjectPlanTest.MEDIA,
                InterfaceObjectPlanTest.LENDING,
                ConditionsPlanTest.PLANNING);
    }

    @ParameterizedTest
    @MethodSource("supergraphs")
    void isValidCompleteAndInOrder(Planning planning) {
        for (int seed = 0; seed < QUERIES; seed++) {
            String query = new RandomQueries(planning.apiSchema(), seed).next(3);
            try {
                QueryPlan plan = planning.plan(query, Set.of());
                assertFalse(PlanPrinter.explain(plan).isEmpty());
            } catch (AssertionError | RuntimeException e) {
                fail("seed " + seed + ": " + query, e);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("supergraphs")
    void isTheSameInWhateverOrderTheSubgraphsAre(Planning planning) {
        OtherOrders orders = OtherOrders.of(planning);
        for (int seed = 0; seed < QUERIES; seed++) {
            String query = new RandomQueries(planning.apiSchema(), seed).next(3);
            assertEquals("", orders.rewritten(query), "seed " + seed + ": " + query);
            assertEquals("", orders.renamed(query), "seed " + seed + ": " + query);
        }
    }

    @ParameterizedTest
    @MethodSource("supergraphs")
    void isSoInPartsToo(Planning planning) {
        for (int seed = 0; seed < QUERIES; seed++) {
            String query = DeferredQueries.of(new RandomQueries(planning.apiSchema(), seed).next(3), new Random(seed));
            try {
                assertFalse(planning.explainDeferred(query).isEmpty());
            } catch (AssertionError | RuntimeException e) {
                fail("seed " + seed + ": " + query, e);
            }
        }
    }
}
