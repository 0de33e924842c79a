package io.lancang.federation.supergraph;

import graphql.language.Argument;
import java.util.List;

/** A part of a {@link FieldSet}. */
public sealed interface FieldSetSelection {
    /** What is selected below. */
    FieldSet fields();

    /**
     * A field.
     *
     * @param fields empty for a leaf
     */
    record Field(String name, List<Argument> arguments, FieldSet fields) implements FieldSetSelection {
        public Field {
            arguments = List.copyOf(arguments);
        }
    }

    /** Parts that apply to some runtime types only. */
    record Fragment(String typeCondition, FieldSet fields) implements FieldSetSelection {}
}
