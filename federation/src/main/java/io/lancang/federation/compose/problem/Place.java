package io.lancang.federation.compose.problem;

import graphql.language.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * A place in one subgraph's SDL.
 *
 * @param subgraph the subgraph's name
 * @param line the line, counted from 1, or 0 where the place is the subgraph as a whole
 */
public record Place(String subgraph, int line) implements Comparable<Place> {

    /** The place of an element that was read at {@code location}. */
    public static Place of(String subgraph, @Nullable SourceLocation location) {
        return new Place(subgraph, location == null ? 0 : Math.max(location.getLine(), 0));
    }

    @Override
    public int compareTo(Place other) {
        int bySubgraph = subgraph.compareTo(other.subgraph);
        return bySubgraph != 0 ? bySubgraph : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return line == 0 ? subgraph : subgraph + ":" + line;
    }
}
