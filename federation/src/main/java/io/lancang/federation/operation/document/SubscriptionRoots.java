package io.lancang.federation.operation.document;

import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import io.lancang.federation.error.ErrorCode;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.operation.message.ErrorList;
import io.lancang.federation.operation.message.SourcePlaces;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds a subscription to one root field, which gives its events: no second one, none of introspection, and none that a
 * condition may leave out, as the specification's rule "Single Root Field" says. It stands in for graphql-java's rule, which
 * evaluates conditions before variables have values and fails on them.
 */
final class SubscriptionRoots {
    private static final Set<String> CONDITIONS = Set.of("skip", "include");

    private final Map<String, FragmentDefinition> fragments;
    private final ErrorList errors;

    private SubscriptionRoots(Document document, ErrorList errors) {
        this.errors = errors;
        // A name that two fragments have is another rule's error.
        fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity(), (first, _) -> first));
    }

    static void find(Document document, ErrorList errors) {
        SubscriptionRoots roots = new SubscriptionRoots(document, errors);
        document.getDefinitionsOfType(OperationDefinition.class).stream()
                .filter(operation -> operation.getOperation() == OperationDefinition.Operation.SUBSCRIPTION)
                .forEach(roots::check);
    }

    private void check(OperationDefinition subscription) {
        Set<String> answers = new LinkedHashSet<>();
        collect(subscription.getSelectionSet(), answers, new HashSet<>());
        if (answers.size() > 1) {
            String name =
                    subscription.getName() == null ? "The subscription" : "Subscription " + subscription.getName();
            refuse(
                    subscription,
                    name + " selects " + answers.size() + " root fields (" + String.join(", ", answers)
                            + "). It must select exactly one; subscribe to the others on their own.");
        }
    }

    /** Collects the names under which the answer would have root fields. */
    private void collect(SelectionSet selections, Set<String> answers, Set<String> spread) {
        for (Selection<?> selection : selections.getSelections()) {
            if (errors.isFull()) {
                return;
            }
            refuseConditions((DirectivesContainer<?>) selection);
            switch (selection) {
                case Field field -> {
                    if (field.getName().startsWith("__")) {
                        refuse(
                                field,
                                "A subscription gives no events for " + field.getName()
                                        + ". Ask for it in a query, or below the root field.");
                    }
                    answers.add(field.getResultKey());
                }
                case InlineFragment fragment -> collect(fragment.getSelectionSet(), answers, spread);
                case FragmentSpread fragment -> {
                    FragmentDefinition definition = fragments.get(fragment.getName());
                    if (definition != null && spread.add(fragment.getName())) {
                        collect(definition.getSelectionSet(), answers, spread);
                    }
                }
                default -> throw new IllegalStateException("GraphQL has no selection like " + selection.getClass());
            }
        }
    }

    private void refuseConditions(DirectivesContainer<?> selection) {
        for (Directive directive : selection.getDirectives()) {
            if (CONDITIONS.contains(directive.getName())) {
                refuse(
                        directive,
                        "@" + directive.getName()
                                + " cannot stand at the root of a subscription, which must have its one"
                                + " field. Leave the condition out, or do not subscribe.");
            }
        }
    }

    private void refuse(Node<?> node, String message) {
        errors.add(GraphQLError.of(ErrorCode.GRAPHQL_VALIDATION_FAILED, message).at(SourcePlaces.of(node)));
    }
}
