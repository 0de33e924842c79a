package io.lancang.federation.compose.subgraph;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.RootOperation;
import io.lancang.federation.compose.schema.TypeElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A type that is only ever extended has an owner missing, most often because of a misspelt name. */
final class ExtensionBases {

    private ExtensionBases() {}

    static void check(List<SubgraphModel> subgraphs, Problems problems) {
        Map<String, List<Place>> extensions = new TreeMap<>();
        for (SubgraphModel subgraph : subgraphs) {
            for (String name : subgraph.extensions()) {
                TypeElement type = subgraph.type(name);
                if (type != null && !isDefined(subgraphs, name)) {
                    extensions
                            .computeIfAbsent(name, ignored -> new ArrayList<>())
                            .add(subgraph.place(type));
                }
            }
        }
        extensions.forEach(
                (name, places) -> problems.error(
                        CompositionErrorCode.EXTENSION_WITH_NO_BASE,
                        name,
                        places,
                        "\"" + name
                                + "\" is extended, but no subgraph defines it; leave \"extend\" out in one of them, or correct the name"));
    }

    /** Root types are there in every supergraph. */
    private static boolean isDefined(List<SubgraphModel> subgraphs, String name) {
        return RootOperation.byTypeName(name).isPresent()
                || subgraphs.stream()
                        .anyMatch(subgraph -> subgraph.type(name) != null
                                && !subgraph.extensions().contains(name));
    }
}
