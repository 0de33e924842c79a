package io.lancang.federation.plan.graph;

import io.lancang.federation.fieldset.FieldSet;

/**
 * A way into a subgraph by {@code _entities}.
 *
 * @param subgraph ordinal
 * @param type type of the entity in the subgraph, which is also the {@code __typename} to send
 * @param forWholePosition whether objects of every runtime type at a position enter alike, as an interface does
 */
public record EntryPoint(int subgraph, String type, FieldSet key, boolean forWholePosition) {
    /**
     * Whether objects at a position can enter here.
     *
     * @param typeName the position's own type
     */
    public boolean isOpenAt(String typeName) {
        return !forWholePosition || type.equals(typeName);
    }
}
