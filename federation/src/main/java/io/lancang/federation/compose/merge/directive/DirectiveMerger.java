package io.lancang.federation.compose.merge.directive;

import io.lancang.federation.compose.merge.source.Source;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.DirectiveDeclaration;
import io.lancang.federation.compose.schema.DirectiveDeclaration.Repetition;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.Element;
import io.lancang.federation.compose.schema.FederationDirective;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges what subgraphs apply to one element: the directives that the supergraph keeps, under their names in the model.
 *
 * @param composed the custom directives that subgraphs want in the supergraph
 * @param problems where disagreement is hinted at
 */
public record DirectiveMerger(ComposedDirectives composed, Problems problems) {

    /** The directives of the supergraph's element, without those of the join specification. */
    public Directives merge(String coordinate, List<? extends Source<?>> sources) {
        List<Directives> directives = directives(sources);
        List<AppliedDirective> merged = new ArrayList<>();
        for (String builtIn : List.of("deprecated", "specifiedBy", "oneOf")) {
            merged.addAll(mostFrequent(builtIn, coordinate, directives));
        }
        if (directives.stream().anyMatch(each -> each.has(FederationDirective.INACCESSIBLE))) {
            merged.add(AppliedDirective.named(FederationDirective.INACCESSIBLE.modelName())
                    .build());
        }
        merged.addAll(distinct(FederationDirective.TAG.modelName(), directives).keySet());
        merged.addAll(AccessRequirements.merge(directives));
        merged.addAll(CostDirectives.merge(directives));
        for (DirectiveDeclaration declaration : composed.directives().values()) {
            merged.addAll(custom(declaration, coordinate, sources));
        }
        return new Directives(merged);
    }

    private List<AppliedDirective> custom(
            DirectiveDeclaration declaration, String coordinate, List<? extends Source<?>> sources) {
        // A subgraph that does not compose the directive may mean another one by the same name.
        List<Directives> directives = directives(sources.stream()
                .filter(source -> composed.isComposedIn(declaration.name(), source.subgraph()))
                .toList());
        return declaration.repetition() == Repetition.REPEATABLE
                ? List.copyOf(distinct(declaration.name(), directives).keySet())
                : mostFrequent(declaration.name(), coordinate, directives);
    }

    private List<AppliedDirective> mostFrequent(String name, String coordinate, List<Directives> directives) {
        Map<AppliedDirective, Integer> counts = distinct(name, directives);
        AppliedDirective chosen = null;
        int most = 0;
        for (Map.Entry<AppliedDirective, Integer> each : counts.entrySet()) {
            if (each.getValue() > most) {
                chosen = each.getKey();
                most = each.getValue();
            }
        }
        if (chosen == null) {
            return List.of();
        }
        if (counts.size() > 1) {
            problems.hint(
                    coordinate,
                    "@" + name + " differs between subgraphs; the supergraph takes " + chosen.toSdl()
                            + ", which most of them say");
        }
        return List.of(chosen);
    }

    private static List<Directives> directives(List<? extends Source<?>> sources) {
        return sources.stream()
                .map(source -> ((Element) source.element()).directives())
                .toList();
    }

    /** Each application that differs from the others, in the order of the subgraphs, with the number of its equals. */
    private static Map<AppliedDirective, Integer> distinct(String modelName, List<Directives> directives) {
        Map<String, AppliedDirective> bySdl = new LinkedHashMap<>();
        Map<AppliedDirective, Integer> counts = new LinkedHashMap<>();
        directives.stream()
                .flatMap(each -> each.all(modelName))
                .map(each -> bySdl.computeIfAbsent(each.toSdl(), ignored -> each))
                .forEach(each -> counts.merge(each, 1, Integer::sum));
        return counts;
    }
}
