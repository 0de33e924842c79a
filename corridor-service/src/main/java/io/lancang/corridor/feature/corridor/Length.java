package io.lancang.corridor.feature.corridor;

import io.lancang.kit.cost.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * The length of a corridor.
 *
 * @param km kilometres
 * @param basis where {@code km} is from
 * @param measuredKm sum of the segments that are measured, or null if none is
 * @param coverage how many segments are measured
 */
@Description(
        "The length of a corridor. Segments that are the whole of others are never added to them: where a part is not"
                + " measured, the whole gives the length of its parts.")
@Cost(weight = 0)
public record Length(
        @Description("Kilometres. A sum is no route length where the corridor has branches or parallel lines.")
        double km,

        @Description("Where `km` is from.") @NonNull LengthBasis basis,

        @Description(
                "Kilometres as far as its segments are measured, as parts of a whole or by themselves; null if none is.")
        @Nullable
        Double measuredKm,

        @Description("How many of its segments have a known length.") @NonNull
        LengthCoverage coverage) {
    /**
     * How much of a corridor its measured segments cover.
     *
     * @param measured segments with a known length
     * @param countable segments that may be added up
     */
    @Description("How many segments have a known length, of their own or as parts of a whole that is measured.")
    @Cost(weight = 0)
    public record LengthCoverage(
            @Description("Segments with a known length, of those that may be added up.")
            int measured,

            @Description("Segments that may be added up: all but those that are the whole of others.")
            int countable) {}

    /** The length by the stated one or else by the sum; null if there is neither. */
    static @Nullable Length of(@Nullable Double statedKm, @Nullable Double measuredKm, LengthCoverage coverage) {
        if (statedKm != null) {
            return new Length(statedKm, LengthBasis.STATED, measuredKm, coverage);
        }
        return measuredKm == null ? null : new Length(measuredKm, LengthBasis.SUM_OF_SEGMENTS, measuredKm, coverage);
    }
}
