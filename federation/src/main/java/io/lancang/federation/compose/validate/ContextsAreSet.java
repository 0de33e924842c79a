package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.FieldsType;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.subgraph.ContextReference;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * An argument from a context names one that a type of the same subgraph sets, selects a value of its type, and stands where
 * a router can fill it: on a field of an object that it can enter by a key.
 */
final class ContextsAreSet implements SubgraphRule {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    @Override
    public void check(SubgraphModel subgraph, Problems problems) {
        Map<String, List<TypeElement>> setters = new LinkedHashMap<>();
        for (TypeElement type : subgraph.types().values()) {
            type.directives().all(FederationDirective.CONTEXT).forEach(context -> {
                String name = String.valueOf(context.text("name"));
                setters.computeIfAbsent(name, ignored -> new ArrayList<>()).add(type);
                checkName(subgraph, type, name, context, problems);
            });
        }
        Fields.forEach(
                subgraph,
                (type, field) -> contextual(field.arguments(), (argument, fromContext) -> {
                    String coordinate = Fields.coordinate(type, field) + "(" + argument.name() + ":)";
                    Argument use = new Argument(subgraph, coordinate, argument, fromContext, problems);
                    use.checkPlace(type, field);
                    use.checkReference(setters);
                }));
        subgraph.directives()
                .values()
                .forEach(directive -> contextual(
                        directive.arguments(),
                        (argument, fromContext) -> new Argument(
                                        subgraph,
                                        "@" + directive.name() + "(" + argument.name() + ":)",
                                        argument,
                                        fromContext,
                                        problems)
                                .misplaced("is an argument of a directive, which no router fills")));
    }

    private static void contextual(
            Map<String, InputElement> arguments, BiConsumer<InputElement, AppliedDirective> visitor) {
        for (InputElement argument : arguments.values()) {
            argument.directives()
                    .first(FederationDirective.FROM_CONTEXT)
                    .ifPresent(fromContext -> visitor.accept(argument, fromContext));
        }
    }

    private static void checkName(
            SubgraphModel subgraph, TypeElement type, String name, AppliedDirective context, Problems problems) {
        if (!NAME.matcher(name).matches()) {
            problems.error(
                    CompositionErrorCode.CONTEXT_NAME_INVALID,
                    type.name(),
                    Place.of(subgraph.name(), context.location()),
                    "\"" + name + "\" is no name of a context; use letters and digits, the first a letter");
        }
    }

    private record Argument(
            SubgraphModel subgraph,
            String coordinate,
            InputElement argument,
            AppliedDirective fromContext,
            Problems problems) {

        void checkPlace(FieldsType type, FieldElement field) {
            if (type.isInterface()) {
                misplaced("is an argument of an interface's field");
            } else if (type.interfaces().stream()
                    .anyMatch(name -> subgraph.field(name, field.name()).isPresent())) {
                misplaced("belongs to a field that an interface declares, which has no such argument for clients");
            }
            if (argument.defaultValue() != null) {
                misplaced("has a default, which no router would ever use");
            }
            boolean entered =
                    type.directives().all(FederationDirective.KEY).anyMatch(key -> key.flag("resolvable", true));
            if (type.isObject() && !entered) {
                error(
                        CompositionErrorCode.CONTEXT_NO_RESOLVABLE_KEY,
                        "\"" + coordinate + "\" comes from a context, but \"" + type.name()
                                + "\" has no resolvable @key by which a router could enter it with the value; add one");
            }
        }

        void misplaced(String reason) {
            error(
                    CompositionErrorCode.CONTEXT_NOT_SET,
                    "\"" + coordinate + "\" cannot come from a context: it " + reason + "; remove @fromContext");
        }

        void checkReference(Map<String, List<TypeElement>> setters) {
            Optional<ContextReference> reference = ContextReference.of(fromContext);
            if (reference.isEmpty()) {
                error(
                        CompositionErrorCode.NO_CONTEXT_IN_SELECTION,
                        "@fromContext on \"" + coordinate
                                + "\" names no context and what to select of it; write a field"
                                + " such as \"$context { id }\"");
                return;
            }
            List<TypeElement> types = setters.getOrDefault(reference.get().context(), List.of());
            if (types.isEmpty()) {
                error(
                        CompositionErrorCode.CONTEXT_NOT_SET,
                        "@fromContext on \"" + coordinate + "\" names the context \""
                                + reference.get().context()
                                + "\", which no type of the subgraph sets with @context; set it, or correct the name");
                return;
            }
            new ContextSelection(subgraph, argument.type())
                    .complaints(reference.get().selection(), types)
                    .forEach(complaint -> error(
                            CompositionErrorCode.CONTEXT_INVALID_SELECTION,
                            "@fromContext on \"" + coordinate + "\" selects \""
                                    + reference.get().selection() + "\" of the context \""
                                    + reference.get().context() + "\": " + complaint));
        }

        private void error(CompositionErrorCode code, String message) {
            problems.error(code, coordinate, Place.of(subgraph.name(), fromContext.location()), message);
        }
    }
}
