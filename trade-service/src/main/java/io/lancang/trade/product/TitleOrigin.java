package io.lancang.trade.product;

import org.eclipse.microprofile.graphql.Description;

@Description("Who wrote a title.")
public enum TitleOrigin {
    @Description("It is published by whoever keeps the classification, or in its name.")
    PUBLISHED,
    @Description("It is a translation, no official text.")
    TRANSLATED;

    /** The origin that the database writes as P or T. */
    static TitleOrigin ofCode(String code) {
        return switch (code) {
            case "P" -> PUBLISHED;
            case "T" -> TRANSLATED;
            default -> throw new IllegalArgumentException("There is no origin '" + code + "'.");
        };
    }
}
