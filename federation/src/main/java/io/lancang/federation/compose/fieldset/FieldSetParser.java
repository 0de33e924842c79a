package io.lancang.federation.compose.fieldset;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import io.lancang.federation.compose.fieldset.InvalidFieldSetException.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads field sets, with or without the outer braces. */
public final class FieldSetParser {

    private FieldSetParser() {}

    /**
     * Reads a field set.
     *
     * @throws InvalidFieldSetException where the text is no field set
     */
    public static FieldSet parse(String text) throws InvalidFieldSetException {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            throw new InvalidFieldSetException(Reason.SYNTAX, "it is empty");
        }
        return selections(operation(trimmed.startsWith("{") ? trimmed : "{" + trimmed + "}")
                .getSelectionSet());
    }

    private static OperationDefinition operation(String text) throws InvalidFieldSetException {
        try {
            Document document = Parser.parse(text);
            List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
            if (document.getDefinitions().size() == 1 && operations.size() == 1) {
                return operations.getFirst();
            }
        } catch (InvalidSyntaxException invalid) {
            throw new InvalidFieldSetException(Reason.SYNTAX, "it cannot be parsed");
        }
        throw new InvalidFieldSetException(Reason.SYNTAX, "it is more than one selection set");
    }

    private static FieldSet selections(@Nullable SelectionSet set) throws InvalidFieldSetException {
        if (set == null) {
            return FieldSet.EMPTY;
        }
        List<Selection> result = new ArrayList<>();
        for (graphql.language.Selection<?> selection : set.getSelections()) {
            result.add(selection(selection));
        }
        return new FieldSet(result);
    }

    private static Selection selection(graphql.language.Selection<?> selection) throws InvalidFieldSetException {
        if (selection instanceof DirectivesContainer<?> container
                && !container.getDirectives().isEmpty()) {
            String name = container.getDirectives().getFirst().getName();
            throw new InvalidFieldSetException(Reason.DIRECTIVE, "it applies the directive @" + name);
        }
        return switch (selection) {
            case Field field -> field(field);
            case InlineFragment fragment -> fragment(fragment);
            case FragmentSpread spread ->
                throw new InvalidFieldSetException(
                        Reason.SYNTAX, "it spreads the fragment \"" + spread.getName() + "\", which exists nowhere");
            default -> throw new InvalidFieldSetException(Reason.SYNTAX, "it holds an unknown selection");
        };
    }

    private static Selection field(Field field) throws InvalidFieldSetException {
        if (field.getAlias() != null) {
            throw new InvalidFieldSetException(Reason.SYNTAX, "it gives the alias \"" + field.getAlias() + "\"");
        }
        Map<String, String> arguments = new LinkedHashMap<>();
        for (Argument argument : field.getArguments()) {
            arguments.put(argument.getName(), AstPrinter.printAst(argument.getValue()));
        }
        return new Selection.Field(field.getName(), arguments, selections(field.getSelectionSet()));
    }

    private static Selection fragment(InlineFragment fragment) throws InvalidFieldSetException {
        String condition = fragment.getTypeCondition() == null
                ? null
                : fragment.getTypeCondition().getName();
        return new Selection.Fragment(condition, selections(fragment.getSelectionSet()));
    }
}
