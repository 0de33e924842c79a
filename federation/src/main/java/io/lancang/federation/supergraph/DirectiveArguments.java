package io.lancang.federation.supergraph;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.EnumValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import io.lancang.federation.fieldset.FieldSet;
import io.lancang.federation.fieldset.FieldSetParser;
import io.lancang.federation.fieldset.InvalidFieldSetException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of one applied directive. */
record DirectiveArguments(Directive directive, String coordinate) {
    String requiredText(String name) {
        String text = text(name);
        if (text == null) {
            throw problem("@" + directive.getName() + " lacks the argument " + name);
        }
        return text;
    }

    /** A string or an enum value; null where the argument is absent. */
    @Nullable
    String text(String name) {
        Value<?> value = value(name);
        return switch (value) {
            case null -> null;
            case StringValue string -> string.getValue();
            case EnumValue constant -> constant.getName();
            default -> throw problem("@" + directive.getName() + "(" + name + ":) is neither a string nor a name");
        };
    }

    boolean isTrue(String name) {
        return isTrue(name, false);
    }

    boolean isTrue(String name, boolean whenAbsent) {
        Value<?> value = value(name);
        return switch (value) {
            case null -> whenAbsent;
            case BooleanValue truth -> truth.isValue();
            default -> throw problem("@" + directive.getName() + "(" + name + ":) is neither true nor false");
        };
    }

    /** A field set; empty where the argument is absent. */
    FieldSet fieldSet(String name) {
        String text = text(name);
        if (text == null) {
            return FieldSet.EMPTY;
        }
        try {
            return FieldSetParser.parse(text);
        } catch (InvalidFieldSetException invalid) {
            throw problem("@" + directive.getName() + "(" + name + ":) \"" + text + "\" is no field set: "
                    + invalid.getMessage());
        }
    }

    /** A whole number; null where the argument is absent. */
    @Nullable
    Integer integer(String name) {
        Value<?> value = value(name);
        return switch (value) {
            case null -> null;
            case IntValue number
            when number.getValue().bitLength() < Integer.SIZE ->
                number.getValue().intValue();
            default -> throw problem("@" + directive.getName() + "(" + name + ":) is no whole number of 32 bits");
        };
    }

    /** Strings; none where the argument is absent. One that is not in a list is a list of itself. */
    List<String> texts(String name) {
        Value<?> value = value(name);
        return switch (value) {
            case null -> List.of();
            case ArrayValue array ->
                array.getValues().stream().map(item -> string(name, item)).toList();
            default -> List.of(string(name, value));
        };
    }

    /** Enum values; none where the argument is absent. */
    List<String> names(String name) {
        Value<?> value = value(name);
        return switch (value) {
            case null -> List.of();
            case ArrayValue array ->
                array.getValues().stream().map(item -> name(name, item)).toList();
            default -> List.of(name(name, value));
        };
    }

    private String name(String argument, Value<?> value) {
        if (!(value instanceof EnumValue constant)) {
            throw problem("@" + directive.getName() + "(" + argument + ":) has a value that is no name");
        }
        return constant.getName();
    }

    private String string(String name, Value<?> value) {
        if (!(value instanceof StringValue string)) {
            throw problem("@" + directive.getName() + "(" + name + ":) has a value that is no string");
        }
        return Objects.requireNonNull(string.getValue());
    }

    /** Input objects, each read as if its fields were the arguments; none where the argument is absent. */
    List<DirectiveArguments> objects(String name) {
        Value<?> value = value(name);
        return switch (value) {
            case null -> List.of();
            case ArrayValue array ->
                array.getValues().stream().map(item -> object(name, item)).toList();
            default -> List.of(object(name, value));
        };
    }

    private DirectiveArguments object(String name, Value<?> value) {
        if (!(value instanceof ObjectValue object)) {
            throw problem("@" + directive.getName() + "(" + name + ":) has a value that is no object");
        }
        List<Argument> fields = object.getObjectFields().stream()
                .map(field -> new Argument(field.getName(), field.getValue()))
                .toList();
        return new DirectiveArguments(directive.transform(builder -> builder.arguments(fields)), coordinate);
    }

    SupergraphException problem(String text) {
        return new SupergraphException(SourceLines.of(directive), coordinate, text);
    }

    private @Nullable Value<?> value(String name) {
        Argument argument = directive.getArgument(name);
        return argument == null || argument.getValue() instanceof NullValue ? null : argument.getValue();
    }
}
