package io.lancang.corridor.finding;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Doubts that whoever wrote a row states in its note. The words are those of the files that ship, and what others write for the
 * same; IMPORT.md tells them to those who load files.
 */
enum StatedDoubts {
    /** A length or capacity that another source gives otherwise; a code whose place is elsewhere; directions mixed up. */
    SOURCES_DISAGREE(
            FindingKind.SOURCES_DISAGREE,
            "differs? between sources|sources (differ|disagree)|disputed|[0-9] (km|bcm/y)[^;]* (in|per) [0-9]{4} source"
                    + "|geocode is wrong|source text swaps"),
    /** Told by nobody who could know, or expected by a source of which no other says whether it came true. */
    UNVERIFIED(
            FindingKind.UNVERIFIED,
            "unverified|unconfirmed|not confirmed|expected [^;]* in [0-9]{4} source|secondary publisher"),
    /** Computed by whoever made the row, such as the difference of two lengths. */
    DERIVED(FindingKind.DERIVED, "derived:"),
    /** Coordinates of something near, taken for those that no source gives. */
    APPROXIMATE(
            FindingKind.APPROXIMATE,
            "approximated|same point for both sides|town-level coordinate|, not the (quay|oil jetty|cable station)|is within about");

    private static final String TERMS = Arrays.stream(values())
            .map(doubt -> "('" + doubt.kind + "', '" + doubt.words + "')")
            .collect(Collectors.joining(", "));

    private final FindingKind kind;
    private final String words;

    /** @param words a POSIX regular expression of PostgreSQL; case does not matter */
    StatedDoubts(FindingKind kind, String words) {
        this.kind = kind;
        this.words = words;
    }

    /**
     * The statement that finds them: kind, id and the words.
     *
     * @param view of the present
     * @param column that has the words
     */
    static String in(String view, String column) {
        return "select d.kind, x.id, x." + column + " as detail from " + view + " x join (values " + TERMS
                + ") as d (kind, words) on x." + column + " ~* d.words\n";
    }
}
