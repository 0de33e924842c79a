package io.lancang.federation.engine;

import io.lancang.federation.CostEstimate;
import io.lancang.federation.CostListener;
import io.lancang.federation.CostOptions;
import io.lancang.federation.CostOptions.Mode;
import io.lancang.federation.cost.DearField;
import io.lancang.federation.cost.OperationCost;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.execute.run.CostReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Estimates what requests cost before they run, and refuses those that are too dear. */
final class CostControl {
    private final CostOptions options;

    CostControl(CostOptions options) {
        this.options = options;
    }

    /**
     * Whether a request may run.
     *
     * @param values coerced values by variable
     * @param isReported whether the client asked for it
     * @param own hears of this request alone; null if nobody does
     */
    Admission judge(
            OperationCost cost, Map<String, @Nullable Object> values, boolean isReported, @Nullable CostListener own) {
        if (options.mode() == Mode.OFF) {
            return new Admission.Admitted(values, null);
        }
        CostEstimate estimate = cost.estimate(values);
        CostListener listener = own == null ? options.listener() : both(options.listener(), own);
        listener.estimated(estimate);
        if (options.mode() == Mode.ENFORCE && !estimate.problems().isEmpty()) {
            return new Admission.Refused(estimate.problems().stream()
                    .map(problem -> GraphQLError.of(ErrorCode.BAD_USER_INPUT, problem))
                    .toList());
        }
        GraphQLError excess = excess(cost, estimate, values, listener);
        if (excess != null && options.mode() == Mode.ENFORCE) {
            return new Admission.Refused(List.of(excess));
        }
        boolean isCounted = isReported || options.countsAnswers();
        return new Admission.Admitted(
                values,
                isCounted ? () -> new CostReport(estimate, options, listener, cost.actual(values), isReported) : null);
    }

    private static CostListener both(CostListener first, CostListener other) {
        return new CostListener() {
            @Override
            public void estimated(CostEstimate estimate) {
                first.estimated(estimate);
                other.estimated(estimate);
            }

            @Override
            public void exceeded(@Nullable String subgraph) {
                first.exceeded(subgraph);
                other.exceeded(subgraph);
            }

            @Override
            public void spent(long actual) {
                first.spent(actual);
                other.spent(actual);
            }
        };
    }

    /** The first bound that the estimate is above; null if it is above none. */
    private @Nullable GraphQLError excess(
            OperationCost cost, CostEstimate estimate, Map<String, @Nullable Object> values, CostListener listener) {
        if (estimate.total() > options.maxCost()) {
            listener.exceeded(null);
            String what = "The operation is estimated to cost " + estimate.total() + ", and one operation may cost "
                    + options.maxCost() + ".";
            return error(what, null, estimate.total(), options.maxCost(), cost.dearest(values));
        }
        for (Map.Entry<String, Long> part : estimate.subgraphs().entrySet()) {
            String subgraph = part.getKey();
            long limit = options.maxCost(subgraph);
            if (part.getValue() > limit) {
                listener.exceeded(subgraph);
                String what = "The operation is estimated to cost " + part.getValue() + " in the subgraph " + subgraph
                        + ", and one operation may cost " + limit + " there.";
                return error(what, subgraph, part.getValue(), limit, cost.dearest(subgraph, values));
            }
        }
        return null;
    }

    private static GraphQLError error(
            String what, @Nullable String subgraph, long estimated, long limit, List<DearField> dearest) {
        StringBuilder message = new StringBuilder(what);
        if (!dearest.isEmpty()) {
            message.append(" Its dearest fields: ")
                    .append(String.join(
                            ", ",
                            dearest.stream()
                                    .map(field -> field.path() + " (" + field.percent() + " %)")
                                    .toList()))
                    .append('.');
        }
        Map<String, @Nullable Object> cost = new LinkedHashMap<>();
        cost.put("estimated", estimated);
        cost.put("limit", limit);
        if (subgraph != null) {
            cost.put("subgraph", subgraph);
        }
        cost.put("dearest", dearest.stream().map(CostControl::json).toList());
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
        extensions.put(
                "hint",
                "Ask for fewer items (first: and similar arguments), for fewer lists in lists, or in several operations.");
        extensions.put("cost", cost);
        return new GraphQLError(
                message.toString(), List.of(), List.of(), ErrorCode.LIMIT_EXCEEDED.name(), null, extensions);
    }

    private static Map<String, Object> json(DearField field) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", field.path());
        json.put("cost", field.cost());
        json.put("percent", field.percent());
        return json;
    }
}
