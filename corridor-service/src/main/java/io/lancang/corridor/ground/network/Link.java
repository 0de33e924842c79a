package io.lancang.corridor.ground.network;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.StatusOnDay;
import io.lancang.corridor.ground.travel.LinkTravel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A segment as the network knows it: it can be travelled both ways.
 *
 * @param id id of the segment
 * @param from index of the place that it begins at
 * @param to index of the place that it ends at
 * @param mode its mode
 * @param state its status on the day of the network, and how that is known
 * @param gaugesMm gauges of a railway, empty if unknown or no railway
 * @param travel what it is to those who travel
 * @param measuredKm its length as a source states it, or null
 * @param greatCircleKm distance of its ends, or null if one of them has no coordinates
 * @param km what it counts in comparisons of ways, see {@link Lengths}
 * @param whole index of the whole that it is a part of, or -1
 */
public record Link(
        String id,
        int from,
        int to,
        Mode mode,
        StatusOnDay state,
        List<Integer> gaugesMm,
        LinkTravel travel,
        @Nullable Double measuredKm,
        @Nullable Double greatCircleKm,
        double km,
        int whole) {
    /** No whole. */
    public static final int NO_WHOLE = -1;

    /** The place at the other end. */
    public int otherEnd(int place) {
        return place == from ? to : from;
    }
}
