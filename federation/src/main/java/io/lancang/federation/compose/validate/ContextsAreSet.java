package io.lancang.federation.compose.validate;

import io.lancang.federation.compose.problem.ErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.TypeElement;
import io.lancang.federation.compose.subgraph.ContextReference;
import io.lancang.federation.compose.subgraph.Subgraph;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An argument from a context names one that a type of the same subgraph sets, and selects something of it. */
final class ContextsAreSet implements SubgraphRule {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    @Override
    public void check(Subgraph subgraph, Problems problems) {
        Set<String> names = new HashSet<>();
        for (TypeElement type : subgraph.types().values()) {
            type.directives().all(FederationDirective.CONTEXT).forEach(context -> {
                String name = String.valueOf(context.text("name"));
                names.add(name);
                checkName(subgraph, type, name, context, problems);
            });
        }
        Fields.forEach(
                subgraph,
                (type, field) -> field.arguments()
                        .values()
                        .forEach(argument -> argument.directives()
                                .first(FederationDirective.FROM_CONTEXT)
                                .ifPresent(fromContext -> check(
                                        subgraph,
                                        Fields.coordinate(type, field) + "(" + argument.name() + ":)",
                                        fromContext,
                                        names,
                                        problems))));
    }

    private static void checkName(
            Subgraph subgraph, TypeElement type, String name, AppliedDirective context, Problems problems) {
        if (!NAME.matcher(name).matches()) {
            problems.error(
                    ErrorCode.CONTEXT_NAME_INVALID,
                    type.name(),
                    Place.of(subgraph.name(), context.location()),
                    "\"" + name + "\" is no name of a context; use letters and digits, the first a letter");
        }
    }

    private static void check(
            Subgraph subgraph, String coordinate, AppliedDirective fromContext, Set<String> names, Problems problems) {
        Place place = Place.of(subgraph.name(), fromContext.location());
        Optional<ContextReference> reference = ContextReference.of(fromContext);
        if (reference.isEmpty()) {
            problems.error(
                    ErrorCode.CONTEXT_INVALID_SELECTION,
                    coordinate,
                    place,
                    "@fromContext on \"" + coordinate + "\" needs a field such as \"$context { id }\"");
        } else if (!names.contains(reference.get().context())) {
            problems.error(
                    ErrorCode.CONTEXT_NOT_SET,
                    coordinate,
                    place,
                    "@fromContext on \"" + coordinate + "\" names the context \""
                            + reference.get().context() + "\", which no type of the subgraph sets with @context");
        }
    }
}
