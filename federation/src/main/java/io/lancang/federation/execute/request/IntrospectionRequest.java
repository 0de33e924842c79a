package io.lancang.federation.execute.request;

import io.lancang.federation.OperationType;
import io.lancang.federation.operation.FieldSelection;
import io.lancang.federation.operation.FragmentSelection;
import io.lancang.federation.operation.Operation;
import io.lancang.federation.operation.Selection;
import io.lancang.federation.operation.SelectionSet;
import io.lancang.federation.plan.query.FetchSelection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One field by which an operation asks about the schema itself, as an operation of its own.
 *
 * @param document a GraphQL document with this operation alone
 * @param usesVariables whether its answer depends on the request's variables
 */
public record IntrospectionRequest(String document, boolean usesVariables) {
    /** What an operation asks about the schema, one request for each response key. */
    public static List<IntrospectionRequest> of(Operation operation) {
        return selections(operation.selections()).values().stream()
                .map(selections -> of(operation, selections))
                .toList();
    }

    private static IntrospectionRequest of(Operation operation, List<FetchSelection> selections) {
        FetchDocument document = new FetchDocument(operation);
        document.selectionSet(selections);
        boolean usesVariables = !document.variables().isEmpty();
        return new IntrospectionRequest(document.text(OperationType.QUERY), usesVariables);
    }

    private static Map<String, List<FetchSelection>> selections(SelectionSet selectionSet) {
        Map<String, List<FetchSelection>> byKey = new LinkedHashMap<>();
        for (Selection selection : selectionSet.selections()) {
            switch (selection) {
                case FieldSelection field -> {
                    if (field.name().equals("__schema") || field.name().equals("__type")) {
                        add(byKey, field.responseKey(), convert(field));
                    }
                }
                case FragmentSelection fragment ->
                    selections(fragment.selections())
                            .forEach((key, within) -> add(
                                    byKey,
                                    key,
                                    new FetchSelection.Fragment(
                                            fragment.typeCondition(), fragment.conditions(), within)));
            }
        }
        return byKey;
    }

    private static void add(Map<String, List<FetchSelection>> byKey, String key, FetchSelection selection) {
        byKey.computeIfAbsent(key, added -> new ArrayList<>()).add(selection);
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
