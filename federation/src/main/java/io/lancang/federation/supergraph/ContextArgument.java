package io.lancang.federation.supergraph;

import io.lancang.federation.fieldset.FieldSet;

/**
 * An argument that no client gives: its value is that of a field of an object above ({@code @fromContext}).
 *
 * @param name of the argument in the subgraph
 * @param type of the argument in the subgraph, as text
 * @param context which objects above are meant, see {@link Supergraph#typesWithContext}
 * @param selection what of such an object is the value, with fragments where that differs by type
 */
public record ContextArgument(String name, String type, String context, FieldSet selection) {
    /** Whether the argument must not be null. */
    public boolean required() {
        return type.endsWith("!");
    }
}
