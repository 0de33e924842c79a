package io.lancang.federation.compose.subgraph;

import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.TypeReferences;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetParser;
import io.lancang.federation.fieldset.FieldSetSelection;
import io.lancang.federation.fieldset.InvalidFieldSetException;
import java.util.function.BiConsumer;

/** Reads the field sets of a subgraph's directives and walks them over its types. */
public final class FieldSets {

    private static final String ARGUMENT = "fields";

    private FieldSets() {}

    /**
     * The field set of a {@code @key}, {@code @requires} or {@code @provides} that validation has accepted.
     *
     * @throws IllegalStateException where validation should have refused it
     */
    public static FieldSet of(AppliedDirective directive) {
        try {
            return FieldSetParser.parse(String.valueOf(directive.text(ARGUMENT)));
        } catch (InvalidFieldSetException unexpected) {
            throw new IllegalStateException("A field set that cannot be parsed passed validation", unexpected);
        }
    }

    /** The field set, or an empty one where it cannot be read: for stages before validation, which reports it. */
    public static FieldSet readable(AppliedDirective directive) {
        String fields = directive.text(ARGUMENT);
        return fields == null ? FieldSet.EMPTY : readable(fields);
    }

    /** The field set, or an empty one where it cannot be read. */
    public static FieldSet readable(String fields) {
        try {
            return FieldSetParser.parse(fields);
        } catch (InvalidFieldSetException reportedByValidation) {
            return FieldSet.EMPTY;
        }
    }

    /** Calls {@code visitor} with type and name of every field that the field set names; skips what does not exist. */
    public static void walk(
            SubgraphModel subgraph, String typeName, FieldSet fields, BiConsumer<String, String> visitor) {
        for (FieldSetSelection selection : fields.selections()) {
            switch (selection) {
                case FieldSetSelection.Field field -> {
                    visitor.accept(typeName, field.name());
                    subgraph.field(typeName, field.name())
                            .ifPresent(found -> walk(
                                    subgraph, TypeReferences.namedType(found.type()), field.selections(), visitor));
                }
                case FieldSetSelection.Fragment fragment ->
                    walk(subgraph, fragment.typeCondition(), fragment.selections(), visitor);
            }
        }
    }
}
