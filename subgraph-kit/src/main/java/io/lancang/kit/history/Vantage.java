package io.lancang.kit.history;

import org.jspecify.annotations.Nullable;

/**
 * From when facts are seen.
 *
 * @param release number of the last release that was loaded then; null for the present
 */
public record Vantage(@Nullable Long release) {
    /** The present. */
    public static final Vantage PRESENT = new Vantage(null);

    /**
     * The SQL condition that a row is seen from here. The present asks for what nothing superseded, since the indexes
     * hold just that.
     *
     * @param alias the alias of a table with {@code release_id} and {@code superseded_by}; from code, never from input
     */
    public String sees(String alias) {
        if (release == null) {
            return alias + ".superseded_by is null";
        }
        return "(%1$s.release_id <= %2$d and (%1$s.superseded_by is null or %1$s.superseded_by > %2$d))"
                .formatted(alias, release);
    }
}
