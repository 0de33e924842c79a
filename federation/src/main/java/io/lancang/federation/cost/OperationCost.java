package io.lancang.federation.cost;

import io.lancang.federation.CostEstimate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The formulas of one prepared operation: for the whole, and for each subgraph of its plan. Immutable. */
public final class OperationCost {
    /** Of an operation that is not estimated. */
    public static final OperationCost NONE = new OperationCost(Cost.Fixed.NOTHING, Map.of());

    private final Cost total;
    private final Map<String, Cost> subgraphs;
    private final @Nullable CostEstimate fixed;

    OperationCost(Cost total, Map<String, Cost> subgraphs) {
        this.total = total;
        this.subgraphs = Collections.unmodifiableMap(new LinkedHashMap<>(subgraphs));
        boolean varies = total.fixed() == Cost.VARIES
                || subgraphs.values().stream().anyMatch(cost -> cost.fixed() == Cost.VARIES);
        this.fixed = varies ? null : evaluate(Map.of());
    }

    /**
     * What one request costs. Takes no time for an operation whose cost depends on no variable, and time that grows with the
     * number of its fields with selections for others.
     *
     * @param variables coerced values; one without a value is absent
     */
    public CostEstimate estimate(Map<String, ? extends @Nullable Object> variables) {
        return fixed == null ? evaluate(variables) : fixed;
    }

    private CostEstimate evaluate(Map<String, ? extends @Nullable Object> variables) {
        Evaluation request = new Evaluation(variables);
        long sum = total.of(request);
        // What is found after this is in what requirements ask for, and no client's fault.
        List<String> problems = List.copyOf(request.problems());
        Map<String, Long> parts = new LinkedHashMap<>();
        subgraphs.forEach((name, cost) -> parts.put(name, cost.of(request)));
        return new CostEstimate(sum, parts, problems);
    }

    /** The fields that make one request dear, the dearest first. */
    public List<DearField> dearest(Map<String, ? extends @Nullable Object> variables) {
        return DearestFields.of(total, new Evaluation(variables));
    }

    /** The fields that make one request dear for a subgraph, the dearest first. */
    public List<DearField> dearest(String subgraph, Map<String, ? extends @Nullable Object> variables) {
        return DearestFields.of(subgraphs.getOrDefault(subgraph, Cost.Fixed.NOTHING), new Evaluation(variables));
    }

    /**
     * Counts what the answers of one request really cost.
     *
     * @param variables of the request
     */
    public ActualCost actual(Map<String, ? extends @Nullable Object> variables) {
        return new ActualCost(total, new Evaluation(variables));
    }

    /** How many bytes the formulas take, roughly. */
    public long weight() {
        long weight = Weights.of(total);
        for (Cost cost : subgraphs.values()) {
            weight += Weights.of(cost);
        }
        return weight;
    }
}
