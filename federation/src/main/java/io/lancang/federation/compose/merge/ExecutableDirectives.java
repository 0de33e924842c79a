package io.lancang.federation.compose.merge;

import io.lancang.federation.compose.schema.DirectiveDeclaration;
import io.lancang.federation.compose.schema.DirectiveDeclaration.Repetition;
import io.lancang.federation.compose.subgraph.Subgraph;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Merges directives that clients write in operations. A router may send an operation's directives to any subgraph, so
 * that only those which all subgraphs define, at places that all of them allow, reach the supergraph.
 */
final class ExecutableDirectives {

    private static final Set<String> EXECUTABLE = Set.of(
            "QUERY",
            "MUTATION",
            "SUBSCRIPTION",
            "FIELD",
            "FRAGMENT_DEFINITION",
            "FRAGMENT_SPREAD",
            "INLINE_FRAGMENT",
            "VARIABLE_DEFINITION");

    private ExecutableDirectives() {}

    static Map<String, DirectiveDeclaration> merge(List<Subgraph> subgraphs) {
        Map<String, DirectiveDeclaration> merged = new LinkedHashMap<>();
        for (DirectiveDeclaration first : subgraphs.getFirst().directives().values()) {
            if (subgraphs.stream().allMatch(each -> each.directives().containsKey(first.name()))) {
                List<DirectiveDeclaration> all = subgraphs.stream()
                        .map(each -> Objects.requireNonNull(each.directives().get(first.name())))
                        .toList();
                Set<String> locations = commonLocations(all);
                if (!locations.isEmpty()) {
                    merged.put(first.name(), merge(all, locations));
                }
            }
        }
        return merged;
    }

    private static Set<String> commonLocations(List<DirectiveDeclaration> all) {
        Set<String> locations = new LinkedHashSet<>(all.getFirst().locations());
        locations.retainAll(EXECUTABLE);
        all.forEach(each -> locations.retainAll(each.locations()));
        return locations;
    }

    private static DirectiveDeclaration merge(List<DirectiveDeclaration> all, Set<String> locations) {
        DirectiveDeclaration first = all.getFirst();
        var arguments = new LinkedHashMap<>(first.arguments());
        all.forEach(each -> arguments.keySet().retainAll(each.arguments().keySet()));
        boolean repeatable = all.stream().allMatch(each -> each.repetition() == Repetition.REPEATABLE);
        return new DirectiveDeclaration(
                first.name(),
                first.description(),
                arguments,
                locations,
                repeatable ? Repetition.REPEATABLE : Repetition.ONCE,
                first.location());
    }
}
