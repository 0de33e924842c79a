package io.lancang.federation.compose.merge;

import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.AppliedDirective;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.Element;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.Ordered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges what subgraphs apply to one element: the directives that the supergraph keeps.
 *
 * @param composed the names of custom directives that a subgraph wants in the supergraph
 * @param problems where disagreement is hinted at
 */
record DirectiveMerger(Set<String> composed, Problems problems) {

    DirectiveMerger {
        composed = Ordered.copy(composed);
    }

    /** The directives of the supergraph's element, without those of the join specification. */
    Directives merge(String coordinate, List<? extends Source<?>> sources) {
        List<AppliedDirective> merged = new ArrayList<>();
        merged.addAll(firstOf("deprecated", coordinate, sources));
        merged.addAll(firstOf("specifiedBy", coordinate, sources));
        merged.addAll(firstOf("oneOf", coordinate, sources));
        merged.addAll(once(FederationDirective.INACCESSIBLE, sources));
        merged.addAll(once(FederationDirective.AUTHENTICATED, sources));
        merged.addAll(distinct(FederationDirective.TAG.modelName(), FederationDirective.TAG.specName(), sources));
        merged.addAll(AccessRequirements.merge(FederationDirective.REQUIRES_SCOPES, "scopes", applied(sources)));
        merged.addAll(AccessRequirements.merge(FederationDirective.POLICY, "policies", applied(sources)));
        merged.addAll(CostDirectives.merge(applied(sources)));
        composed.forEach(name -> merged.addAll(distinct(name, name, sources)));
        return new Directives(merged);
    }

    private List<AppliedDirective> firstOf(String name, String coordinate, List<? extends Source<?>> sources) {
        List<AppliedDirective> all = distinct(name, name, sources);
        if (all.size() > 1) {
            problems.hint(
                    coordinate,
                    "@" + name + " differs between subgraphs; the supergraph takes "
                            + all.getFirst().toSdl());
        }
        return all.stream().limit(1).toList();
    }

    private static List<AppliedDirective> once(FederationDirective directive, List<? extends Source<?>> sources) {
        return applied(sources).stream().anyMatch(each -> each.has(directive))
                ? List.of(AppliedDirective.named(directive.specName()).build())
                : List.of();
    }

    private static List<AppliedDirective> distinct(
            String modelName, String printedName, List<? extends Source<?>> sources) {
        Map<String, AppliedDirective> bySdl = new LinkedHashMap<>();
        applied(sources).stream()
                .flatMap(each -> each.all(modelName))
                .map(each -> each.renamed(printedName))
                .forEach(each -> bySdl.putIfAbsent(each.toSdl(), each));
        return List.copyOf(bySdl.values());
    }

    private static List<Directives> applied(List<? extends Source<?>> sources) {
        return sources.stream()
                .map(source -> ((Element) source.element()).directives())
                .toList();
    }
}
