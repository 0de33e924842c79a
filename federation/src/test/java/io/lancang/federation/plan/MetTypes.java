package io.lancang.federation.plan;

import io.lancang.federation.supergraph.Subgraph;
import io.lancang.federation.supergraph.SubgraphField;
import io.lancang.federation.supergraph.SubgraphType;
import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.supergraph.SupergraphType;
import io.lancang.federation.supergraph.TypeKind;
import io.lancang.federation.supergraph.TypeNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Of which types objects can be at the paths of a plan: those that the subgraph knows which answers there. Where several
 * subgraphs answer the same field of the same object, the object below is of a type that all of them know.
 */
final class MetTypes {
    private final Supergraph supergraph;
    private final Map<String, Subgraph> subgraphs = new HashMap<>();

    /** By path, and then by the type of the object above. */
    private final Map<String, Map<String, Set<String>>> types = new HashMap<>();

    MetTypes(Supergraph supergraph) {
        this.supergraph = supergraph;
        supergraph.subgraphs().forEach(subgraph -> subgraphs.put(subgraph.name(), subgraph));
    }

    /** Notes what a fetch asks of objects of a type; the type of a call's selections is said by their fragments. */
    void note(String subgraph, String path, String type, List<FetchSelection> selections) {
        for (FetchSelection selection : selections) {
            switch (selection) {
                case FetchSelection.Fragment fragment ->
                    note(subgraph, path, fragment.typeCondition(), fragment.selections());
                case FetchSelection.Field field -> {
                    if (!field.selections().isEmpty()) {
                        String below = path.isEmpty() ? field.mergeKey() : path + "/" + field.mergeKey();
                        String named = named(subgraph, type, field.name());
                        noteObjects(below, possible(subgraph, type), possible(subgraph, named));
                        note(subgraph, below, named, field.selections());
                    }
                }
            }
        }
    }

    private void noteObjects(String path, Set<String> above, Set<String> objects) {
        Map<String, Set<String>> here = types.computeIfAbsent(path, added -> new HashMap<>());
        for (String type : above) {
            here.computeIfAbsent(type, added -> new HashSet<>(objects)).retainAll(objects);
        }
    }

    /** Whether objects of any of the types can be at a path. */
    boolean anyOf(Set<String> wanted, String path) {
        if (path.isEmpty()) {
            return !wanted.isEmpty();
        }
        return types.getOrDefault(path, Map.of()).values().stream()
                .anyMatch(objects -> objects.stream().anyMatch(wanted::contains));
    }

    private String named(String subgraph, String type, String field) {
        SubgraphField known = Objects.requireNonNull(view(subgraph, type).field(field));
        return TypeNames.named(known.type());
    }

    private Set<String> possible(String subgraph, String type) {
        SubgraphType view = view(subgraph, type);
        SupergraphType whole = Objects.requireNonNull(supergraph.type(type));
        return view.kind() == TypeKind.INTERFACE_OBJECT ? whole.possibleTypes() : view.possibleTypes();
    }

    private SubgraphType view(String subgraph, String type) {
        Subgraph known = Objects.requireNonNull(subgraphs.get(subgraph));
        return Objects.requireNonNull(supergraph.type(known, type), () -> subgraph + " knows no " + type);
    }
}
