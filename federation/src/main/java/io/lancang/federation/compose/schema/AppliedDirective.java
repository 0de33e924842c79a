package io.lancang.federation.compose.schema;

import graphql.language.AstPrinter;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.SourceLocation;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A directive where it is applied. Federation's directives carry the name {@code federation__…} whatever a subgraph
 * calls them, see {@link FederationDirective}; all others carry the name of the SDL.
 *
 * @param name the name without {@code @}
 * @param arguments in the order of the SDL
 * @param location where it was read, or null for one that composition made
 */
public record AppliedDirective(
        String name,
        Map<String, Value<?>> arguments,
        @Nullable SourceLocation location) {

    public AppliedDirective {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** The text of a string argument, or null where it is absent or no string. */
    public @Nullable String text(String argument) {
        return arguments.get(argument) instanceof StringValue string ? string.getValue() : null;
    }

    /** The value of a boolean argument, or {@code absent}. */
    public boolean flag(String argument, boolean absent) {
        return arguments.get(argument) instanceof BooleanValue bool ? bool.isValue() : absent;
    }

    /** The directive as SDL. */
    public String toSdl() {
        if (arguments.isEmpty()) {
            return "@" + name;
        }
        return arguments.entrySet().stream()
                .map(argument -> argument.getKey() + ": " + print(argument.getValue()))
                .collect(Collectors.joining(", ", "@" + name + "(", ")"));
    }

    /** The same directive under another name. */
    public AppliedDirective renamed(String other) {
        return new AppliedDirective(other, arguments, location);
    }

    /** The same directive with another text for one argument. */
    public AppliedDirective withText(String argument, String text) {
        Map<String, Value<?>> others = new LinkedHashMap<>(arguments);
        others.put(argument, StringValue.of(text));
        return new AppliedDirective(name, others, location);
    }

    /** Starts a directive that composition adds. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** A literal as SDL. */
    public static String print(Value<?> value) {
        return AstPrinter.printAst(value);
    }

    /** Builds a directive argument by argument. */
    public static final class Builder {

        private final String name;
        private final Map<String, Value<?>> arguments = new LinkedHashMap<>();

        private Builder(String name) {
            this.name = name;
        }

        /** Adds a string argument, or nothing for null. */
        public Builder text(String argument, @Nullable String value) {
            if (value != null) {
                arguments.put(argument, StringValue.of(value));
            }
            return this;
        }

        /** Adds an enum argument, or nothing for null. */
        public Builder symbol(String argument, @Nullable String value) {
            if (value != null) {
                arguments.put(argument, EnumValue.of(value));
            }
            return this;
        }

        /** Adds a boolean argument where it differs from the definition's default. */
        public Builder flag(String argument, boolean value, boolean byDefault) {
            if (value != byDefault) {
                arguments.put(argument, BooleanValue.of(value));
            }
            return this;
        }

        /** Adds any argument. */
        public Builder value(String argument, Value<?> value) {
            arguments.put(argument, value);
            return this;
        }

        /** The directive. */
        public AppliedDirective build() {
            return new AppliedDirective(name, arguments, null);
        }
    }
}
