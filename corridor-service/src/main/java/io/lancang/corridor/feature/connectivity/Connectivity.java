package io.lancang.corridor.feature.connectivity;

import io.lancang.corridor.feature.corridor.CorridorKind;
import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.partner.Partner;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.history.Vantage;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("How a country, or the members of a bloc together, are connected, as far as facts are on record.")
public record Connectivity(
        @Description("The countries that it is about, ordered by code.") @NonNull @ListSize(assumedSize = 15)
        List<@NonNull Partner> partners,

        @Ignore Vantage seen) {
    /**
     * Corridors of one kind and status.
     *
     * @param count how many
     */
    @Description("How many corridors of one kind and status there are.")
    public record CorridorCount(
            @Description("What the corridors are for.") @NonNull
            CorridorKind kind,

            @Description("How far they have come.") @NonNull Status status,

            @Description("How many of them run through at least one of the countries.")
            int count) {}

    /**
     * Segments of one mode and status.
     *
     * @param km sum of the known lengths
     */
    @Description("The segments of one mode and status, and how long they are. Of segments that are the whole of"
            + " others, the parts are counted, and the length is that of the whole where a part is not measured. A line that two"
            + " corridors share counts once.")
    public record SegmentTotal(
            @Description("The mode of the segments.") @NonNull
            Mode mode,

            @Description("How far they have come.") @NonNull Status status,

            @Description("How many segments there are.") int segments,

            @Description("How many of them have a known length, of their own or as parts of a whole that is measured.")
            int measured,

            @Description("Sum of the known lengths in kilometres; null if none is known.") @Nullable
            Double km) {}
}
