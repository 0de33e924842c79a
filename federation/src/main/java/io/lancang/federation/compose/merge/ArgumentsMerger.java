package io.lancang.federation.compose.merge;

import io.lancang.federation.compose.problem.ErrorCode;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import io.lancang.federation.compose.schema.InputElement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges the arguments of a field: the supergraph keeps those that every subgraph with the field knows, because a router
 * may ask any of them.
 *
 * @param merging what all mergers share
 */
record ArgumentsMerger(Merging merging) {

    Map<String, InputElement> merge(String coordinate, List<Source<FieldElement>> fields) {
        Set<String> names = new LinkedHashSet<>();
        fields.forEach(field -> names.addAll(field.element().arguments().keySet()));
        Map<String, InputElement> merged = new LinkedHashMap<>();
        for (String name : names) {
            List<Source<InputElement>> sources =
                    merging.children(fields, field -> field.arguments().get(name));
            if (sources.stream().anyMatch(ArgumentsMerger::isFromContext)) {
                continue;
            }
            List<Source<FieldElement>> lacking =
                    merging.lacking(fields, field -> field.arguments().get(name));
            String argument = coordinate + "(" + name + ":)";
            if (lacking.isEmpty()) {
                merged.put(name, InputMerger.forArguments(merging).merge(argument, sources, Directives.NONE));
            } else {
                reportLacking(argument, sources, lacking);
            }
        }
        return merged;
    }

    /** A router fills such an argument itself, so that no client sees it. */
    static boolean isFromContext(Source<InputElement> argument) {
        return argument.element().directives().has(FederationDirective.FROM_CONTEXT);
    }

    private void reportLacking(
            String coordinate, List<Source<InputElement>> sources, List<Source<FieldElement>> lacking) {
        List<Source<InputElement>> requiring =
                sources.stream().filter(source -> source.element().required()).toList();
        if (requiring.isEmpty()) {
            merging.problems()
                    .hint(
                            coordinate,
                            "\"" + coordinate + "\" is left out, because " + Source.names(lacking) + " do not know it");
            return;
        }
        merging.problems()
                .error(
                        ErrorCode.REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH,
                        coordinate,
                        Source.places(requiring),
                        "\"" + coordinate + "\" is required in " + Source.names(requiring) + " but unknown to "
                                + Source.names(lacking)
                                + "; add it there, or make it optional");
    }
}
