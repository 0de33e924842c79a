package io.lancang.federation.supergraph;

import graphql.language.Type;
import io.lancang.federation.fieldset.FieldSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field as one subgraph knows it.
 *
 * @param type in the subgraph, which can differ from the supergraph's
 * @param resolution whether the subgraph resolves it
 * @param label of the progressive override that decides; null if none does
 * @param requires of {@code @requires}; empty without one
 * @param provides of {@code @provides}; empty without one
 * @param contextArguments those that are filled from objects above
 */
public record SubgraphField(
        String name,
        Type<?> type,
        Resolution resolution,
        @Nullable String label,
        FieldSet requires,
        FieldSet provides,
        List<ContextArgument> contextArguments) {
    public SubgraphField {
        contextArguments = List.copyOf(contextArguments);
    }

    /** A field without labels, field sets and context arguments. */
    public static SubgraphField plain(String name, Type<?> type, Resolution resolution) {
        return new SubgraphField(name, type, resolution, null, FieldSet.EMPTY, FieldSet.EMPTY, List.of());
    }

    /** The same field, resolved when that says. */
    SubgraphField resolved(Resolution when) {
        return new SubgraphField(name, type, when, label, requires, provides, contextArguments);
    }

    /** When a subgraph resolves a field. */
    public enum Resolution {
        ALWAYS,
        /** {@code @external}: only where another field provides it. A key that is external is no source of its value. */
        EXTERNAL,
        /** Another subgraph took it over: only where another field provides it. */
        OVERRIDDEN,
        /** It took the field over from another subgraph under a label. */
        WITH_LABEL,
        /** Another subgraph took the field over under a label. */
        WITHOUT_LABEL
    }

    /** Whether the subgraph resolves the field by itself while the given override labels are active. */
    public boolean resolvable(Set<String> activeLabels) {
        return switch (resolution) {
            case ALWAYS -> true;
            case EXTERNAL, OVERRIDDEN -> false;
            case WITH_LABEL -> label != null && activeLabels.contains(label);
            case WITHOUT_LABEL -> label == null || !activeLabels.contains(label);
        };
    }
}
