package io.lancang.federation.execute.request;

import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.operation.FragmentSelection;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.OperationType;
import io.lancang.federation.operation.Selection;
import io.lancang.federation.operation.SelectionSet;
import io.lancang.federation.plan.FetchSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of an operation that asks about the schema itself, as an operation of its own.
 *
 * @param document a GraphQL document with this operation alone
 * @param usesVariables whether its answer depends on the request's variables
 */
public record IntrospectionRequest(String document, boolean usesVariables) {
    /** What an operation asks about the schema; empty if nothing. */
    public static Optional<IntrospectionRequest> of(Operation operation) {
        List<FetchSelection> selections = new ArrayList<>();
        for (Selection selection : operation.selections().selections()) {
            collect(selection, selections);
        }
        if (selections.isEmpty()) {
            return Optional.empty();
        }
        FetchDocument document = new FetchDocument(operation);
        document.selectionSet(selections);
        boolean usesVariables = !document.variables().isEmpty();
        return Optional.of(new IntrospectionRequest(document.text(OperationType.QUERY), usesVariables));
    }

    private static void collect(Selection selection, List<FetchSelection> introspection) {
        switch (selection) {
            case FieldSelection field -> {
                if (field.name().equals("__schema") || field.name().equals("__type")) {
                    introspection.add(convert(field));
                }
            }
            case FragmentSelection fragment -> {
                List<FetchSelection> within = new ArrayList<>();
                fragment.selections().selections().forEach(part -> collect(part, within));
                if (!within.isEmpty()) {
                    introspection.add(
                            new FetchSelection.Fragment(fragment.typeCondition(), fragment.conditions(), within));
                }
            }
        }
    }

    private static FetchSelection convert(Selection selection) {
        return switch (selection) {
            case FieldSelection field ->
                new FetchSelection.Field(
                        field.responseKey(),
                        field.responseKey(),
                        field.name(),
                        field.arguments(),
                        field.conditions(),
                        convert(field.selections()));
            case FragmentSelection fragment ->
                new FetchSelection.Fragment(
                        fragment.typeCondition(), fragment.conditions(), convert(fragment.selections()));
        };
    }

    private static List<FetchSelection> convert(SelectionSet selections) {
        return selections.selections().stream()
                .map(IntrospectionRequest::convert)
                .toList();
    }
}
