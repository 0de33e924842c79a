package io.lancang.federation;

/**
 * How long the parts of a document may be. They are checked on the text, before anything is made of it, because parsing and
 * checking some of them takes time that grows with the square of their length.
 *
 * @param maxTokens names, numbers, strings and punctuators in all
 * @param maxNameLength characters of a name
 * @param maxNumberLength characters of a number
 * @param maxStringLength characters of a string, as it is written
 * @param maxNesting brackets, braces and parentheses that are open at the same time
 * @param maxListItems items of one list, and fields of one input object, that are written out
 * @param maxArguments arguments of one field or directive
 * @param maxDirectives directives of one element
 * @param maxVariables variables of one operation
 * @param maxOperations operations of the document
 * @param maxFragments definitions of fragments
 */
public record FormLimits(
        int maxTokens,
        int maxNameLength,
        int maxNumberLength,
        int maxStringLength,
        int maxNesting,
        int maxListItems,
        int maxArguments,
        int maxDirectives,
        int maxVariables,
        int maxOperations,
        int maxFragments) {
    /** Several times what the longest documents have that people and generators of clients write. */
    public static final FormLimits DEFAULT =
            new FormLimits(30_000, 256, 400, 100_000, 120, 5_000, 200, 30, 500, 50, 500);

    public FormLimits withMaxTokens(int changed) {
        return new FormLimits(
                changed,
                maxNameLength,
                maxNumberLength,
                maxStringLength,
                maxNesting,
                maxListItems,
                maxArguments,
                maxDirectives,
                maxVariables,
                maxOperations,
                maxFragments);
    }
}
