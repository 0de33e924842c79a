package io.lancang.corridor.ground.search;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.network.Network;
import io.lancang.corridor.ground.travel.LinkTravel;
import io.lancang.corridor.ground.travel.Toll;
import io.lancang.corridor.ground.travel.TravelClass;
import io.lancang.corridor.ground.travel.TravelModel;
import java.util.function.ToDoubleFunction;

/** What travelling takes over the links of a network. */
public final class TravelWeights {
    private TravelWeights() {}

    /** What it takes to travel over a link; {@link Costs#CLOSED} for both if goods do not travel on it. */
    public static Toll of(Network network, int link, TravelModel model) {
        return run(network, link, model).plus(border(network, link, model));
    }

    /** What it takes to run over a link. */
    public static Toll run(Network network, int link, TravelModel model) {
        LinkTravel travel = network.travel(link);
        TravelClass travelClass = travel.travelClass();
        if (travelClass == null) {
            return new Toll(Costs.CLOSED, Costs.CLOSED);
        }
        return model.run(
                travelClass,
                network.km(link),
                travel.designKmh(),
                network.country(network.from(link)),
                network.country(network.to(link)));
    }

    /** What it takes to cross the border that a link leads over; nothing if it leads over none. */
    public static Toll border(Network network, int link, TravelModel model) {
        return network.crossesBorder(link)
                ? model.border(
                        network.mode(link), network.country(network.from(link)), network.country(network.to(link)))
                : Toll.NONE;
    }

    static double[] ofLinks(Network network, TravelModel model, ToDoubleFunction<Toll> part) {
        double[] weights = new double[network.linkCount()];
        for (int link = 0; link < weights.length; link++) {
            weights[link] = part.applyAsDouble(of(network, link, model));
        }
        return weights;
    }

    static double[] ofHandling(TravelModel model, ToDoubleFunction<Toll> part) {
        Mode[] modes = Mode.values();
        double[] weights = new double[modes.length];
        for (Mode mode : modes) {
            weights[-1 - TrackLayout.stay(mode)] = part.applyAsDouble(model.handling(mode));
        }
        return weights;
    }
}
