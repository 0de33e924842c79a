package io.lancang.federation.execute.compile;

import io.lancang.federation.execute.answer.ObjectProjection;
import io.lancang.federation.execute.request.RequestVariables;
import io.lancang.federation.operation.Conditions;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.Selection;
import io.lancang.federation.operation.SelectionSet;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The projections of one operation: one for each combination of values that the variables in {@code @skip} and
 * {@code @include} have had so far. Thread-safe.
 */
final class Projections {
    /** Beyond this, a combination is compiled for its request and forgotten: n variables have 2^n combinations. */
    private static final int MAXIMUM = 64;

    private final List<String> variables;
    private final Function<Predicate<Conditions>, ObjectProjection> compiler;
    private final Map<BitSet, ObjectProjection> compiled = new ConcurrentHashMap<>();
    /** Of an operation without such variables, which most are: nothing to look up. */
    private final @Nullable ObjectProjection only;

    Projections(Operation operation, Function<Predicate<Conditions>, ObjectProjection> compiler) {
        Set<String> names = new TreeSet<>();
        collect(operation.selections(), names);
        variables = List.copyOf(names);
        this.compiler = compiler;
        only = variables.isEmpty() ? compile(new BitSet()) : null;
    }

    ObjectProjection get(RequestVariables values) {
        if (only != null) {
            return only;
        }
        BitSet combination = new BitSet(variables.size());
        for (int index = 0; index < variables.size(); index++) {
            combination.set(index, values.isTrue(variables.get(index)));
        }
        ObjectProjection projection = compiled.get(combination);
        if (projection == null) {
            projection = compile(combination);
            if (compiled.size() < MAXIMUM) {
                compiled.put(combination, projection);
            }
        }
        return projection;
    }

    /** The projection compiles parts of itself later, when the request is long gone: it must not hold its variables. */
    private ObjectProjection compile(BitSet combination) {
        return compiler.apply(conditions -> conditions.hold(name -> isTrue(name, combination)));
    }

    private boolean isTrue(String name, BitSet combination) {
        return combination.get(variables.indexOf(name));
    }

    private static void collect(SelectionSet selectionSet, Set<String> names) {
        for (Selection selection : selectionSet.selections()) {
            names.addAll(selection.conditions().include());
            names.addAll(selection.conditions().skip());
            collect(selection.selections(), names);
        }
    }
}
