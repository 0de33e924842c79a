package io.lancang.federation.cost;

import io.lancang.federation.CostOptions;
import io.lancang.federation.OperationType;
import io.lancang.federation.cost.Cost.FieldCost;
import io.lancang.federation.operation.Conditions;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.operation.FragmentSelection;
import io.lancang.federation.operation.Selection;
import io.lancang.federation.operation.SelectionSet;
import io.lancang.federation.plan.query.EntityCall;
import io.lancang.federation.plan.query.EntityFetch;
import io.lancang.federation.plan.query.Fetch;
import io.lancang.federation.plan.query.FetchSelection;
import io.lancang.federation.plan.query.PathStep;
import io.lancang.federation.plan.query.QueryPlan;
import io.lancang.federation.plan.query.Representation;
import io.lancang.federation.plan.query.RootFetch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes formulas of what a plan asks of each subgraph. An entity counts for itself, as often as the objects around it are
 * expected: that equal representations are sent once is not known before.
 */
final class PlanCosts {
    private final CostModel model;
    private final CostOptions options;
    private final Places root;
    private final Map<String, List<Cost>> bySubgraph = new LinkedHashMap<>();

    private PlanCosts(CostModel model, CostOptions options, String rootType) {
        this.model = model;
        this.options = options;
        this.root = new Places(rootType, Size.Fixed.ONE);
    }

    /** The formula of each subgraph of the plan. */
    static Map<String, Cost> of(QueryPlan plan, String rootType, CostModel model, CostOptions options) {
        PlanCosts costs = new PlanCosts(model, options, rootType);
        plan.fetches().forEach(costs::add);
        Map<String, Cost> formulas = new LinkedHashMap<>();
        costs.bySubgraph.forEach((subgraph, parts) -> formulas.put(subgraph, Cost.Sum.of(parts)));
        return formulas;
    }

    private void add(Fetch fetch) {
        List<Cost> costs = bySubgraph.computeIfAbsent(fetch.subgraph(), added -> new ArrayList<>());
        switch (fetch) {
            case RootFetch rootFetch -> {
                if (rootFetch.type() == OperationType.MUTATION) {
                    costs.add(new Cost.Fixed(OperationCosts.MUTATION));
                }
                costs.add(
                        cost(fetch.subgraph(), rootFetch.path(), rootFetch.when(), rootFetch.selections(), List.of()));
            }
            case EntityFetch entities -> {
                for (EntityCall call : entities.calls()) {
                    costs.add(cost(
                            fetch.subgraph(), call.path(), call.when(), call.selections(), call.representations()));
                }
            }
        }
    }

    private Cost cost(
            String subgraph,
            List<PathStep> path,
            List<Conditions> when,
            List<FetchSelection> selections,
            List<Representation> representations) {
        List<Places> way = way(path);
        Places place = way.getLast();
        Set<String> types = types(place, representations);
        SelectionSet set = new SelectionSet(selections.stream()
                .map(selection -> selection(selection, types))
                .filter(Objects::nonNull)
                .toList());
        CostCompiler compiler = new CostCompiler(model, new ListSizes(options.listSize(subgraph)));
        Cost cost = compiler.compile(place.type(), set);
        place.add(cost);
        long weight = representations.isEmpty()
                ? 0
                : types.stream().mapToLong(model::weight).max().orElse(0);
        for (int step = path.size(); step > 0; step--) {
            cost = new FieldCost(
                    path.get(step - 1).mergeKey(),
                    way.get(step).type(),
                    step == path.size() ? weight : 0,
                    way.get(step).size(),
                    Cost.Fixed.NOTHING,
                    cost);
        }
        return Cost.Conditional.of(when, cost);
    }

    /** From the root to the objects at the end of the path. */
    private List<Places> way(List<PathStep> path) {
        List<Places> way = new ArrayList<>(List.of(root));
        for (PathStep step : path) {
            Places place = way.getLast().field(step.mergeKey());
            if (place == null) {
                throw new IllegalArgumentException("no earlier fetch asks for " + step.mergeKey());
            }
            way.add(place);
        }
        return way;
    }

    /** The types of which selections at a place may be, the likeliest first. */
    private static Set<String> types(Places place, List<Representation> representations) {
        Set<String> types = new LinkedHashSet<>();
        for (Representation representation : representations) {
            if (representation.typename() != null) {
                types.add(representation.typename());
            }
            types.addAll(representation.types());
        }
        types.add(place.type());
        return types;
    }

    private @Nullable Selection selection(FetchSelection selection, Set<String> types) {
        return switch (selection) {
            case FetchSelection.Fragment fragment ->
                new FragmentSelection(
                        fragment.typeCondition(),
                        fragment.conditions(),
                        set(fragment.selections(), fragment.typeCondition()));
            case FetchSelection.Field field ->
                types.stream()
                        .filter(type -> model.type(type, field.name()) != null)
                        .findFirst()
                        .map(type -> field(field, type))
                        .orElse(null);
        };
    }

    private SelectionSet set(List<FetchSelection> selections, String type) {
        return new SelectionSet(selections.stream()
                .map(selection -> selection(selection, Set.of(type)))
                .filter(Objects::nonNull)
                .toList());
    }

    private FieldSelection field(FetchSelection.Field field, String parentType) {
        String type = Objects.requireNonNull(model.typeName(parentType, field.name()));
        return new FieldSelection(
                field.mergeKey(),
                field.name(),
                parentType,
                Objects.requireNonNull(model.type(parentType, field.name())),
                field.arguments(),
                field.conditions(),
                set(field.selections(), type));
    }
}
