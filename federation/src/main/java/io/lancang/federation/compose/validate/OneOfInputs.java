package io.lancang.federation.compose.validate;

import graphql.language.NonNullType;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.InputType;
import io.lancang.federation.compose.schema.TypeElement;
import java.util.Collection;
import java.util.List;

/** Finds fields of {@code @oneOf} input objects that are always there, so that no other field can be the one. */
public final class OneOfInputs {

    private static final String ONE_OF = "oneOf";

    private OneOfInputs() {}

    /**
     * A field that is always there.
     *
     * @param type the input object
     * @param field its field, which must not be null or has a default
     */
    public record Constant(InputType type, InputElement field) {

        /** Where it is. */
        public String coordinate() {
            return type.name() + "." + field.name();
        }

        /** What is wrong, and what to do. */
        public String message() {
            return "\"" + coordinate() + "\" is always there, yet \"" + type.name()
                    + "\" is @oneOf and may have another field instead; let it be null and have no default";
        }
    }

    /** All such fields among the types. */
    public static List<Constant> constants(Collection<TypeElement> types) {
        return types.stream()
                .filter(InputType.class::isInstance)
                .map(InputType.class::cast)
                .filter(type -> type.directives().all(ONE_OF).findAny().isPresent())
                .flatMap(type -> type.fields().values().stream()
                        .filter(field -> field.type() instanceof NonNullType || field.defaultValue() != null)
                        .map(field -> new Constant(type, field)))
                .toList();
    }
}
