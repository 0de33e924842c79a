package io.lancang.federation.plan;

/**
 * A way by which objects of a position are had from a subgraph.
 *
 * @param kind by what
 */
record Way(Kind kind, int subgraph) {
    enum Kind {
        /** By the field above them. */
        FIELD,
        /** As entities, by a key alone. */
        ENTRY
    }

    static Way byField(int subgraph) {
        return new Way(Kind.FIELD, subgraph);
    }

    static Way byEntry(int subgraph) {
        return new Way(Kind.ENTRY, subgraph);
    }
}
