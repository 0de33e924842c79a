package io.lancang.federation.execute.compile;

import io.lancang.federation.execute.tree.Shape;
import io.lancang.federation.execute.tree.ShapeDraft;
import io.lancang.federation.plan.query.ContextSource;
import io.lancang.federation.plan.query.ContextVariable;
import io.lancang.federation.plan.query.EntityCall;
import io.lancang.federation.plan.query.EntityFetch;
import io.lancang.federation.plan.query.FetchSelection;
import io.lancang.federation.plan.query.PathStep;
import io.lancang.federation.plan.query.QueryPlan;
import io.lancang.federation.plan.query.Representation;
import io.lancang.federation.plan.query.RepresentationSelection;
import io.lancang.federation.plan.query.RootFetch;
import java.util.ArrayList;
import java.util.List;

/** Gathers the shape of the merged tree from everything that a plan writes into it and reads from it. */
final class ShapeCompiler {
    private final ShapeDraft root = new ShapeDraft();
    /** Numbers the root fetches and calls, each of which writes an object at most once. */
    private int writer;

    private ShapeCompiler() {}

    /** The shape of the root object. */
    static Shape compile(QueryPlan plan) {
        ShapeCompiler compiler = new ShapeCompiler();
        plan.fetches().forEach(fetch -> {
            switch (fetch) {
                case RootFetch rootFetch -> compiler.write(compiler.position(rootFetch.path()), rootFetch.selections());
                case EntityFetch entityFetch -> entityFetch.calls().forEach(compiler::call);
            }
        });
        return compiler.root.freeze();
    }

    private ShapeDraft position(List<PathStep> path) {
        ShapeDraft position = root;
        for (PathStep step : path) {
            if (!step.types().isEmpty()) {
                position.read(Shape.TYPENAME);
            }
            position = position.child(step.mergeKey());
        }
        return position;
    }

    private void call(EntityCall call) {
        ShapeDraft position = position(call.path());
        for (Representation representation : call.representations()) {
            if (representation.typename() == null || !representation.types().isEmpty()) {
                position.read(Shape.TYPENAME);
            }
            read(position, representation.fields());
        }
        write(position, call.selections());
        if (!call.contexts().isEmpty()) {
            contexts(call);
        }
    }

    /**
     * What depends on the objects above must not be shared by objects that stand for one entity in several places: every
     * object on the way gets a second writer, and thereby a copy for each place.
     */
    private void contexts(EntityCall call) {
        List<ShapeDraft> levels = new ArrayList<>(List.of(root));
        for (PathStep step : call.path()) {
            ShapeDraft level = levels.getLast();
            level.write(step.mergeKey(), writer++);
            level.write(step.mergeKey(), writer++);
            levels.add(level.child(step.mergeKey()));
        }
        for (ContextVariable variable : call.contexts()) {
            for (ContextSource source : variable.sources()) {
                ShapeDraft above = levels.get(source.depth());
                if (!source.types().isEmpty()) {
                    above.read(Shape.TYPENAME);
                }
                read(above, source.fields());
            }
        }
    }

    private void write(ShapeDraft position, List<FetchSelection> selections) {
        write(position, selections, writer++);
    }

    private static void write(ShapeDraft position, List<FetchSelection> selections, int writer) {
        for (FetchSelection selection : selections) {
            switch (selection) {
                case FetchSelection.Field field -> {
                    position.write(field.mergeKey(), writer);
                    if (!field.selections().isEmpty()) {
                        write(position.child(field.mergeKey()), field.selections(), writer);
                    }
                }
                case FetchSelection.Fragment fragment -> write(position, fragment.selections(), writer);
            }
        }
    }

    private static void read(ShapeDraft position, List<RepresentationSelection> selections) {
        for (RepresentationSelection selection : selections) {
            switch (selection) {
                case RepresentationSelection.Field field -> {
                    position.read(field.mergeKey());
                    if (!field.fields().isEmpty()) {
                        read(position.child(field.mergeKey()), field.fields());
                    }
                }
                case RepresentationSelection.Fragment fragment -> {
                    position.read(Shape.TYPENAME);
                    read(position, fragment.fields());
                }
            }
        }
    }
}
