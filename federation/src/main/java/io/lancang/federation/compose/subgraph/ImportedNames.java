package io.lancang.federation.compose.subgraph;

import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.SourceLocation;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.FederationDirective;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An import takes the place of the name with a namespace: what is imported as {@code @bar} is not {@code @foo__bar} any more.
 * Directives have their {@code @} here.
 *
 * @param subgraph the subgraph's name
 * @param links what its names mean
 * @param problems where to complain
 */
record ImportedNames(String subgraph, Links links, Problems problems) {

    void check(Document document) {
        Map<String, @Nullable SourceLocation> used = new HashMap<>();
        collect(document, used);
        Set<String> defined = defined(document);
        for (LinkedSpecification specification : links.specifications()) {
            specification.imports().keySet().forEach(name -> {
                String namespaced = specification.inNamespace(name);
                if (used.containsKey(namespaced) && !specification.imports().containsValue(namespaced)) {
                    if (defined.contains(namespaced)) {
                        bothNames(specification, name, namespaced);
                    } else if (specification.isFederation() && !name.startsWith("@")) {
                        unknown(namespaced, specification.imports().get(name), used.get(namespaced));
                    }
                }
            });
        }
        used.forEach((name, location) -> {
            if (isUnlinked(name) && !defined.contains(name)) {
                FederationDirective.byModelName(name.substring(1))
                        .ifPresent(directive -> unknown(name, links.nameInSdl(directive), location));
            }
        });
    }

    /** Whether a directive of federation is applied by a name that no link gives it. */
    private boolean isUnlinked(String name) {
        return name.startsWith("@") && !links.modelNames().containsKey(name.substring(1));
    }

    private static void collect(Node<?> node, Map<String, @Nullable SourceLocation> used) {
        switch (node) {
            case Directive directive -> used.putIfAbsent("@" + directive.getName(), directive.getSourceLocation());
            case TypeName type -> used.putIfAbsent(type.getName(), type.getSourceLocation());
            default -> {
                // Only names are of interest, whatever they stand in.
            }
        }
        for (Node<?> child : node.getChildren()) {
            collect(child, used);
        }
    }

    private static Set<String> defined(Document document) {
        Set<String> defined = new HashSet<>();
        document.getDefinitionsOfType(DirectiveDefinition.class)
                .forEach(definition -> defined.add("@" + definition.getName()));
        document.getDefinitionsOfType(TypeDefinition.class).forEach(definition -> defined.add(definition.getName()));
        return defined;
    }

    private void bothNames(LinkedSpecification specification, String name, String namespaced) {
        problems.error(
                CompositionErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                "schema",
                Place.of(subgraph, specification.location()),
                "\"" + name + "\" is imported from \"" + specification.identity() + "\", but \"" + namespaced
                        + "\" is defined and used; use \""
                        + specification.imports().get(name)
                        + "\" instead, and remove the definition");
    }

    private void unknown(String namespaced, @Nullable String known, @Nullable SourceLocation location) {
        problems.error(
                CompositionErrorCode.INVALID_GRAPHQL,
                namespaced,
                Place.of(subgraph, location),
                "\"" + namespaced + "\" is not known here; write \"" + known + "\", as the links name it");
    }
}
