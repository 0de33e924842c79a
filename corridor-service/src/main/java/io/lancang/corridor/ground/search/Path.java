package io.lancang.corridor.ground.search;

/**
 * A way through a {@link SearchGraph}.
 *
 * @param vertices from the first to the last
 * @param arcs the arcs between them, one fewer
 * @param cost sum of what the arcs cost
 */
public record Path(int[] vertices, int[] arcs, double cost) {
    /** How many arcs it has. */
    public int length() {
        return arcs.length;
    }
}
