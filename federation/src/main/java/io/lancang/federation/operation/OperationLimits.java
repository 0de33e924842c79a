package io.lancang.federation.operation;

/**
 * How large a client's document and operation may be. Counts are taken with fragments expanded, wherever they are spread,
 * so that a few lines of nested fragments cannot stand for millions of fields.
 *
 * @param maxCharacters of the document
 * @param maxTokens of the document
 * @param maxDepth of nested fields
 * @param maxFields in all
 * @param maxAliases in all
 * @param maxRootFields fields of the root type
 */
public record OperationLimits(
        int maxCharacters, int maxTokens, int maxDepth, int maxFields, int maxAliases, int maxRootFields) {
    /** Wide enough for any query a person or a generator of clients writes. */
    public static final OperationLimits DEFAULT = new OperationLimits(1_000_000, 30_000, 60, 20_000, 2_000, 200);
}
