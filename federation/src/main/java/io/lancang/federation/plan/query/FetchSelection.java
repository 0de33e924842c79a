package io.lancang.federation.plan.query;

import graphql.language.Argument;
import io.lancang.federation.operation.Conditions;
import java.util.List;

/** A selection of a request to a subgraph, in the terms of that subgraph's schema. */
public sealed interface FetchSelection {
    /** Conditions of the selection itself; sent to the subgraph as {@code @include} and {@code @skip}. */
    Conditions conditions();

    List<FetchSelection> selections();

    /**
     * A field.
     *
     * @param alias the key in the subgraph's answer; equal to {@code name} where no alias is needed
     * @param mergeKey the key in the merged tree
     * @param name the field's name in the subgraph
     * @param arguments variables in them are the client's
     * @param selections empty for a leaf, whose value is then taken over untouched, whatever its JSON
     */
    record Field(
            String alias,
            String mergeKey,
            String name,
            List<Argument> arguments,
            Conditions conditions,
            List<FetchSelection> selections)
            implements FetchSelection {
        public Field {
            arguments = List.copyOf(arguments);
            selections = List.copyOf(selections);
        }
    }

    /**
     * A fragment on a type of the subgraph.
     *
     * @param typeCondition as sent to the subgraph
     */
    record Fragment(String typeCondition, Conditions conditions, List<FetchSelection> selections)
            implements FetchSelection {
        public Fragment {
            selections = List.copyOf(selections);
        }
    }
}
