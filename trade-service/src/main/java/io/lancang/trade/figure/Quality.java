package io.lancang.trade.figure;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/** How sure a figure is, from the surest to none. The order of the values is the order of trust. */
@Description("How sure a figure is, from the surest to none.")
public enum Quality {
    @Description("As its dataset reported it.")
    REPORTED("R"),
    @Description(
            "Computed from reported figures: a sum over the members of a bloc, or a value that the dataset gives by"
                    + " a published rate of growth.")
    DERIVED("D"),
    @Description("Computed by its publisher from what both sides of the trade reported.")
    RECONCILED("C"),
    @Description("Converted by a rate that was implied, not published.")
    ESTIMATED("E"),
    @Description("A rounded figure that customs announced, as quoted by a source. Never part of a sum.")
    HEADLINE(null),
    @Description("There is no figure; the gap says why.")
    MISSING(null);

    private final @Nullable String code;

    Quality(@Nullable String code) {
        this.code = code;
    }

    /** How the database writes it. A figure of a dataset is neither quoted nor missing: those two have no code. */
    public String code() {
        if (code == null) {
            throw new IllegalStateException("No figure of a dataset is " + this + ".");
        }
        return code;
    }

    /** Those that figures of datasets have. */
    public static List<Quality> ofDatasets() {
        return Arrays.stream(values()).filter(quality -> quality.code != null).toList();
    }

    /** The quality of a figure that the database writes so. */
    public static Quality ofCode(String code) {
        for (Quality quality : values()) {
            if (code.equals(quality.code)) {
                return quality;
            }
        }
        throw new IllegalArgumentException("There is no quality '" + code + "'.");
    }

    /** The less sure of two. */
    public Quality orWeaker(Quality other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
