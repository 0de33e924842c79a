package io.lancang.federation.execute.request;

import io.lancang.federation.execute.tree.Shape;
import io.lancang.federation.json.KeyTable;
import io.lancang.federation.plan.query.ContextSource;
import io.lancang.federation.plan.query.ContextVariable;
import io.lancang.federation.plan.query.EntityCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the context variables of a call into positions of slots. */
final class ContextCompiler {
    private final List<Shape> shapes = new ArrayList<>();

    /**
     * @param root shape of the root object
     */
    private ContextCompiler(EntityCall call, Shape root) {
        Shape shape = root;
        shapes.add(shape);
        for (var step : call.path()) {
            shape = Objects.requireNonNull(shape.child(shape.slot(step.mergeKey())), step.mergeKey());
            shapes.add(shape);
        }
    }

    static List<ContextValue> compile(EntityCall call, Shape root) {
        ContextCompiler compiler = new ContextCompiler(call, root);
        return call.contexts().stream().map(compiler::compile).toList();
    }

    private ContextValue compile(ContextVariable variable) {
        return new ContextValue(
                variable.name(),
                variable.type(),
                variable.type().endsWith("!"),
                variable.sources().stream().map(this::compile).toList());
    }

    private ContextValue.Source compile(ContextSource source) {
        Shape shape = shapes.get(source.depth());
        @Nullable KeyTable types = source.types().isEmpty() ? null : new KeyTable(source.types());
        return new ContextValue.Source(
                source.depth(),
                types,
                shape.typenameSlot(),
                source.unwrapped(),
                RepresentationCompiler.parts(source.fields(), shape));
    }
}
