package io.lancang.federation.supergraph;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.List;

/** Reads the text of a {@link FieldSet}. */
final class FieldSetParser {
    private FieldSetParser() {}

    /**
     * @throws IllegalArgumentException if the text is no selection, or one with aliases, directives or named fragments; the
     *     message says which
     */
    static FieldSet parse(String text) {
        try {
            Document document = Parser.parse("{" + text + "}");
            if (document.getDefinitions().size() == 1
                    && document.getDefinitions().getFirst() instanceof OperationDefinition operation) {
                return convert(operation.getSelectionSet());
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no field set: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("\"" + text + "\" is no field set");
    }

    private static FieldSet convert(SelectionSet set) {
        List<FieldSetSelection> selections = new ArrayList<>();
        for (Selection<?> selection : set.getSelections()) {
            selections.add(convert(selection));
        }
        return new FieldSet(selections);
    }

    private static FieldSetSelection convert(Selection<?> selection) {
        return switch (selection) {
            case Field field
            when field.getAlias() != null ->
                throw new IllegalArgumentException("a field set has no aliases, but this one has " + field.getAlias());
            case Field field ->
                new FieldSetSelection.Field(
                        field.getName(),
                        field.getArguments(),
                        field.getSelectionSet() == null ? FieldSet.EMPTY : convert(field.getSelectionSet()));
            case InlineFragment fragment
            when fragment.getTypeCondition() != null ->
                new FieldSetSelection.Fragment(
                        fragment.getTypeCondition().getName(), convert(fragment.getSelectionSet()));
            case InlineFragment fragment ->
                throw new IllegalArgumentException("a fragment without a type condition in a field set");
            case FragmentSpread spread ->
                throw new IllegalArgumentException(
                        "a field set has no named fragments, but this one has " + spread.getName());
            default -> throw new IllegalArgumentException("unknown kind of selection: " + selection);
        };
    }
}
