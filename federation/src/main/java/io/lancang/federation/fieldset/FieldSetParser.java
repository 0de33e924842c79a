package io.lancang.federation.fieldset;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import io.lancang.federation.fieldset.InvalidFieldSetException.Reason;
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
        List<FieldSetSelection> result = new ArrayList<>();
        for (Selection<?> selection : set.getSelections()) {
            add(selection, result);
        }
        return new FieldSet(result);
    }

    private static void add(Selection<?> selection, List<FieldSetSelection> result) throws InvalidFieldSetException {
        if (selection instanceof DirectivesContainer<?> container
                && !container.getDirectives().isEmpty()) {
            String name = container.getDirectives().getFirst().getName();
            throw new InvalidFieldSetException(Reason.DIRECTIVE, "it applies the directive @" + name);
        }
        switch (selection) {
            case Field field -> result.add(field(field));
            case InlineFragment fragment -> {
                FieldSet inside = selections(fragment.getSelectionSet());
                TypeName condition = fragment.getTypeCondition();
                if (condition == null) {
                    // It selects no more and no less than what stands in it.
                    result.addAll(inside.selections());
                } else {
                    result.add(new FieldSetSelection.Fragment(condition.getName(), inside));
                }
            }
            case FragmentSpread spread ->
                throw new InvalidFieldSetException(
                        Reason.SYNTAX, "it spreads the fragment \"" + spread.getName() + "\", which exists nowhere");
            default -> throw new InvalidFieldSetException(Reason.SYNTAX, "it holds an unknown selection");
        }
    }

    private static FieldSetSelection field(Field field) throws InvalidFieldSetException {
        if (field.getAlias() != null) {
            throw new InvalidFieldSetException(Reason.SYNTAX, "it gives the alias \"" + field.getAlias() + "\"");
        }
        Map<String, String> arguments = new LinkedHashMap<>();
        for (Argument argument : field.getArguments()) {
            arguments.put(argument.getName(), AstPrinter.printAst(argument.getValue()));
        }
        return new FieldSetSelection.Field(field.getName(), arguments, selections(field.getSelectionSet()));
    }
}
