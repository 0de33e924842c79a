package io.lancang.federation.engine;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import io.lancang.federation.OperationType;
import io.lancang.federation.operation.Conditions;
import io.lancang.federation.plan.query.EntityCall;
import io.lancang.federation.plan.query.EntityFetch;
import io.lancang.federation.plan.query.FetchSelection;
import io.lancang.federation.plan.query.PathStep;
import io.lancang.federation.plan.query.Representation;
import io.lancang.federation.plan.query.RepresentationSelection;
import io.lancang.federation.plan.query.RootFetch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parts of plans, written as GraphQL text. */
final class Plans {
    private Plans() {}

    static RootFetch root(int id, String subgraph, String selections, Integer... after) {
        return root(OperationType.QUERY, id, subgraph, selections, after);
    }

    static RootFetch mutation(int id, String subgraph, String selections, Integer... after) {
        return root(OperationType.MUTATION, id, subgraph, selections, after);
    }

    private static RootFetch root(OperationType type, int id, String subgraph, String selections, Integer... after) {
        return new RootFetch(id, subgraph, List.of(after), type, List.of(), selections(selections), List.of());
    }

    static EntityFetch entities(int id, String subgraph, List<EntityCall> calls, Integer... after) {
        return new EntityFetch(id, subgraph, List.of(after), calls);
    }

    /**
     * A call with one alternative.
     *
     * @param path {@code "users.reviews"}; {@code "feed<Book|Film>.author"} goes into {@code author} from those types only
     */
    static EntityCall call(String path, Representation representation, String selections) {
        return new EntityCall(path(path), List.of(representation), selections(selections), List.of());
    }

    /** A representation for any runtime type, with key fields such as {@code "{ id }"}. */
    static Representation key(@Nullable String typename, String fields) {
        return new Representation(Set.of(), typename, parts(parse(fields), true), List.of());
    }

    /** A representation with key fields and {@code @requires} fields. */
    static Representation requires(@Nullable String typename, String key, String required) {
        List<RepresentationSelection> all = new ArrayList<>(parts(parse(key), true));
        all.addAll(parts(parse(required), false));
        return new Representation(Set.of(), typename, all, List.of());
    }

    /** A selection set. {@code name @key(is: "x")} gives a merge key; without it, it is the alias. */
    static List<FetchSelection> selections(String text) {
        return selections(parse(text));
    }

    private static SelectionSet parse(String text) {
        return Parser.parse(text)
                .getFirstDefinitionOfType(OperationDefinition.class)
                .orElseThrow()
                .getSelectionSet();
    }

    private static List<FetchSelection> selections(@Nullable SelectionSet set) {
        return set == null
                ? List.of()
                : set.getSelections().stream().map(Plans::selection).toList();
    }

    private static FetchSelection selection(graphql.language.Selection<?> selection) {
        return switch (selection) {
            case Field field ->
                new FetchSelection.Field(
                        field.getResultKey(),
                        mergeKey(field),
                        field.getName(),
                        field.getArguments(),
                        conditions(field.getDirectives()),
                        selections(field.getSelectionSet()));
            case InlineFragment fragment ->
                new FetchSelection.Fragment(
                        Objects.requireNonNull(fragment.getTypeCondition()).getName(),
                        conditions(fragment.getDirectives()),
                        selections(fragment.getSelectionSet()));
            default -> throw new IllegalArgumentException("no part of a fetch: " + selection);
        };
    }

    private static String mergeKey(Field field) {
        return field.getDirectives("key").stream()
                .map(directive -> ((StringValue) Objects.requireNonNull(directive.getArgument("is"))
                                .getValue())
                        .getValue())
                .findFirst()
                .orElse(field.getResultKey());
    }

    private static Conditions conditions(List<Directive> directives) {
        Set<String> include = new HashSet<>();
        Set<String> skip = new HashSet<>();
        for (Directive directive : directives) {
            Argument condition = directive.getArgument("if");
            if (condition != null) {
                String variable = ((VariableReference) condition.getValue()).getName();
                (directive.getName().equals("include") ? include : skip).add(variable);
            }
        }
        return new Conditions(include, skip);
    }

    private static List<RepresentationSelection> parts(@Nullable SelectionSet set, boolean required) {
        return set == null
                ? List.of()
                : set.getSelections().stream().map(part -> part(part, required)).toList();
    }

    private static RepresentationSelection part(graphql.language.Selection<?> selection, boolean required) {
        return switch (selection) {
            case Field field ->
                new RepresentationSelection.Field(
                        field.getName(),
                        field.getResultKey(),
                        required,
                        List.of(),
                        parts(field.getSelectionSet(), required));
            case InlineFragment fragment ->
                new RepresentationSelection.Fragment(
                        Set.of(Objects.requireNonNull(fragment.getTypeCondition())
                                .getName()),
                        parts(fragment.getSelectionSet(), required));
            default -> throw new IllegalArgumentException("no part of a representation: " + selection);
        };
    }

    private static List<PathStep> path(String text) {
        List<PathStep> steps = new ArrayList<>();
        Set<String> types = Set.of();
        for (String step : text.split("\\.", -1)) {
            int bracket = step.indexOf('<');
            steps.add(new PathStep(types, bracket < 0 ? step : step.substring(0, bracket)));
            types = bracket < 0
                    ? Set.of()
                    : new HashSet<>(Arrays.asList(
                            step.substring(bracket + 1, step.length() - 1).split("\\|", -1)));
        }
        return steps;
    }
}
