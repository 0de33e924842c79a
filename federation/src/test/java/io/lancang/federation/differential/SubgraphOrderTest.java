package io.lancang.federation.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.PlannerOptions;
import io.lancang.federation.SubgraphDefinition;
import io.lancang.federation.compose.Composition;
import io.lancang.federation.compose.CompositionResult;
import io.lancang.federation.differential.generate.FederationGenerator;
import io.lancang.federation.differential.generate.QueryGenerator;
import io.lancang.federation.differential.run.Federation;
import io.lancang.federation.differential.run.Query;
import io.lancang.federation.plan.OtherOrders;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.testing.Effort;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Federations that a seed makes have the same plans in whatever order their subgraphs are written, and whatever they are called. */
class SubgraphOrderTest {
    private static final int FEDERATIONS = Effort.of("lancang.orders", 10);
    private static final int QUERIES = 4;

    private static final PlannerOptions PATIENT =
            new PlannerOptions(50_000, 2_000, Duration.ofMinutes(10), Duration.ofMinutes(10));

    @Test
    void plansAreTheSameInWhateverOrderSubgraphsAre() {
        int plans = 0;
        for (long seed = 1; seed <= FEDERATIONS; seed++) {
            Federation federation = FederationGenerator.generate(seed);
            String sdl = compose(federation);
            OtherOrders orders = OtherOrders.of(sdl, PATIENT);
            Supergraph supergraph = Supergraph.parse(sdl);
            for (int number = 0; number < QUERIES; number++) {
                Query query = QueryGenerator.generate(supergraph.apiSchema(), federation.data(), seed * 100 + number);
                if (orders.isPlanned(query.text())) {
                    String about = "seed " + seed + ": " + query.text();
                    assertEquals("", orders.rewritten(query.text()), about);
                    assertEquals("", orders.renamed(query.text()), about);
                    plans++;
                }
            }
        }
        assertTrue(plans > FEDERATIONS * QUERIES / 2, "only " + plans + " queries had a plan");
    }

    static String compose(Federation federation) {
        List<SubgraphDefinition> definitions = federation.subgraphs().stream()
                .map(subgraph -> new SubgraphDefinition(subgraph.name(), "http://" + subgraph.name(), subgraph.sdl()))
                .toList();
        return switch (Composition.compose(definitions)) {
            case CompositionResult.Success success -> success.supergraphSdl();
            case CompositionResult.Failure failure ->
                throw new IllegalStateException(failure.errors().toString());
        };
    }
}
