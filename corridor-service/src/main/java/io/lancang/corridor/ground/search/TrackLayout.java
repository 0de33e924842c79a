package io.lancang.corridor.ground.search;

import io.lancang.corridor.ground.fact.Mode;

/**
 * Vertices and arcs in which a change of mode or gauge is a step: each place has a vertex of its own and one for each track that passes
 * it, and whoever changes goes from one track to the place and on to the other. Beginning and ending at the place itself costs every
 * way the same. It does not hold the network.
 *
 * @param placeOf the place of each vertex
 * @param first the first arc of each vertex
 * @param ends where each arc leads
 * @param links the link of each arc; below 0 the mode of the track of one that stays at its place, see {@link #stay}
 */
@SuppressWarnings("ArrayRecordComponent") // Shared by the package alone, and never changed once it is made.
record TrackLayout(int[] placeOf, int[] first, int[] ends, int[] links) {
    static final TrackLayout NONE = new TrackLayout(new int[0], new int[1], new int[0], new int[0]);

    /** What stands for the link of an arc between a place and a track of this mode. It lives in memory only. */
    @SuppressWarnings("EnumOrdinal")
    static int stay(Mode mode) {
        return -1 - mode.ordinal();
    }
}
