package io.lancang.federation.execute.compile;

import io.lancang.federation.OperationType;
import io.lancang.federation.PlanStep;
import io.lancang.federation.execute.answer.ApiTypes;
import io.lancang.federation.execute.answer.ObjectProjection;
import io.lancang.federation.execute.answer.ProjectionCompiler;
import io.lancang.federation.execute.request.EntityRequest;
import io.lancang.federation.execute.request.RequestVariables;
import io.lancang.federation.execute.request.RootRequest;
import io.lancang.federation.execute.tree.ObjectReader;
import io.lancang.federation.execute.tree.Shape;
import io.lancang.federation.execute.tree.TreePath;
import io.lancang.federation.json.KeyTable;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.plan.query.DeferredPart;
import io.lancang.federation.plan.query.EntityCall;
import io.lancang.federation.plan.query.EntityFetch;
import io.lancang.federation.plan.query.Fetch;
import io.lancang.federation.plan.query.PathStep;
import io.lancang.federation.plan.query.QueryPlan;
import io.lancang.federation.plan.query.RootFetch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan with everything about its execution that does not depend on a request: shapes of the merged tree, readers,
 * documents, projections. Built once and kept with its plan. Thread-safe.
 */
public final class ExecutablePlan {
    private static final BitSet NO_FETCHES = new BitSet();
    private static final int UNKNOWN = -1;

    private final Operation operation;
    private final Shape shape;
    private final List<FetchStep> steps;
    private final List<PlanStep> positions;
    private final Projections projections;
    private final Projections wholeProjections;
    private final BitSet primary;
    private final Map<Integer, BitSet> deferred;
    private final List<StreamCompiler.Compiled> streams;
    private final Sizes sizes = new Sizes();

    private ExecutablePlan(Operation operation, QueryPlan plan, Shape shape, List<FetchStep> steps, ApiTypes types) {
        this.operation = operation;
        this.shape = shape;
        this.steps = List.copyOf(steps);
        positions = positions(plan);
        projections = projections(operation, shape, types);
        Operation whole = operation.deferring(Set.of());
        wholeProjections = operation.deferrals().isEmpty() ? projections : projections(whole, shape, types);
        // A part that comes later anyway may wait for its lists, and what a mutation does is not asked for in halves.
        streams =
                operation.type() == OperationType.QUERY && operation.deferrals().isEmpty()
                        ? StreamCompiler.compile(operation, shape, steps)
                        : List.of();
        primary = withBefore(plan, plan.primary());
        deferred = plan.deferred().stream()
                .collect(Collectors.toUnmodifiableMap(DeferredPart::id, part -> withBefore(plan, part.after())));
    }

    private static Projections projections(Operation operation, Shape shape, ApiTypes types) {
        return new Projections(
                operation, conditions -> new ProjectionCompiler(types, conditions).compile(operation, shape));
    }

    private static BitSet withBefore(QueryPlan plan, List<Integer> fetches) {
        BitSet all = new BitSet();
        Deque<Integer> next = new ArrayDeque<>(fetches);
        while (!next.isEmpty()) {
            int fetch = next.pop();
            if (!all.get(fetch)) {
                all.set(fetch);
                next.addAll(plan.fetches().get(fetch).after());
            }
        }
        return all;
    }

    /** Compiles a plan. */
    public static ExecutablePlan compile(Operation operation, QueryPlan plan, ApiTypes types) {
        Shape shape = ShapeCompiler.compile(plan);
        List<List<Integer>> followers = followers(plan);
        List<FetchStep> steps = new ArrayList<>();
        for (Fetch fetch : plan.fetches()) {
            List<Integer> after = followers.get(fetch.id());
            steps.add(
                    switch (fetch) {
                        case RootFetch root -> step(root, after, operation, shape);
                        case EntityFetch entities -> step(entities, after, operation, shape);
                    });
        }
        return new ExecutablePlan(operation, plan, shape, steps, types);
    }

    public Operation operation() {
        return operation;
    }

    /** The shape of the root object. */
    public Shape shape() {
        return shape;
    }

    /** By the fetches' ids. */
    public List<FetchStep> steps() {
        return steps;
    }

    /** Where each fetch stands in the plan, by the fetches' ids. */
    public List<PlanStep> positions() {
        return positions;
    }

    /** What the client sees, given the values of its variables. */
    public ObjectProjection projection(RequestVariables variables) {
        return projections.get(variables);
    }

    /** What the client sees in the end, nothing deferred. */
    public ObjectProjection wholeProjection(RequestVariables variables) {
        return wholeProjections.get(variables);
    }

    /** Ids of the fetches that the first part of the answer needs. Not to be changed. */
    public BitSet primary() {
        return primary;
    }

    /** Ids of the fetches that the answer of a deferral needs; none if nothing is asked for it. Not to be changed. */
    public BitSet deferred(int deferral) {
        return deferred.getOrDefault(deferral, NO_FETCHES);
    }

    /** The lists that a request has streamed; null if there are none. */
    public @Nullable Streams streams(RequestVariables variables) {
        return streams.isEmpty() ? null : StreamCompiler.inForce(streams, variables);
    }

    /** What earlier answers took. */
    public Sizes sizes() {
        return sizes;
    }

    private static List<PlanStep> positions(QueryPlan plan) {
        int[] stages = new int[plan.fetches().size()];
        Arrays.fill(stages, UNKNOWN);
        return plan.fetches().stream()
                .map(fetch -> new PlanStep(fetch.id(), stage(plan, fetch.id(), stages)))
                .toList();
    }

    private static int stage(QueryPlan plan, int fetch, int[] stages) {
        if (stages[fetch] == UNKNOWN) {
            int stage = 0;
            for (int before : plan.fetches().get(fetch).after()) {
                stage = Math.max(stage, 1 + stage(plan, before, stages));
            }
            stages[fetch] = stage;
        }
        return stages[fetch];
    }

    private static List<List<Integer>> followers(QueryPlan plan) {
        List<List<Integer>> followers = new ArrayList<>();
        plan.fetches().forEach(fetch -> followers.add(new ArrayList<>()));
        plan.fetches()
                .forEach(fetch -> fetch.after().stream()
                        .distinct()
                        .forEach(earlier -> followers.get(earlier).add(fetch.id())));
        return followers;
    }

    private static FetchStep step(RootFetch fetch, List<Integer> followers, Operation operation, Shape shape) {
        TreePath path = path(fetch.path(), shape);
        return new FetchStep.Root(
                fetch.subgraph(),
                ReaderCompiler.compile(fetch.selections(), path.shape()),
                waitsFor(fetch),
                List.copyOf(followers),
                RootRequest.of(fetch, operation),
                path,
                fetch.when());
    }

    private static FetchStep step(EntityFetch fetch, List<Integer> followers, Operation operation, Shape shape) {
        List<TreePath> paths = new ArrayList<>();
        List<ObjectReader> entities = new ArrayList<>();
        for (EntityCall call : fetch.calls()) {
            TreePath path = path(call.path(), shape);
            paths.add(path);
            entities.add(ReaderCompiler.compile(call.selections(), path.shape()));
        }
        EntityRequest request = EntityRequest.of(fetch, paths, shape, operation);
        return new FetchStep.Entities(
                fetch.subgraph(),
                FetchStep.Entities.reader(entities),
                waitsFor(fetch),
                List.copyOf(followers),
                request,
                List.copyOf(paths),
                List.copyOf(entities));
    }

    private static TreePath path(List<PathStep> steps, Shape root) {
        List<TreePath.Step> path = new ArrayList<>();
        Shape shape = root;
        for (PathStep step : steps) {
            int slot = shape.slot(step.mergeKey());
            KeyTable types = step.types().isEmpty() ? null : new KeyTable(step.types());
            path.add(new TreePath.Step(slot, types, shape.typenameSlot()));
            Shape child = shape.child(slot);
            if (child == null) {
                throw new IllegalArgumentException("a path through the leaf " + step.mergeKey());
            }
            shape = child;
        }
        return new TreePath(path, shape);
    }

    private static int waitsFor(Fetch fetch) {
        return (int) fetch.after().stream().distinct().count();
    }
}
