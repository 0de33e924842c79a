package io.lancang.federation.compose.fieldset;

import java.util.List;
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

    /** The field set in its normal form, such as {@code id organization { id }}. */
    @Override
    public String toString() {
        return selections.stream().map(Selection::toString).collect(Collectors.joining(" "));
    }
}
