package io.lancang.federation;

import java.time.Duration;

/**
 * How large a client's document and operation may be. Counts are taken with fragments expanded, wherever they are spread,
 * so that a few lines of nested fragments cannot stand for millions of fields.
 *
 * @param maxCharacters of the document
 * @param maxDepth of nested fields
 * @param maxFields in all
 * @param maxFragments spread or inline, in all
 * @param maxAliases in all
 * @param maxRootFields fields of the root type
 * @param maxErrors how many faults of one document or of one set of variables are listed
 * @param maxVariableValues of the variables of one request, what is in lists and objects counted too
 * @param maxPreparation how long parsing, checking and planning may take together
 * @param form how long the parts of a document's text may be
 */
public record OperationLimits(
        int maxCharacters,
        int maxDepth,
        int maxFields,
        int maxFragments,
        int maxAliases,
        int maxRootFields,
        int maxErrors,
        int maxVariableValues,
        Duration maxPreparation,
        FormLimits form) {
    /** Wide enough for any query a person or a generator of clients writes. */
    public static final OperationLimits DEFAULT = new OperationLimits(
            1_000_000, 60, 5_000, 5_000, 2_000, 200, 20, 50_000, Duration.ofSeconds(5), FormLimits.DEFAULT);
}
