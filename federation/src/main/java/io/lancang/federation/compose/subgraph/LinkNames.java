package io.lancang.federation.compose.subgraph;

import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A name that links give to a subgraph means one thing: no two specifications have one namespace, no two imports one name,
 * and no import has the name that belongs to another specification.
 *
 * @param subgraph the subgraph's name
 * @param problems where to complain
 */
record LinkNames(String subgraph, Problems problems) {

    void check(List<LinkedSpecification> specifications) {
        Map<String, String> namespaces = namespaces(specifications);
        Map<String, String> imported = new HashMap<>();
        for (LinkedSpecification specification : specifications) {
            String identity = specification.identity();
            specification.imports().forEach((name, local) -> {
                String earlier = imported.putIfAbsent(local, identity);
                String owner = local.startsWith("@") ? namespaces.get(local.substring(1)) : null;
                if (earlier != null && !earlier.equals(identity)) {
                    error(
                            specification,
                            "\"" + local + "\" is imported from \"" + earlier + "\" and from \"" + identity
                                    + "\"; rename one of them with \"as\"");
                } else if (owner != null && !owner.equals(identity)) {
                    error(
                            specification,
                            "\"" + name + "\" of \"" + identity + "\" is imported as \"" + local
                                    + "\", which is the name of the linked specification \"" + owner
                                    + "\"; rename the import or the specification with \"as\"");
                }
            });
        }
    }

    /** The specification of each namespace. Federation and link are there whether a subgraph links them or not. */
    private Map<String, String> namespaces(List<LinkedSpecification> specifications) {
        Map<String, String> namespaces = new HashMap<>();
        if (specifications.stream().noneMatch(LinkedSpecification::isFederation)) {
            namespaces.put("federation", LinkedSpecification.FEDERATION);
        }
        if (specifications.stream().noneMatch(LinkedSpecification::isLink)) {
            namespaces.put("link", LinkedSpecification.LINK);
        }
        for (LinkedSpecification specification : specifications) {
            String earlier = namespaces.putIfAbsent(specification.namespace(), specification.identity());
            if (earlier != null && !earlier.equals(specification.identity())) {
                error(
                        specification,
                        "\"" + specification.identity() + "\" is linked as \"" + specification.namespace()
                                + "\", which is the name of \"" + earlier + "\"; take another name with \"as\"");
            }
        }
        return namespaces;
    }

    private void error(LinkedSpecification link, String message) {
        problems.error(
                CompositionErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                "schema",
                Place.of(subgraph, link.location()),
                message);
    }
}
