package io.lancang.federation.compose.problem;

import graphql.language.SourceLocation;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A place in one subgraph's SDL.
 *
 * @param subgraph the subgraph's name
 * @param line the line, counted from 1, or 0 where the place is the subgraph as a whole
 * @param column the column, counted from 1, or 0 where the place is the subgraph as a whole
 */
public record Place(String subgraph, int line, int column) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::subgraph).thenComparingInt(Place::line).thenComparingInt(Place::column);

    /** The place of an element that was read at {@code location}. */
    public static Place of(String subgraph, @Nullable SourceLocation location) {
        return location == null || location.getLine() < 1
                ? whole(subgraph)
                : new Place(subgraph, location.getLine(), location.getColumn());
    }

    /** A subgraph as a whole. */
    public static Place whole(String subgraph) {
        return new Place(subgraph, 0, 0);
    }

    /** The place as compilers write it, in a file or, failing that, a subgraph of this name. */
    public String in(String name) {
        return line == 0 ? name : name + ":" + line + ":" + column;
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return in(subgraph);
    }
}
