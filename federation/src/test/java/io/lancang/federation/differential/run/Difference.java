package io.lancang.federation.differential.run;

/**
 * In what a federation is not what it should be.
 *
 * @param signature what differences of the same cause have in common
 * @param explanation both sides of it
 */
public record Difference(Kind kind, String signature, String explanation) {
    /** Where it shows. */
    public enum Kind {
        /** Subgraphs that fit together do not compose, or what was composed cannot be read. */
        COMPOSITION,
        /** Clients see another schema than the whole's. */
        API_SCHEMA,
        /** A query has no plan, or one that breaks what every plan must keep. */
        PLAN,
        /** The answers are not the same. */
        ANSWER
    }
}
