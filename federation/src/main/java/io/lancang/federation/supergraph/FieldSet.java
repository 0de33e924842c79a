package io.lancang.federation.supergraph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The selection of a {@code @key}, {@code @requires} or {@code @provides}: fields and inline fragments, no aliases. */
public record FieldSet(List<FieldSetSelection> selections) {
    public static final FieldSet EMPTY = new FieldSet(List.of());

    public FieldSet {
        selections = List.copyOf(selections);
    }

    public boolean isEmpty() {
        return selections.isEmpty();
    }

    /** Whether a field is selected for objects of the types that the predicate accepts. */
    public boolean contains(String field, Predicate<String> types) {
        for (FieldSetSelection selection : selections) {
            boolean found = switch (selection) {
                case FieldSetSelection.Field selected -> selected.name().equals(field);
                case FieldSetSelection.Fragment fragment ->
                    types.test(fragment.typeCondition()) && fragment.fields().contains(field, types);
            };
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** What is selected below a field, for objects of the types that the predicate accepts. */
    public FieldSet below(String field, Predicate<String> types) {
        if (selections.isEmpty()) {
            return EMPTY;
        }
        List<FieldSetSelection> found = new ArrayList<>();
        collectBelow(field, types, found);
        return found.isEmpty() ? EMPTY : new FieldSet(found);
    }

    /** The selections of both. */
    public FieldSet and(FieldSet other) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        List<FieldSetSelection> both = new ArrayList<>(selections);
        both.addAll(other.selections);
        return new FieldSet(both);
    }

    private void collectBelow(String field, Predicate<String> types, List<FieldSetSelection> found) {
        for (FieldSetSelection selection : selections) {
            switch (selection) {
                case FieldSetSelection.Field selected -> {
                    if (selected.name().equals(field)) {
                        found.addAll(selected.fields().selections());
                    }
                }
                case FieldSetSelection.Fragment fragment -> {
                    if (types.test(fragment.typeCondition())) {
                        fragment.fields().collectBelow(field, types, found);
                    }
                }
            }
        }
    }
}
