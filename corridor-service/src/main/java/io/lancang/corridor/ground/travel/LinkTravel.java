package io.lancang.corridor.ground.travel;

import io.lancang.corridor.ground.fact.Mode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a link is to those who travel.
 *
 * @param travelClass null if goods do not travel on it
 * @param designKmh its design speed, or {@link DesignSpeed#UNKNOWN}
 */
public record LinkTravel(@Nullable TravelClass travelClass, int designKmh) {
    /** Of a link without a specification. */
    public static LinkTravel of(Mode mode) {
        return of(mode, List.of(), false, null);
    }

    /** Of a segment by its facts. */
    public static LinkTravel of(
            Mode mode, List<Integer> gaugesMm, boolean isExpressway, @Nullable String specification) {
        return new LinkTravel(TravelClass.of(mode, gaugesMm, isExpressway).orElse(null), DesignSpeed.of(specification));
    }
}
