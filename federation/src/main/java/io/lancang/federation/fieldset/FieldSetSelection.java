package io.lancang.federation.fieldset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** One item of a field set. */
public sealed interface FieldSetSelection {

    /** What is selected below. */
    FieldSet selections();

    /**
     * A field.
     *
     * @param name the field's name
     * @param arguments its arguments, the values as SDL
     * @param selections what is selected of it; empty for a leaf
     */
    record Field(String name, Map<String, String> arguments, FieldSet selections) implements FieldSetSelection {

        public Field {
            arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
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
     * @param typeCondition the type that it is for
     * @param selections what is selected on that type
     */
    record Fragment(String typeCondition, FieldSet selections) implements FieldSetSelection {

        @Override
        public String toString() {
            return "... on " + typeCondition + braces(selections);
        }
    }

    private static String braces(FieldSet selections) {
        return selections.isEmpty() ? "" : " { " + selections + " }";
    }
}
