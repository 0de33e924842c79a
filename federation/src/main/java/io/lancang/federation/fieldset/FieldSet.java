package io.lancang.federation.fieldset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A set of fields, as {@code @key}, {@code @requires} and {@code @provides} name them.
 *
 * @param selections the fields and fragments in the order of the SDL; empty below a leaf
 */
public record FieldSet(List<FieldSetSelection> selections) {

    /** Selects nothing. */
    public static final FieldSet EMPTY = new FieldSet(List.of());

    public FieldSet {
        selections = List.copyOf(selections);
    }

    /** Whether nothing is selected. */
    public boolean isEmpty() {
        return selections.isEmpty();
    }

    /** Whether a field is selected, be it in a fragment on a type that the predicate accepts. */
    public boolean contains(String field, Predicate<String> types) {
        for (FieldSetSelection selection : selections) {
            boolean found = switch (selection) {
                case FieldSetSelection.Field selected -> selected.name().equals(field);
                case FieldSetSelection.Fragment fragment ->
                    types.test(fragment.typeCondition())
                            && fragment.selections().contains(field, types);
            };
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** Whether everything in the other set is selected; what is in the fragments of the other never is. */
    public boolean containsAll(FieldSet other, Predicate<String> types) {
        return other.selections().stream()
                .allMatch(selection -> selection instanceof FieldSetSelection.Field field
                        && field.arguments().isEmpty()
                        && contains(field.name(), types)
                        && below(field.name(), types).containsAll(field.selections(), types));
    }

    /** What is selected below a field, be it in fragments on types that the predicate accepts. */
    public FieldSet below(String field, Predicate<String> types) {
        if (selections.isEmpty()) {
            return EMPTY;
        }
        List<FieldSetSelection> found = new ArrayList<>();
        collectBelow(field, types, found);
        return found.isEmpty() ? EMPTY : new FieldSet(found);
    }

    /** What is selected on the type of this name: the fields, and the fragments for it. */
    public FieldSet on(String typeName) {
        List<FieldSetSelection> narrowed = new ArrayList<>();
        for (FieldSetSelection selection : selections) {
            switch (selection) {
                case FieldSetSelection.Field field -> narrowed.add(field);
                case FieldSetSelection.Fragment fragment -> {
                    if (fragment.typeCondition().equals(typeName)) {
                        narrowed.addAll(fragment.selections().on(typeName).selections());
                    }
                }
            }
        }
        return new FieldSet(narrowed);
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
        both.addAll(other.selections());
        return new FieldSet(both);
    }

    /** The field set in its normal form, such as {@code id organization { id }}. */
    @Override
    public String toString() {
        return selections.stream().map(FieldSetSelection::toString).collect(Collectors.joining(" "));
    }

    private void collectBelow(String field, Predicate<String> types, List<FieldSetSelection> found) {
        for (FieldSetSelection selection : selections) {
            switch (selection) {
                case FieldSetSelection.Field selected -> {
                    if (selected.name().equals(field)) {
                        found.addAll(selected.selections().selections());
                    }
                }
                case FieldSetSelection.Fragment fragment -> {
                    if (types.test(fragment.typeCondition())) {
                        fragment.selections().collectBelow(field, types, found);
                    }
                }
            }
        }
    }
}
