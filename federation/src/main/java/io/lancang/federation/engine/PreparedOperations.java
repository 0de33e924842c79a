package io.lancang.federation.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.lancang.federation.access.Withholding;
import io.lancang.federation.budget.TimeBudget;
import io.lancang.federation.cache.WeighedCache;
import io.lancang.federation.cost.OperationCosts;
import io.lancang.federation.execute.answer.ApiTypes;
import io.lancang.federation.execute.compile.ExecutablePlan;
import io.lancang.federation.execute.introspection.IntrospectionQuery;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.OperationResult;
import io.lancang.federation.operation.Operations;
import io.lancang.federation.plan.QueryPlanner;
import io.lancang.federation.plan.query.PlanningException;
import io.lancang.federation.supergraph.Requirement;
import java.util.List;
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
    /** The labels on which the plan of an operation depends; keeps no operation that is remembered nowhere else. */
    private final Cache<Operation, Set<String>> labels;

    private final AccessControl<?> access;
    /** What the fields of an operation demand of the client; keeps no operation either. */
    private final Cache<Operation, Set<Requirement>> requirements;

    private final WeighedCache<Key, PreparedOperation> prepared;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /**
     * Starts with nothing prepared.
     *
     * @param cachedBytes bound of what is remembered of plans
     */
    PreparedOperations(
            Operations operations,
            QueryPlanner planner,
            OperationCosts costs,
            ApiTypes types,
            AccessControl<?> access,
            long cachedBytes) {
        this.operations = operations;
        this.planner = planner;
        this.costs = costs;
        this.types = types;
        this.access = access;
        // Operations that come out of their cache are one object each: they are compared by identity.
        labels = Caffeine.newBuilder().executor(Runnable::run).weakKeys().build();
        requirements = Caffeine.newBuilder().executor(Runnable::run).weakKeys().build();
        prepared = new WeighedCache<>(cachedBytes, (key, operation) -> PreparedWeight.of(key.operation(), operation));
    }

    /**
     * @param deferrals ids of those that are in force; what others put off comes with the rest
     * @param missing what the client does not fulfil of what the operation demands
     */
    private record Key(
            Operation operation, Set<Integer> deferrals, Set<String> labelsInForce, Set<Requirement> missing) {
        @Override
        @SuppressWarnings("ReferenceEquality") // operations come out of a cache: comparing whole trees is not needed
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && key.operation == operation
                    && key.deferrals.equals(deferrals)
                    && key.labelsInForce.equals(labelsInForce)
                    && key.missing.equals(missing);
        }

        @Override
        public int hashCode() {
            int variant = (deferrals.hashCode() * 31 + labelsInForce.hashCode()) * 31 + missing.hashCode();
            return System.identityHashCode(operation) * 31 + variant;
        }
    }

    /**
     * The operation, valid, or why it is not.
     *
     * @throws io.lancang.federation.budget.OutOfTimeException if there is not enough time
     */
    OperationResult read(String document, @Nullable String operationName, TimeBudget budget) {
        return operations.find(document, operationName, budget);
    }

    /**
     * The operation, planned.
     *
     * @param read the operation
     * @param deferring says which deferrals are in force
     * @param decider says which labels of progressive overrides are in force; asked only if the plan depends on one
     * @param missing says which requirements the client does not fulfil; asked only if the operation has some
     * @throws io.lancang.federation.budget.OutOfTimeException if there is not enough time
     */
    PreparedOperation find(
            OperationResult read,
            Function<Operation, Set<Integer>> deferring,
            UnaryOperator<Set<String>> decider,
            UnaryOperator<Set<Requirement>> missing,
            TimeBudget budget) {
        return switch (read) {
            case OperationResult.Refused refused -> new PreparedOperation.Refused(refused.errors());
            case OperationResult.Accepted accepted ->
                find(
                        new Key(
                                accepted.operation(),
                                deferring.apply(accepted.operation()),
                                labelsInForce(accepted.operation(), decider),
                                missing(accepted.operation(), missing)),
                        budget);
        };
    }

    private PreparedOperation find(Key key, TimeBudget budget) {
        PreparedOperation known = prepared.find(key);
        if (known == null) {
            misses.increment();
            return prepared.keep(key, prepare(key, 1, budget));
        }
        if (known instanceof PreparedOperation.Planned planned && planned.isProvisional()) {
            // Two threads may do this at once; each plan is as good as the other.
            PreparedOperation improved = prepare(key, planned.attempts() + 1, budget);
            prepared.replace(key, improved);
            return improved;
        }
        hits.increment();
        return known;
    }

    /** As {@link #find}, but null if something on the way is not remembered, or but for the time being. Takes no time. */
    @Nullable
    PreparedOperation cached(
            String document,
            @Nullable String operationName,
            Function<Operation, Set<Integer>> deferring,
            UnaryOperator<Set<String>> decider,
            UnaryOperator<Set<Requirement>> missing) {
        return switch (operations.cached(document, operationName)) {
            case null -> null;
            case OperationResult.Refused refused -> new PreparedOperation.Refused(refused.errors());
            case OperationResult.Accepted accepted ->
                cached(accepted.operation(), deferring.apply(accepted.operation()), decider, missing);
        };
    }

    private @Nullable PreparedOperation cached(
            Operation operation,
            Set<Integer> deferrals,
            UnaryOperator<Set<String>> decider,
            UnaryOperator<Set<Requirement>> missing) {
        if ((planner.knowsLabels() && labels.getIfPresent(operation) == null)
                || (!access.isOpen() && requirements.getIfPresent(operation) == null)) {
            return null;
        }
        // What is missing is counted when it is prepared.
        PreparedOperation found = prepared.find(
                new Key(operation, deferrals, labelsInForce(operation, decider), missing(operation, missing)));
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
        Set<String> relevant = labels.get(operation, planner::labels);
        if (relevant.isEmpty()) {
            return Set.of();
        }
        // Labels that do not matter to this operation would split its plans for nothing.
        Set<String> decided = decider.apply(relevant);
        return relevant.stream().filter(decided::contains).collect(Collectors.toUnmodifiableSet());
    }

    private Set<Requirement> missing(Operation operation, UnaryOperator<Set<Requirement>> missing) {
        if (access.isOpen()) {
            return Set.of();
        }
        Set<Requirement> relevant = requirements.get(operation, access::requirements);
        return relevant.isEmpty() ? relevant : missing.apply(relevant);
    }

    /** What is remembered of documents, operations and plans, in bytes, estimated. */
    long bytes() {
        return operations.bytes() + prepared.bytes();
    }

    /** How the cache of what is prepared does. */
    CacheCounts counts() {
        return new CacheCounts(hits.sum(), misses.sum(), prepared.size());
    }

    private PreparedOperation prepare(Key key, int attempts, TimeBudget budget) {
        Withholding withholding = access.apply(key.operation().deferring(key.deferrals()), key.missing());
        try {
            ReachableOperation reachable =
                    ReachableOperation.of(withholding, asked -> planner.plan(asked, key.labelsInForce(), budget));
            budget.check();
            Operation operation = reachable.shown();
            ExecutablePlan executable = ExecutablePlan.compile(operation, reachable.plan(), types);
            return new PreparedOperation.Planned(
                    operation,
                    reachable.plan(),
                    executable,
                    IntrospectionQuery.of(operation),
                    costs.of(reachable.asked(), reachable.plan()),
                    access.denials(withholding),
                    attempts);
        } catch (PlanningException impossible) {
            return new PreparedOperation.Refused(List.of(impossible.error()));
        }
    }
}
