package io.lancang.corridor.route;

/**
 * A way through a {@link SearchGraph}.
 *
 * @param vertices from the first to the last
 * @param arcs the arcs between them, one fewer
 * @param cost sum of what the arcs cost
 */
record Path(int[] vertices, int[] arcs, double cost) {
    int length() {
        return arcs.length;
    }
}
