package io.lancang.federation.compose.merge.type;

import graphql.language.Type;
import io.lancang.federation.compose.merge.source.Descriptions;
import io.lancang.federation.compose.merge.source.Source;
import io.lancang.federation.compose.merge.source.TypeReconciler;
import io.lancang.federation.compose.problem.CompositionErrorCode;
import io.lancang.federation.compose.schema.Directives;
import io.lancang.federation.compose.schema.FederationDirective;
import io.lancang.federation.compose.schema.FieldElement;
import java.util.List;
import java.util.Optional;

/**
 * Merges one field of an object or interface.
 *
 * @param merging what all mergers share
 */
record FieldMerger(Merging merging) {

    /**
     * The field of the supergraph.
     *
     * @param owners the number of subgraphs that have the type
     * @param sources the subgraphs that have the field, at least one
     */
    FieldElement merge(String typeName, int owners, List<Source<FieldElement>> sources) {
        FieldElement first = sources.getFirst().element();
        String coordinate = typeName + "." + first.name();
        List<Source<FieldElement>> resolving = resolving(sources);
        Type<?> type = type(coordinate, resolving);
        Directives joins = new Directives(new JoinField(merging).directives(typeName, owners, sources, type));
        return new FieldElement(
                first.name(),
                Descriptions.merge(resolving),
                type,
                new ArgumentsMerger(merging).merge(coordinate, resolving),
                joins.with(CacheTagDirectives.of(merging, sources))
                        .with(merging.directives().merge(coordinate, sources).applied()),
                first.location());
    }

    /** External fields only repeat what another subgraph says; where all are external, that is an error of its own. */
    private static List<Source<FieldElement>> resolving(List<Source<FieldElement>> sources) {
        List<Source<FieldElement>> resolving = sources.stream()
                .filter(source -> !source.element().directives().has(FederationDirective.EXTERNAL))
                .toList();
        return resolving.isEmpty() ? sources : resolving;
    }

    private Type<?> type(String coordinate, List<Source<FieldElement>> sources) {
        List<Type<?>> types =
                sources.stream().<Type<?>>map(source -> source.element().type()).toList();
        Optional<Type<?>> merged = new TypeReconciler(merging.hierarchy()).forOutput(types);
        if (merged.isEmpty()) {
            merging.problems()
                    .error(
                            CompositionErrorCode.FIELD_TYPE_MISMATCH,
                            coordinate,
                            Source.places(sources),
                            "the type of \"" + coordinate + "\" is "
                                    + TypeReconciler.describe(sources, FieldElement::type)
                                    + ", and none of them covers all; use one type in every subgraph");
        } else if (!TypeReconciler.same(types)) {
            merging.problems()
                    .hint(
                            coordinate,
                            "the type of \"" + coordinate + "\" is "
                                    + TypeReconciler.describe(sources, FieldElement::type)
                                    + "; the supergraph takes the widest");
        }
        return merged.orElseGet(types::getFirst);
    }
}
