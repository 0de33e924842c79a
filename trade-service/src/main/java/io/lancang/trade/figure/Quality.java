package io.lancang.trade.figure;

import org.eclipse.microprofile.graphql.Description;

/** How sure a figure is, from the surest to none. The order of the values is the order of trust. */
@Description("How sure a figure is, from the surest to none.")
public enum Quality {
    @Description("As its dataset reported it.")
    REPORTED,
    @Description(
            "Computed from reported figures: a sum over the members of a bloc, or a value that the dataset gives by"
                    + " a published rate of growth.")
    DERIVED,
    @Description("Computed by its publisher from what both sides of the trade reported.")
    RECONCILED,
    @Description("Converted by a rate that was implied, not published.")
    ESTIMATED,
    @Description("A rounded figure that customs announced, as quoted by a source. Never part of a sum.")
    HEADLINE,
    @Description("There is no figure; the gap says why.")
    MISSING;

    /** The quality of a figure that the database writes as R, D, C or E. */
    public static Quality ofCode(String code) {
        return switch (code) {
            case "R" -> REPORTED;
            case "D" -> DERIVED;
            case "C" -> RECONCILED;
            case "E" -> ESTIMATED;
            default -> throw new IllegalArgumentException("There is no quality '" + code + "'.");
        };
    }

    /** The less sure of two. */
    public Quality orWeaker(Quality other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
