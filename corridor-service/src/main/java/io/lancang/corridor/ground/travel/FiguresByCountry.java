package io.lancang.corridor.ground.travel;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A figure of each class in all countries, and of some of them another one. Filled by one thread, then read by any. */
final class FiguresByCountry {
    private final Map<TravelClass, Double> everywhere = new EnumMap<>(TravelClass.class);
    private final Map<Place, Double> somewhere = new HashMap<>();

    /** @param figure the figure of a class in all countries, unless another one is set */
    FiguresByCountry(ToDoubleFunction<TravelClass> figure) {
        for (TravelClass each : TravelClass.values()) {
            everywhere.put(each, figure.applyAsDouble(each));
        }
    }

    private record Place(TravelClass travelClass, String country) {}

    /** @param country null for all, those that have another figure included */
    void set(TravelClass travelClass, @Nullable String country, double figure) {
        if (country == null) {
            everywhere.put(travelClass, figure);
            somewhere.keySet().removeIf(place -> place.travelClass() == travelClass);
        } else {
            somewhere.put(new Place(travelClass, country), figure);
        }
    }

    double in(TravelClass travelClass, String country) {
        double usual = everywhere.getOrDefault(travelClass, Double.NaN);
        return somewhere.isEmpty() ? usual : somewhere.getOrDefault(new Place(travelClass, country), usual);
    }
}
