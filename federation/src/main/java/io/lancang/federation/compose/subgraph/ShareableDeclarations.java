package io.lancang.federation.compose.subgraph;

import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.TypeDefinition;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.FederationDirective;
import java.util.List;

/**
 * {@code @shareable} is repeatable so that a type and its extensions can each have it; on one of these once is enough. The
 * model no longer distinguishes them.
 *
 * @param subgraph the subgraph's name
 * @param links what its names mean
 * @param problems where to complain
 */
record ShareableDeclarations(String subgraph, Links links, Problems problems) {

    void check(Document document) {
        for (TypeDefinition<?> type : document.getDefinitionsOfType(TypeDefinition.class)) {
            List<Directive> shareable =
                    type.getDirectives().stream().filter(this::isShareable).toList();
            if (shareable.size() > 1) {
                problems.error(
                        CompositionErrorCode.INVALID_SHAREABLE_USAGE,
                        type.getName(),
                        Place.of(subgraph, shareable.get(1).getSourceLocation()),
                        "@" + shareable.get(1).getName() + " is applied to one declaration of \"" + type.getName()
                                + "\" twice; once is enough");
            }
        }
    }

    private boolean isShareable(Directive directive) {
        return links.modelName(directive.getName()).equals(FederationDirective.SHAREABLE.modelName());
    }
}
