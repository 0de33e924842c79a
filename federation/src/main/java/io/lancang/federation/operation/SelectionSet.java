package io.lancang.federation.operation;

import java.util.List;

/** Selections in the client's order; empty for a leaf. */
public record SelectionSet(List<Selection> selections) {
    public static final SelectionSet EMPTY = new SelectionSet(List.of());

    public SelectionSet {
        selections = List.copyOf(selections);
    }

    public boolean isEmpty() {
        return selections.isEmpty();
    }
}
