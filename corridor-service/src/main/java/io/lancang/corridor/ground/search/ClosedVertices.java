package io.lancang.corridor.ground.search;

import java.util.BitSet;

/**
 * The vertices that a way must not enter because it has been there: those on its first part, and all others of the same
 * places, the place that it is at excepted.
 */
final class ClosedVertices {
    private final SearchGraph graph;
    private final BitSet vertices = new BitSet();
    private final BitSet places = new BitSet();

    ClosedVertices(SearchGraph graph) {
        this.graph = graph;
    }

    /** Those of the first part of {@code path}, up to the vertex before {@code index}. */
    static ClosedVertices before(int index, Path path, SearchGraph graph) {
        ClosedVertices closed = new ClosedVertices(graph);
        for (int earlier = 0; earlier < index; earlier++) {
            closed.leave(path.vertices()[earlier], path.vertices()[earlier + 1]);
        }
        return closed;
    }

    /** Closes {@code vertex}, and its place if {@code next} is at another one. */
    void leave(int vertex, int next) {
        vertices.set(vertex);
        if (graph.placeOf(vertex) != graph.placeOf(next)) {
            places.set(graph.placeOf(vertex));
        }
    }

    boolean contains(int vertex) {
        return vertices.get(vertex) || places.get(graph.placeOf(vertex));
    }
}
