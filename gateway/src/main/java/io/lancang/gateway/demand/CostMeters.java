package io.lancang.gateway.demand;

import io.lancang.federation.CostEstimate;
import io.lancang.federation.CostListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts costs in the metrics. Thread-safe. */
final class CostMeters implements CostListener {
    private static final double[] BUCKETS = {10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private final DistributionSummary estimated;
    private final DistributionSummary actual;
    private final Counter exceededOperation;
    private final Map<String, Counter> exceeded = new HashMap<>();

    /** @param subgraphs names of those of the supergraph */
    CostMeters(MeterRegistry registry, Set<String> subgraphs) {
        estimated = summary("lancang.gateway.cost.estimated", "Estimated costs of operations", registry);
        actual = summary(
                "lancang.gateway.cost.actual", "Real costs of operations, of those that were counted", registry);
        exceededOperation = counter("operation", "", registry);
        subgraphs.forEach(subgraph -> exceeded.put(subgraph, counter("subgraph", subgraph, registry)));
    }

    @Override
    public void estimated(CostEstimate estimate) {
        estimated.record((double) estimate.total());
    }

    @Override
    public void exceeded(@Nullable String subgraph) {
        (subgraph == null ? exceededOperation : exceeded.getOrDefault(subgraph, exceededOperation)).increment();
    }

    @Override
    public void spent(long cost) {
        actual.record((double) cost);
    }

    private static DistributionSummary summary(String name, String description, MeterRegistry registry) {
        return DistributionSummary.builder(name)
                .description(description)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private static Counter counter(String limit, String subgraph, MeterRegistry registry) {
        return Counter.builder("lancang.gateway.cost.exceeded")
                .description("Operations that were too dear, refused or only measured")
                .tag("limit", limit)
                .tag("subgraph", subgraph)
                .register(registry);
    }
}
