package io.lancang.corridor.ground.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.corridor.ground.fact.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TravelModelTest {
    private static TravelModel with(List<TravelAssumptions.Speed> speeds, List<TravelAssumptions.Border> borders) {
        return TravelModel.of(new TravelAssumptions(speeds, null, borders, null, null));
    }

    private static double hours(TravelModel model, TravelClass travelClass, int designKmh, String from, String to) {
        return model.run(travelClass, 100, designKmh, from, to).hours();
    }

    @Test
    void takesTheDefaultsOfAClass() {
        // 100 km at 50 km/h, and 100 times US$0.04
        assertEquals(new Toll(2, 4), TravelModel.DEFAULT.run(TravelClass.RAIL, 100, DesignSpeed.UNKNOWN, "LAO", "LAO"));
    }

    @Test
    void goesNoFasterThanAShareOfTheDesignSpeed() {
        // 0.8 of 40 is 32; of 160 it would be more than the 50 of the class
        assertEquals(100 / 32.0, hours(TravelModel.DEFAULT, TravelClass.RAIL, 40, "LAO", "LAO"), 1e-9);
        assertEquals(2, hours(TravelModel.DEFAULT, TravelClass.RAIL, 160, "LAO", "LAO"), 1e-9);
    }

    @Test
    void goesAtTheLowerSpeedOfTwoCountries() {
        TravelModel model = with(List.of(new TravelAssumptions.Speed(TravelClass.ROAD, "LAO", 20)), List.of());

        assertEquals(5, hours(model, TravelClass.ROAD, 0, "LAO", "CHN"), 1e-9);
        assertEquals(2.5, hours(model, TravelClass.ROAD, 0, "CHN", "CHN"), 1e-9);
        assertEquals(100 / 65.0, hours(model, TravelClass.EXPRESSWAY, 0, "LAO", "LAO"), 1e-9, "of another class");
    }

    @Test
    void takesTheHigherRateOfTwoCountries() {
        TravelModel model = TravelModel.of(new TravelAssumptions(
                null, null, null, null, List.of(new TravelAssumptions.Rate(TravelClass.ROAD, "LAO", 0.5))));

        assertEquals(50, model.run(TravelClass.ROAD, 100, 0, "CHN", "LAO").usd(), 1e-9);
        assertEquals(10, model.run(TravelClass.ROAD, 100, 0, "CHN", "CHN").usd(), 1e-9);
    }

    @Test
    void aLaterEntryGoesBeforeAnEarlierOne() {
        TravelModel model = with(
                List.of(
                        new TravelAssumptions.Speed(TravelClass.ROAD, "LAO", 20),
                        new TravelAssumptions.Speed(TravelClass.ROAD, null, 50)),
                List.of());

        assertEquals(2, hours(model, TravelClass.ROAD, 0, "LAO", "LAO"), 1e-9);
    }

    @Test
    void bordersAreThoseOfAModeAndAPairOfCountriesInEitherDirection() {
        TravelModel model = with(
                List.of(),
                List.of(
                        new TravelAssumptions.Border(Mode.RAIL, null, null, 8.0, null),
                        new TravelAssumptions.Border(null, "LAO", "THA", 10.0, 1.0),
                        new TravelAssumptions.Border(null, "MMR", null, 72.0, null)));

        assertEquals(new Toll(8, 4), model.border(Mode.RAIL, "CHN", "LAO"));
        assertEquals(new Toll(10, 1), model.border(Mode.RAIL, "THA", "LAO"));
        assertEquals(new Toll(10, 1), model.border(Mode.ROAD, "LAO", "THA"));
        assertEquals(new Toll(72, 5), model.border(Mode.ROAD, "CHN", "MMR"));
        assertEquals(new Toll(4, 5), model.border(Mode.ROAD, "CHN", "LAO"));
        assertEquals(Toll.NONE, TravelModel.DEFAULT.border(Mode.SEA, "CHN", "LAO"));
    }
}
