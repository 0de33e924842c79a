package io.lancang.federation.compose.merge.type;

import io.lancang.federation.compose.merge.source.Source;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.InputElement;
import io.lancang.federation.compose.schema.WithArguments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Merges the arguments of a field or directive, those apart that a router fills from a context: no client sees them.
 *
 * @param merging what all mergers share
 */
record ArgumentsMerger(Merging merging) {

    <P extends WithArguments> Map<String, InputElement> merge(String coordinate, List<Source<P>> parents) {
        Set<String> contextual = parents.stream()
                .flatMap(parent -> parent.element().arguments().values().stream())
                .filter(ArgumentsMerger::isFromContext)
                .map(InputElement::name)
                .collect(Collectors.toSet());
        contextual.forEach(name -> checkContextual(coordinate + "(" + name + ":)", name, parents));
        return InputsMerger.forArguments(merging)
                .merge(
                        parents,
                        parent -> without(parent.arguments(), contextual),
                        name -> coordinate + "(" + name + ":)",
                        ignored -> Directives.NONE);
    }

    private static Map<String, InputElement> without(Map<String, InputElement> arguments, Set<String> names) {
        Map<String, InputElement> others = new LinkedHashMap<>(arguments);
        others.keySet().removeAll(names);
        return others;
    }

    private static boolean isFromContext(InputElement argument) {
        return argument.directives().has(FederationDirective.FROM_CONTEXT);
    }

    /** Who requires the argument of the context itself has no value for it where the other subgraph is asked. */
    private <P extends WithArguments> CompositionErrorCode codeOfDemand(String name, List<Source<P>> parents) {
        boolean required = merging
                .children(parents, parent -> parent.arguments().get(name))
                .stream()
                .anyMatch(source ->
                        isFromContext(source.element()) && source.element().required());
        return required
                ? CompositionErrorCode.CONTEXT_INVALID_SELECTION
                : CompositionErrorCode.CONTEXTUAL_ARGUMENT_NOT_CONTEXTUAL_IN_ALL_SUBGRAPHS;
    }

    /** A subgraph that does not take the argument from a context gets none at all, so that it has to do without. */
    private <P extends WithArguments> void checkContextual(String coordinate, String name, List<Source<P>> parents) {
        List<Source<InputElement>> demanding =
                merging.children(parents, parent -> parent.arguments().get(name)).stream()
                        .filter(source -> source.element().required() && !isFromContext(source.element()))
                        .toList();
        if (!demanding.isEmpty()) {
            merging.problems()
                    .error(
                            codeOfDemand(name, parents),
                            coordinate,
                            Source.places(demanding),
                            "\"" + coordinate
                                    + "\" comes from a context in another subgraph, so that clients cannot give"
                                    + " it, but " + Source.names(demanding)
                                    + " requires it; add @fromContext there, or make it optional");
        }
    }
}
