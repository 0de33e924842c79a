package io.lancang.federation.compose.merge.type;

import io.lancang.federation.compose.merge.directive.DirectiveMerger;
import io.lancang.federation.compose.merge.source.Overrides;
import io.lancang.federation.compose.merge.source.Source;
import io.lancang.federation.compose.merge.source.TypeHierarchy;
import io.lancang.federation.compose.problem.Problems;
import io.lancang.federation.compose.schema.Element;
import io.lancang.federation.compose.schema.Ordered;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What all mergers of one composition share.
 *
 * @param subgraphs the subgraphs, sorted by name
 * @param graphNames subgraph name to value of {@code join__Graph}
 * @param hierarchy which types are subtypes of which
 * @param overrides which fields moved from one subgraph to another
 * @param directives merges what is applied to an element
 * @param problems where mergers complain
 */
public record Merging(
        List<SubgraphModel> subgraphs,
        Map<String, String> graphNames,
        TypeHierarchy hierarchy,
        Overrides overrides,
        DirectiveMerger directives,
        Problems problems) {

    public Merging {
        subgraphs = List.copyOf(subgraphs);
        graphNames = Ordered.copy(graphNames);
    }

    /** The value of {@code join__Graph} for a subgraph. */
    String graph(SubgraphModel subgraph) {
        return Objects.requireNonNull(graphNames.get(subgraph.name()), "every subgraph has a graph name");
    }

    /** What each subgraph that has an element says about it. */
    <P extends Element, E extends Element> List<Source<E>> children(
            List<Source<P>> parents, Function<P, @Nullable E> child) {
        List<Source<E>> sources = new ArrayList<>();
        for (Source<P> parent : parents) {
            E element = child.apply(parent.element());
            if (element != null) {
                sources.add(new Source<>(parent.subgraph(), element));
            }
        }
        return sources;
    }

    /** The parents that lack a child. */
    <P extends Element, E extends Element> List<Source<P>> lacking(
            List<Source<P>> parents, Function<P, @Nullable E> child) {
        return parents.stream()
                .filter(parent -> child.apply(parent.element()) == null)
                .toList();
    }
}
