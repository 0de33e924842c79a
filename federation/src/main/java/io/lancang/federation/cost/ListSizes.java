package io.lancang.federation.cost;

import graphql.language.Argument;
import graphql.language.IntValue;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.Value;
import graphql.language.VariableReference;
import io.lancang.federation.cost.Size.Slice;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.supergraph.ListSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long the lists of fields are.
 *
 * @param standard where nothing else is said
 */
record ListSizes(int standard) {
    /**
     * How many items a field gives.
     *
     * @param fromParent said of the field by the field around it; null if that says nothing
     * @param own said by its own {@code @listSize}; null without one
     */
    Size of(Type<?> type, @Nullable Size fromParent, @Nullable Size own) {
        int levels = levels(type);
        if (levels == 0) {
            return Size.Fixed.ONE;
        }
        Size outer = fromParent == null ? own : fromParent;
        Size known = outer == null ? new Size.Fixed(standard) : outer;
        if (levels == 1) {
            return known;
        }
        // Only the length of the outermost list is ever said.
        long inner = 1;
        for (int level = 1; level < levels; level++) {
            inner = Amounts.multiply(inner, standard);
        }
        return new Size.Nested(known, inner);
    }

    /** What {@code @listSize} says of a field of an operation. */
    Size of(ListSize declared, FieldSelection field) {
        long otherwise = declared.assumedSize() == null ? standard : Math.max(0, declared.assumedSize());
        List<Slice> slices = new ArrayList<>();
        for (Map.Entry<String, @Nullable Integer> argument :
                declared.slicingArguments().entrySet()) {
            slices.add(slice(argument.getKey(), argument.getValue(), value(field, argument.getKey())));
        }
        String coordinate = declared.requiresOneSlicingArgument() ? field.parentType() + "." + field.name() : null;
        Size.Sliced sliced = new Size.Sliced(slices, otherwise, coordinate);
        if (slices.stream().anyMatch(slice -> slice.variable() != null)) {
            return sliced;
        }
        Evaluation withoutVariables = new Evaluation(Map.of());
        long size = sliced.of(withoutVariables);
        return withoutVariables.problems().isEmpty() ? new Size.Fixed(size) : sliced;
    }

    private static Slice slice(String name, @Nullable Integer standard, @Nullable Value<?> value) {
        return switch (value) {
            case VariableReference variable -> new Slice(name, null, variable.getName(), standard);
            case IntValue literal -> new Slice(name, literal.getValue().intValue(), null, standard);
            case null, default -> new Slice(name, null, null, standard);
        };
    }

    private static @Nullable Value<?> value(FieldSelection field, String argument) {
        for (Argument given : field.arguments()) {
            if (given.getName().equals(argument)) {
                return given.getValue();
            }
        }
        return null;
    }

    private static int levels(Type<?> type) {
        return switch (type) {
            case NonNullType nonNull -> levels(nonNull.getType());
            case ListType list -> 1 + levels(list.getType());
            default -> 0;
        };
    }
}
