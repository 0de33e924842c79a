package io.lancang.corridor.feature.route;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.network.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one can be travelling in.
 *
 * @param mode its mode; null before the journey
 * @param gaugesMm the gauges that a train can have, having come over all links so far; empty if nothing is known
 */
record Vehicle(@Nullable Mode mode, List<Integer> gaugesMm) {
    static final Vehicle NONE = new Vehicle(null, List.of());

    static Vehicle startingOn(Link link) {
        return new Vehicle(link.mode(), link.gaugesMm());
    }

    /** Whether it can go on over {@code link} as it is. */
    boolean runsOn(Link link) {
        boolean gaugesAreKnown = !gaugesMm.isEmpty() && !link.gaugesMm().isEmpty();
        return mode == link.mode() && (!gaugesAreKnown || !common(link).isEmpty());
    }

    /** The vehicle on {@code link}, over which it runs. */
    Vehicle on(Link link) {
        if (link.gaugesMm().isEmpty()) {
            return this;
        }
        return new Vehicle(mode, gaugesMm.isEmpty() ? link.gaugesMm() : common(link));
    }

    private List<Integer> common(Link link) {
        return gaugesMm.stream().filter(link.gaugesMm()::contains).toList();
    }
}
