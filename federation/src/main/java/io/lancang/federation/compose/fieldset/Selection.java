package io.lancang.federation.compose.fieldset;

import io.lancang.federation.compose.schema.Ordered;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One item of a field set. */
public sealed interface Selection {

    /** What is selected below. */
    FieldSet selections();

    /**
     * A field.
     *
     * @param name the field's name
     * @param arguments its arguments, the values as SDL
     * @param selections what is selected of it; empty for a leaf
     */
    record Field(String name, Map<String, String> arguments, FieldSet selections) implements Selection {

        public Field {
            arguments = Ordered.copy(arguments);
        }

        @Override
        public String toString() {
            return name + printArguments() + braces(selections);
        }

        private String printArguments() {
            return arguments.isEmpty()
                    ? ""
                    : arguments.entrySet().stream()
                            .map(argument -> argument.getKey() + ": " + argument.getValue())
                            .collect(Collectors.joining(", ", "(", ")"));
        }
    }

    /**
     * An inline fragment.
     *
     * @param typeCondition the type that it is for, or null where it has none
     * @param selections what is selected on that type
     */
    record Fragment(@Nullable String typeCondition, FieldSet selections) implements Selection {

        @Override
        public String toString() {
            return "..." + (typeCondition == null ? "" : " on " + typeCondition) + braces(selections);
        }
    }

    private static String braces(FieldSet selections) {
        return selections.isEmpty() ? "" : " { " + selections + " }";
    }
}
