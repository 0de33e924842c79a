package io.lancang.federation.check;

import static io.lancang.federation.check.SchemaChange.Severity.BREAKING;
import static io.lancang.federation.check.SchemaChange.Severity.DANGEROUS;
import static io.lancang.federation.check.SchemaChange.Severity.SAFE;

import graphql.language.AstPrinter;
import graphql.language.Node;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.InputValueWithState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what clients send: arguments and fields of input types. */
final class InputComparison {
    private final List<SchemaChange> changes;

    InputComparison(List<SchemaChange> changes) {
        this.changes = changes;
    }

    /** An argument or a field of an input type. */
    private record Input(
            String what, GraphQLInputType type, @Nullable String defaultValue) {
        boolean isRequired() {
            return GraphQLTypeUtil.isNonNull(type) && defaultValue == null;
        }

        String printed() {
            return GraphQLTypeUtil.simplePrint(type);
        }
    }

    void compareArguments(SchemaCoordinate owner, List<GraphQLArgument> before, List<GraphQLArgument> after) {
        SchemaComparison.<Input>eachOf(arguments(before), arguments(after), (name, old, now) -> {
            // Who does not give an argument notices one that is required now.
            boolean concernsAll = old == null || (now != null && now.isRequired() && !old.isRequired());
            compare(concernsAll ? owner : owner.at(name), owner.at(name), old, now);
        });
    }

    void compare(GraphQLInputObjectType before, GraphQLInputObjectType after) {
        SchemaComparison.<Input>eachOf(fields(before), fields(after), (name, old, now) -> {
            SchemaCoordinate place = SchemaCoordinate.of(before.getName(), name);
            compare(place, place, old, now);
        });
        if (after.isOneOf() != before.isOneOf()) {
            changes.add(new SchemaChange(
                    after.isOneOf() ? BREAKING : SAFE,
                    SchemaCoordinate.of(before.getName()),
                    after.isOneOf() ? "it takes just one of its fields now" : "it takes more than one of its fields"));
        }
    }

    /** @param concerned whose users notice it, where it is breaking */
    private void compare(
            SchemaCoordinate concerned, SchemaCoordinate place, @Nullable Input before, @Nullable Input after) {
        if (before != null && after != null) {
            compareBoth(concerned, place, before, after);
        } else if (before != null) {
            changes.add(new SchemaChange(BREAKING, place, "the " + before.what() + " is gone"));
        } else if (after != null && after.isRequired()) {
            changes.add(new SchemaChange(
                    BREAKING, concerned, place + " is a new " + after.what() + " that has to be given"));
        } else if (after != null) {
            changes.add(new SchemaChange(SAFE, place, "a new " + after.what()));
        }
    }

    private void compareBoth(SchemaCoordinate concerned, SchemaCoordinate place, Input before, Input after) {
        if (!before.printed().equals(after.printed())) {
            boolean isSafe = takesNoLess(before.type(), after.type());
            changes.add(new SchemaChange(
                    isSafe ? SAFE : BREAKING,
                    isSafe ? place : concerned,
                    "the type of " + place + " is " + after.printed() + ", before " + before.printed()));
        } else if (after.isRequired() && !before.isRequired()) {
            changes.add(new SchemaChange(BREAKING, concerned, place + " has no default any more, and has to be given"));
        } else if (!Objects.equals(before.defaultValue(), after.defaultValue())) {
            changes.add(new SchemaChange(
                    DANGEROUS,
                    place.owner(),
                    "the default of " + place + " is " + after.defaultValue() + ", before " + before.defaultValue()));
        }
    }

    /** Whether each value of the former type is one of the later. */
    private static boolean takesNoLess(GraphQLType before, GraphQLType after) {
        if (GraphQLTypeUtil.isNonNull(after)) {
            return GraphQLTypeUtil.isNonNull(before)
                    && takesNoLess(GraphQLTypeUtil.unwrapOne(before), GraphQLTypeUtil.unwrapOne(after));
        }
        if (GraphQLTypeUtil.isNonNull(before)) {
            return takesNoLess(GraphQLTypeUtil.unwrapOne(before), after);
        }
        if (GraphQLTypeUtil.isList(before) || GraphQLTypeUtil.isList(after)) {
            // A variable of one value may not stand where a list is taken, though a literal may.
            return GraphQLTypeUtil.isList(before)
                    && GraphQLTypeUtil.isList(after)
                    && takesNoLess(GraphQLTypeUtil.unwrapOne(before), GraphQLTypeUtil.unwrapOne(after));
        }
        return GraphQLTypeUtil.simplePrint(before).equals(GraphQLTypeUtil.simplePrint(after));
    }

    private static Map<String, Input> arguments(List<GraphQLArgument> arguments) {
        return arguments.stream()
                .collect(Collectors.toMap(
                        GraphQLArgument::getName,
                        argument ->
                                new Input("argument", argument.getType(), text(argument.getArgumentDefaultValue()))));
    }

    private static Map<String, Input> fields(GraphQLInputObjectType type) {
        return type.getFieldDefinitions().stream()
                .collect(Collectors.toMap(
                        GraphQLInputObjectField::getName,
                        field -> new Input("input field", field.getType(), text(field.getInputFieldDefaultValue()))));
    }

    private static @Nullable String text(InputValueWithState value) {
        if (value.isNotSet()) {
            return null;
        }
        return value.getValue() instanceof Node<?> literal
                ? AstPrinter.printAst(literal)
                : String.valueOf(value.getValue());
    }
}
