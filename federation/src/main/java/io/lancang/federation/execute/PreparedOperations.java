package io.lancang.federation.execute;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import graphql.GraphQL;
import io.lancang.federation.cost.OperationCosts;
import io.lancang.federation.execute.answer.ApiTypes;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.OperationResult;
import io.lancang.federation.operation.Operations;
import io.lancang.federation.plan.PlanningException;
import io.lancang.federation.plan.QueryPlan;
import io.lancang.federation.plan.QueryPlanner;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From the text of a document to a plan that can be run, with everything on the way remembered. Safe for concurrent use. */
final class PreparedOperations {
    private final Operations operations;
    private final QueryPlanner planner;
    private final OperationCosts costs;
    private final ApiTypes types;
    private final GraphQL introspection;
    /** The labels on which the plan of an operation depends. */
    private final Cache<Key, Set<String>> labels;

    private final Cache<Key, PreparedOperation> prepared;
    private final LongAdder hits = new LongAdder();

    PreparedOperations(
            Operations operations, QueryPlanner planner, OperationCosts costs, ApiTypes types, int cachedPlans) {
        this.operations = operations;
        this.planner = planner;
        this.costs = costs;
        this.types = types;
        introspection = GraphQL.newGraphQL(types.schema())
                .instrumentation(new OfferedDirectives())
                .build();
        labels = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(cachedPlans)
                .build();
        prepared = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(cachedPlans)
                .recordStats()
                .build();
    }

    /** @param deferrals ids of those that are in force; what others put off comes with the rest */
    private record Key(Operation operation, Set<Integer> deferrals, Set<String> labelsInForce) {
        @Override
        @SuppressWarnings("ReferenceEquality") // operations come out of a cache: comparing whole trees is not needed
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && key.operation == operation
                    && key.deferrals.equals(deferrals)
                    && key.labelsInForce.equals(labelsInForce);
        }

        @Override
        public int hashCode() {
            return (System.identityHashCode(operation) * 31 + deferrals.hashCode()) * 31 + labelsInForce.hashCode();
        }
    }

    /**
     * The operation, planned.
     *
     * @param deferring says which deferrals are in force
     * @param decider says which labels of progressive overrides are in force; asked only if the plan depends on one
     */
    PreparedOperation find(
            String document,
            @Nullable String operationName,
            Function<Operation, Set<Integer>> deferring,
            UnaryOperator<Set<String>> decider) {
        return switch (operations.find(document, operationName)) {
            case OperationResult.Refused refused -> new PreparedOperation.Refused(refused.errors());
            case OperationResult.Accepted accepted ->
                find(new Key(
                        accepted.operation(),
                        deferring.apply(accepted.operation()),
                        labelsInForce(accepted.operation(), decider)));
        };
    }

    private PreparedOperation find(Key key) {
        PreparedOperation known = prepared.asMap().get(key);
        PreparedOperation improved = known == null || !known.isProvisional()
                ? null
                : prepared.asMap().computeIfPresent(key, this::improve);
        return improved == null ? prepared.get(key, this::prepare) : improved;
    }

    /** As {@link #find}, but null if something on the way is not remembered, or but for the time being. Takes no time. */
    @Nullable
    PreparedOperation cached(
            String document,
            @Nullable String operationName,
            Function<Operation, Set<Integer>> deferring,
            UnaryOperator<Set<String>> decider) {
        return switch (operations.cached(document, operationName)) {
            case null -> null;
            case OperationResult.Refused refused -> new PreparedOperation.Refused(refused.errors());
            case OperationResult.Accepted accepted ->
                cached(accepted.operation(), deferring.apply(accepted.operation()), decider);
        };
    }

    private @Nullable PreparedOperation cached(
            Operation operation, Set<Integer> deferrals, UnaryOperator<Set<String>> decider) {
        if (planner.knowsLabels() && labels.getIfPresent(new Key(operation, Set.of(), Set.of())) == null) {
            return null;
        }
        // Counts hits by itself: what is missing is counted when it is prepared.
        PreparedOperation found =
                prepared.asMap().get(new Key(operation, deferrals, labelsInForce(operation, decider)));
        if (found == null || found.isProvisional()) {
            return null;
        }
        hits.increment();
        return found;
    }

    private Set<String> labelsInForce(Operation operation, UnaryOperator<Set<String>> decider) {
        if (!planner.knowsLabels()) {
            return Set.of();
        }
        Set<String> relevant =
                labels.get(new Key(operation, Set.of(), Set.of()), key -> planner.labels(key.operation()));
        if (relevant.isEmpty()) {
            return Set.of();
        }
        // Labels that do not matter to this operation would split its plans for nothing.
        Set<String> decided = decider.apply(relevant);
        return relevant.stream().filter(decided::contains).collect(Collectors.toUnmodifiableSet());
    }

    /** How the cache of what is prepared does. */
    CacheCounts counts() {
        CacheStats stats = prepared.stats();
        return new CacheCounts(stats.hitCount() + hits.sum(), stats.missCount(), prepared.estimatedSize());
    }

    private PreparedOperation prepare(Key key) {
        return prepare(key, 1);
    }

    /** Plans once more what had not enough time, unless that is done by now. */
    private PreparedOperation improve(Key key, PreparedOperation known) {
        return known instanceof PreparedOperation.Planned planned && planned.isProvisional()
                ? prepare(key, planned.attempts() + 1)
                : known;
    }

    private PreparedOperation prepare(Key key, int attempts) {
        Operation operation = key.operation().deferring(key.deferrals());
        try {
            QueryPlan plan = planner.plan(operation, key.labelsInForce());
            ExecutablePlan executable = ExecutablePlan.compile(operation, plan, types);
            return new PreparedOperation.Planned(
                    operation,
                    plan,
                    executable,
                    new Introspection(operation, introspection),
                    costs.of(operation, plan),
                    attempts);
        } catch (PlanningException impossible) {
            return new PreparedOperation.Refused(impossible.code(), Objects.toString(impossible.getMessage()));
        }
    }
}
