package io.lancang.federation.execute.introspection;

import graphql.language.Argument;
import graphql.language.VariableReference;
import io.lancang.federation.operation.Conditions;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.operation.FragmentSelection;
import io.lancang.federation.operation.Selection;
import io.lancang.federation.operation.SelectionSet;
import io.lancang.federation.supergraph.JsonLiterals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields that selections stand for, given the values of variables. Types of introspection are objects, so that every
 * fragment that validation lets through applies. Remembers what it found, because the same selections apply to each item of a
 * list. Used by one thread.
 */
final class SelectedFields {
    private final Map<String, ? extends @Nullable Object> variables;
    private final IdentityHashMap<List<FieldSelection>, Map<String, List<FieldSelection>>> known =
            new IdentityHashMap<>();
    private final IdentityHashMap<FieldSelection, Map<String, Object>> arguments = new IdentityHashMap<>();

    SelectedFields(Map<String, ? extends @Nullable Object> variables) {
        this.variables = variables;
    }

    /** What is selected below fields that have the same response key, by response key. */
    Map<String, List<FieldSelection>> below(List<FieldSelection> fields) {
        Map<String, List<FieldSelection>> found = known.get(fields);
        if (found == null) {
            found = of(fields.stream().map(FieldSelection::selections).toList());
            known.put(fields, found);
        }
        return found;
    }

    /** What selection sets select together, by response key. */
    Map<String, List<FieldSelection>> of(List<SelectionSet> sets) {
        Map<String, List<FieldSelection>> fields = new LinkedHashMap<>();
        sets.forEach(set -> collect(set, fields));
        return fields;
    }

    private void collect(SelectionSet set, Map<String, List<FieldSelection>> fields) {
        for (Selection selection : set.selections()) {
            if (!hold(selection.conditions())) {
                continue;
            }
            switch (selection) {
                case FieldSelection field ->
                    fields.computeIfAbsent(field.responseKey(), key -> new ArrayList<>())
                            .add(field);
                case FragmentSelection fragment -> collect(fragment.selections(), fields);
            }
        }
    }

    private boolean hold(Conditions conditions) {
        return conditions.isEmpty() || conditions.hold(name -> Boolean.TRUE.equals(variables.get(name)));
    }

    /** The arguments of a field. One that is left out or null is false: only {@code includeDeprecated} may be. */
    Map<String, Object> arguments(FieldSelection field) {
        return arguments.computeIfAbsent(field, this::evaluate);
    }

    private Map<String, Object> evaluate(FieldSelection field) {
        Map<String, Object> values = new HashMap<>();
        values.put("includeDeprecated", false);
        for (Argument argument : field.arguments()) {
            Object value = argument.getValue() instanceof VariableReference reference
                    ? variables.get(reference.getName())
                    : JsonLiterals.toJson(argument.getValue(), none -> null);
            values.put(argument.getName(), Objects.requireNonNullElse(value, false));
        }
        return values;
    }
}
