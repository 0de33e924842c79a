package io.lancang.federation.compose.merge.type;

import io.lancang.federation.compose.merge.source.Descriptions;
import io.lancang.federation.compose.merge.source.Source;
import io.lancang.federation.compose.schema.DirectiveDeclaration;
import io.lancang.federation.compose.schema.DirectiveDeclaration.Repetition;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges directives that clients write in operations. A router may send an operation's directives to any subgraph, so
 * that only those which all subgraphs define, at places that all of them allow, reach the supergraph.
 *
 * @param merging what all mergers share
 */
public record ExecutableDirectives(Merging merging) {

    public Map<String, DirectiveDeclaration> merge() {
        Map<String, DirectiveDeclaration> merged = new LinkedHashMap<>();
        for (String name : merging.subgraphs().getFirst().directives().keySet()) {
            List<Source<DirectiveDeclaration>> sources = new ArrayList<>();
            for (SubgraphModel subgraph : merging.subgraphs()) {
                DirectiveDeclaration declaration = subgraph.directives().get(name);
                if (declaration != null) {
                    sources.add(new Source<>(subgraph, declaration));
                }
            }
            Set<String> locations = commonLocations(sources);
            if (sources.size() == merging.subgraphs().size() && !locations.isEmpty()) {
                merged.put(name, merge(sources, locations));
            }
        }
        return merged;
    }

    private static Set<String> commonLocations(List<Source<DirectiveDeclaration>> sources) {
        Set<String> locations = new LinkedHashSet<>(sources.getFirst().element().locations());
        locations.retainAll(DirectiveDeclaration.EXECUTABLE);
        sources.forEach(source -> locations.retainAll(source.element().locations()));
        return locations;
    }

    private DirectiveDeclaration merge(List<Source<DirectiveDeclaration>> sources, Set<String> locations) {
        DirectiveDeclaration first = sources.getFirst().element();
        boolean repeatable = sources.stream().allMatch(each -> each.element().repetition() == Repetition.REPEATABLE);
        return new DirectiveDeclaration(
                first.name(),
                Descriptions.merge(sources),
                new ArgumentsMerger(merging).merge("@" + first.name(), sources),
                locations,
                repeatable ? Repetition.REPEATABLE : Repetition.ONCE,
                first.location());
    }
}
