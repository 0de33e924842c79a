package io.lancang.corridor.feature.route;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.search.TravelWeights;
import io.lancang.corridor.ground.travel.Toll;
import io.lancang.corridor.ground.travel.TravelModel;
import org.jspecify.annotations.Nullable;

/** Adds up what goods need on their way. Belongs to one thread. */
final class TravelSum {
    private final Network network;
    private final TravelModel model;
    private Toll running = Toll.NONE;
    private Toll borders = Toll.NONE;
    private Toll handling = Toll.NONE;
    private double km;
    private boolean isTravelled = true;

    TravelSum(Network network, TravelModel model) {
        this.network = network;
        this.model = model;
    }

    /** Loads or unloads. */
    void handle(Mode mode) {
        handling = handling.plus(model.handling(mode));
    }

    /** Runs over a link, and returns the hours; null if goods do not. */
    @Nullable
    Double run(int link) {
        if (network.travel(link).travelClass() == null) {
            isTravelled = false;
            return null;
        }
        Toll run = TravelWeights.run(network, link, model);
        running = running.plus(run);
        borders = borders.plus(TravelWeights.border(network, link, model));
        km += network.km(link);
        return Rounded.hours(run.hours());
    }

    /**
     * The sum; null if goods do not travel on all of the way.
     *
     * @param knownKm how many of the kilometres a source states
     */
    @Nullable
    RouteTravel sum(double knownKm) {
        if (!isTravelled) {
            return null;
        }
        Toll all = running.plus(borders).plus(handling);
        return new RouteTravel(
                Rounded.hours(all.hours()),
                Rounded.hours(running.hours()),
                Rounded.hours(borders.hours()),
                Rounded.hours(handling.hours()),
                Rounded.usd(all.usd()),
                Rounded.greatCircle(km),
                km == 0 ? 0 : Rounded.share(Math.clamp(1 - knownKm / km, 0, 1)));
    }
}
