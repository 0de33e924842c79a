package io.lancang.federation.plan.tree;

/**
 * A way by which objects of a position are had from a subgraph.
 *
 * @param kind by what
 */
public record Way(Kind kind, int subgraph) {
    enum Kind {
        /** By the field above them. */
        FIELD,
        /** As entities, by a key alone. */
        ENTRY
    }

    public static Way byField(int subgraph) {
        return new Way(Kind.FIELD, subgraph);
    }

    public static Way byEntry(int subgraph) {
        return new Way(Kind.ENTRY, subgraph);
    }
}
