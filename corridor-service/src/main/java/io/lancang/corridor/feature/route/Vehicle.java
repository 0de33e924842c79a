package io.lancang.corridor.feature.route;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.network.Link;
import java.util.List;
import java.util.Optional;

/**
 * What one can be travelling in.
 *
 * @param mode its mode; empty before the journey
 * @param gaugesMm the gauges that a train can have, having come over all links so far; empty if nothing is known
 */
record Vehicle(Optional<Mode> mode, List<Integer> gaugesMm) {
    static final Vehicle NONE = new Vehicle(Optional.empty(), List.of());

    static Vehicle startingOn(Link link) {
        return new Vehicle(Optional.of(link.mode()), link.gaugesMm());
    }

    /** Whether it can go on over {@code link} as it is. */
    boolean runsOn(Link link) {
        boolean gaugesAreKnown = !gaugesMm.isEmpty() && !link.gaugesMm().isEmpty();
        return mode.filter(link.mode()::equals).isPresent()
                && (!gaugesAreKnown || !common(link).isEmpty());
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
