package io.lancang.gateway.config.limits;

import io.smallrye.config.WithDefault;

/**
 * How long the parts of a document may be. What exceeds one of these limits is refused with {@code LIMIT_EXCEEDED} and its place,
 * before the document is parsed.
 */
public interface DocumentLimitsConfig {
    /** How many characters a name may have. */
    @WithDefault("256")
    int maxNameLength();

    /** How many characters a number may have. Its exponent may have nine digits in any case. */
    @WithDefault("400")
    int maxNumberLength();

    /** How many characters a string may have as it stands in the document. One in a variable may be longer. */
    @WithDefault("100000")
    int maxStringLength();

    /** How many braces, brackets and parentheses may be open at the same time, and how deep fragments may be nested. */
    @WithDefault("120")
    int maxNesting();

    /** How many items a list, and how many fields an input object may have that stands in the document. */
    @WithDefault("5000")
    int maxListItems();

    /** How many arguments a field or directive may have. */
    @WithDefault("200")
    int maxArguments();

    /** How many directives may stand on one element. */
    @WithDefault("30")
    int maxDirectives();

    /** How many variables an operation may define. */
    @WithDefault("500")
    int maxVariables();

    /** How many operations a document may have. */
    @WithDefault("50")
    int maxOperations();

    /** How many named fragments a document may have. */
    @WithDefault("500")
    int maxFragments();
}
