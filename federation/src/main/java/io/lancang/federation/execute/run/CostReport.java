package io.lancang.federation.execute.run;

import io.lancang.federation.CostEstimate;
import io.lancang.federation.CostListener;
import io.lancang.federation.CostOptions;
import io.lancang.federation.cost.ActualCost;
import io.lancang.federation.execute.answer.AnswerExtensions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one answer costs, as its {@code extensions.cost}. */
public final class CostReport implements AnswerExtensions {
    /** Counting a larger answer would hold up its thread for too long. */
    private static final int MAX_COUNTED_BYTES = 2 << 20;

    private final CostEstimate estimate;
    private final CostOptions options;
    private final CostListener listener;
    private final ActualCost actual;
    private final boolean isShown;
    private long counted;

    /**
     * @param listener hears what the answer cost
     * @param isShown whether the client gets it, or only the listener
     */
    public CostReport(
            CostEstimate estimate, CostOptions options, CostListener listener, ActualCost actual, boolean isShown) {
        this.estimate = estimate;
        this.options = options;
        this.listener = listener;
        this.actual = actual;
        this.isShown = isShown;
    }

    @Override
    public void note(List<?> path, byte[] json, int from, int to) {
        counted += to - from;
        if (counted <= MAX_COUNTED_BYTES) {
            actual.add(path, json, from, to);
        }
    }

    @Override
    public Map<String, @Nullable Object> entries() {
        boolean isCounted = counted <= MAX_COUNTED_BYTES;
        if (isCounted) {
            listener.spent(actual.sum());
        }
        return entries(isCounted ? actual.sum() : null);
    }

    /** The entries before the answer is complete. */
    Map<String, @Nullable Object> estimate() {
        return entries(null);
    }

    private Map<String, @Nullable Object> entries(@Nullable Long spent) {
        if (!isShown) {
            return Map.of();
        }
        Map<String, @Nullable Object> cost = amounts(estimate.total(), spent, options.maxCost());
        Map<String, Object> subgraphs = new LinkedHashMap<>();
        estimate.subgraphs()
                .forEach((name, amount) -> subgraphs.put(name, amounts(amount, null, options.maxCost(name))));
        cost.put("subgraphs", subgraphs);
        return Map.of("cost", cost);
    }

    private static Map<String, @Nullable Object> amounts(long estimated, @Nullable Long spent, long limit) {
        Map<String, @Nullable Object> amounts = new LinkedHashMap<>();
        amounts.put("estimated", estimated);
        if (spent != null) {
            amounts.put("actual", spent);
        }
        if (limit != Long.MAX_VALUE) {
            amounts.put("limit", limit);
        }
        return amounts;
    }
}
