package io.lancang.federation.compose.subgraph;

import io.lancang.federation.SubgraphDefinition;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads all subgraphs of a composition. */
public final class Subgraphs {

    private Subgraphs() {}

    /** The subgraphs that can be read; every other one has an error reported. */
    public static List<SubgraphModel> read(List<SubgraphDefinition> definitions, Problems problems) {
        checkNames(definitions, problems);
        SubgraphReader reader = new SubgraphReader(problems);
        List<SubgraphModel> subgraphs = new ArrayList<>();
        for (SubgraphDefinition definition : definitions) {
            reader.read(definition).map(ExternalExtensionKeys::withoutExternal).ifPresent(subgraphs::add);
        }
        ExtensionBases.check(subgraphs, problems);
        return problems.hasErrors() ? subgraphs : FederationOneUpgrade.upgrade(subgraphs, problems);
    }

    private static void checkNames(List<SubgraphDefinition> definitions, Problems problems) {
        if (definitions.isEmpty()) {
            problems.error(
                    CompositionErrorCode.NO_QUERIES,
                    "",
                    List.of(),
                    "there is no subgraph to compose; name at least one");
        }
        Set<String> names = new HashSet<>();
        for (SubgraphDefinition definition : definitions) {
            String name = definition.name();
            if (name.isBlank() || name.equals("_") || name.startsWith("__") || name.startsWith("_:")) {
                problems.error(
                        CompositionErrorCode.INVALID_SUBGRAPH_NAME,
                        "",
                        Place.whole(name),
                        "\"" + name
                                + "\" cannot name a subgraph; take a name with letters that does not start with \"_\"");
            }
            if (!names.add(name)) {
                problems.error(
                        CompositionErrorCode.INVALID_SUBGRAPH_NAME,
                        "",
                        Place.whole(name),
                        "\"" + name + "\" names more than one subgraph; give each its own name");
            }
        }
    }
}
