package io.lancang.corridor.ground.search;

/**
 * What a search walks over: vertices and arcs, each arc with its opposite of the same weight. Vertex {@code p} is where
 * a way over place {@code p} begins and ends; there may be further vertices of the same place. Immutable.
 */
public interface SearchGraph {
    /** The link of an arc that stays at its place. */
    int NO_LINK = -1;
    /** An arc that stays at its place is open to every mode and status. */
    int ALL_TRAITS = -1;

    /** How many vertices there are. */
    int size();

    /** The place of a vertex. */
    int placeOf(int vertex);

    /** The first arc of a vertex; its last is the one before the first of the next vertex. */
    int firstArc(int vertex);

    /** The vertex that an arc begins at. Not made for inner loops. */
    int from(int arc);

    /** The vertex that an arc leads to. */
    int to(int arc);

    /** The link that an arc follows, or {@link #NO_LINK}. */
    int link(int arc);

    /** The bits of an arc's mode and status. */
    int traits(int arc);

    /** What an arc weighs. */
    double weight(int arc);
}
