package io.lancang.federation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole answer as JSON in UTF-8.
 *
 * @param body holds the answer in its first {@code length} bytes; not to be changed
 * @param errors how many of its errors have which code, see {@link #counted}
 */
public record GraphQLResponse(Outcome outcome, byte[] body, int length, Map<String, Integer> errors) {
    /** Instead of further codes. */
    public static final String OTHER = "OTHER";

    private static final int MAXIMUM_CODES = 16;
    private static final int MAXIMUM_LENGTH = 64;

    /** An answer that reports no errors by their codes. */
    public GraphQLResponse(Outcome outcome, byte[] body, int length) {
        this(outcome, body, length, Map.of());
    }

    /** How a request ended; HTTP status codes depend on it. */
    public enum Outcome {
        /** Data without errors. */
        DATA,
        /** Execution began, and there are errors beside (possibly null) data. */
        DATA_WITH_ERRORS,
        /** The request was refused before execution: syntax, validation, variables, limits. There is no {@code data}. */
        REQUEST_ERROR
    }

    /**
     * How often each code is there, in the order in which they come. Subgraphs choose codes of their own: those that are longer than
     * {@value #MAXIMUM_LENGTH} characters, and all after the first {@value #MAXIMUM_CODES}, count as {@value #OTHER}.
     */
    public static Map<String, Integer> counted(List<String> codes) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String code : codes) {
            boolean isKept =
                    counts.containsKey(code) || (counts.size() < MAXIMUM_CODES && code.length() <= MAXIMUM_LENGTH);
            counts.merge(isKept ? code : OTHER, 1, Integer::sum);
        }
        return counts;
    }
}
