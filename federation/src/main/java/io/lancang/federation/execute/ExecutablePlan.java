package io.lancang.federation.execute;

import graphql.schema.GraphQLSchema;
import io.lancang.federation.execute.answer.ObjectProjection;
import io.lancang.federation.execute.answer.ProjectionCompiler;
import io.lancang.federation.execute.json.KeyTable;
import io.lancang.federation.execute.request.EntityRequest;
import io.lancang.federation.execute.request.RequestVariables;
import io.lancang.federation.execute.request.RootRequest;
import io.lancang.federation.execute.tree.ObjectReader;
import io.lancang.federation.execute.tree.Shape;
import io.lancang.federation.execute.tree.TreePath;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.plan.EntityCall;
import io.lancang.federation.plan.EntityFetch;
import io.lancang.federation.plan.Fetch;
import io.lancang.federation.plan.PathStep;
import io.lancang.federation.plan.QueryPlan;
import io.lancang.federation.plan.RootFetch;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan with everything about its execution that does not depend on a request: shapes of the merged tree, readers,
 * documents, projections. Built once and kept with its plan. Thread-safe.
 */
public final class ExecutablePlan {
    private final Operation operation;
    private final Shape shape;
    private final List<FetchStep> steps;
    private final Projections projections;
    private final Sizes sizes = new Sizes();

    private ExecutablePlan(Operation operation, Shape shape, List<FetchStep> steps, GraphQLSchema apiSchema) {
        this.operation = operation;
        this.shape = shape;
        this.steps = List.copyOf(steps);
        projections = new Projections(
                operation, conditions -> new ProjectionCompiler(apiSchema, conditions).compile(operation, shape));
    }

    /** Compiles a plan. */
    public static ExecutablePlan compile(Operation operation, QueryPlan plan, GraphQLSchema apiSchema) {
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
        return new ExecutablePlan(operation, shape, steps, apiSchema);
    }

    Operation operation() {
        return operation;
    }

    /** The shape of the root object. */
    Shape shape() {
        return shape;
    }

    /** By the fetches' ids. */
    List<FetchStep> steps() {
        return steps;
    }

    /** What the client sees, given the values of its variables. */
    ObjectProjection projection(RequestVariables variables) {
        return projections.get(variables);
    }

    /** What earlier answers took. */
    Sizes sizes() {
        return sizes;
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
