package io.lancang.federation.plan.graph;

import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.supergraph.ContextArgument;
import java.util.List;

/**
 * What a subgraph needs beside the key before it can answer a field.
 *
 * @param requires fields of the object itself; empty without {@code @requires}
 * @param contexts values of objects above it
 */
public record Needs(FieldSet requires, List<ContextArgument> contexts) {
    public static final Needs NOTHING = new Needs(FieldSet.EMPTY, List.of());

    /** Whether an object can fail to be asked for because of them: fields that need less are then asked for apart. */
    public boolean canFail() {
        return contexts.stream().anyMatch(ContextArgument::required);
    }

    public boolean isNothing() {
        return requires.isEmpty() && contexts.isEmpty();
    }
}
