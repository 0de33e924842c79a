package io.lancang.federation.compose.fieldset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A set of fields, as {@code @key}, {@code @requires} and {@code @provides} name them.
 *
 * @param selections the fields and fragments in the order of the SDL; empty below a leaf
 */
public record FieldSet(List<Selection> selections) {

    /** Selects nothing. */
    public static final FieldSet EMPTY = new FieldSet(List.of());

    public FieldSet {
        selections = List.copyOf(selections);
    }

    /** Whether nothing is selected. */
    public boolean isEmpty() {
        return selections.isEmpty();
    }

    /** What is selected below the field of this name; empty where it is not selected. */
    public Optional<FieldSet> below(String fieldName) {
        return selections.stream()
                .filter(selection -> selection instanceof Selection.Field field
                        && field.name().equals(fieldName))
                .map(Selection::selections)
                .findFirst();
    }

    /** What is selected on the type of this name: the fields, and the fragments for it. */
    public FieldSet on(String typeName) {
        List<Selection> narrowed = new ArrayList<>();
        for (Selection selection : selections) {
            switch (selection) {
                case Selection.Field field -> narrowed.add(field);
                case Selection.Fragment fragment -> {
                    if (fragment.typeCondition() == null
                            || fragment.typeCondition().equals(typeName)) {
                        narrowed.addAll(fragment.selections().on(typeName).selections());
                    }
                }
            }
        }
        return new FieldSet(narrowed);
    }

    /** Both selections. */
    public FieldSet and(FieldSet other) {
        if (other.isEmpty()) {
            return this;
        }
        List<Selection> both = new ArrayList<>(selections);
        both.addAll(other.selections());
        return new FieldSet(both);
    }

    /** The field set in its normal form, such as {@code id organization { id }}. */
    @Override
    public String toString() {
        return selections.stream().map(Selection::toString).collect(Collectors.joining(" "));
    }
}
