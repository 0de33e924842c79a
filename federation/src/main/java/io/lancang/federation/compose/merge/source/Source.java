package io.lancang.federation.compose.merge.source;

import io.lancang.federation.compose.problem.Place;
import io.lancang.federation.compose.schema.Element;
import io.lancang.federation.compose.subgraph.SubgraphModel;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An element with the subgraph that it comes from.
 *
 * @param subgraph the subgraph
 * @param element what it says
 * @param <E> the kind of element
 */
public record Source<E extends Element>(SubgraphModel subgraph, E element) {

    public Place place() {
        return subgraph.place(element);
    }

    public static List<Place> places(List<? extends Source<?>> sources) {
        return sources.stream().map(Source::place).toList();
    }

    /** The subgraphs' names for a message, such as {@code "a", "b"}. */
    public static String names(List<? extends Source<?>> sources) {
        return sources.stream()
                .map(source -> "\"" + source.subgraph().name() + "\"")
                .collect(Collectors.joining(", "));
    }
}
