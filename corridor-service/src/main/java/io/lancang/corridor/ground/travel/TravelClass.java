package io.lancang.corridor.ground.travel;

import io.lancang.corridor.ground.fact.Mode;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;

/** What goods travel on, as far as speeds and rates differ, with what is assumed of it unless a client says otherwise. */
@Description(
        "What goods travel on, as far as speeds and rates differ. Speeds are means over a journey that runs, with no border"
                + " and no handling in them. All defaults but that of WATERWAY are assumptions of this service: no published figure is"
                + " behind them.")
public enum TravelClass {
    @Description(
            "Railway of 1435 mm or wider, or of a gauge that is not known: 50 km/h and US$0.04 a tonne-kilometre, both"
                    + " assumed. High-speed lines count as such, too.")
    RAIL(50, 0.04),
    @Description(
            "Railway of narrower gauge alone, such as 1000 mm: 30 km/h and US$0.05 a tonne-kilometre, both assumed.")
    METRE_GAUGE_RAIL(30, 0.05),
    @Description(
            "Road that its name or specification calls an expressway or motorway: 65 km/h and US$0.08 a tonne-kilometre,"
                    + " both assumed.")
    EXPRESSWAY(65, 0.08),
    @Description("Any other road: 40 km/h and US$0.10 a tonne-kilometre, both assumed.")
    ROAD(40, 0.10),
    @Description(
            "River or canal: 28 km/h, which is Guanlei to Chiang Saen on the Mekong, 256 km in 9 hours (sources S_GUANLEI and"
                    + " S_CHINADAILY_2013_MEKONG); US$0.03 a tonne-kilometre, assumed.")
    WATERWAY(28, 0.03),
    @Description("Sea lane: 25 km/h and US$0.01 a tonne-kilometre, both assumed.")
    SEA(25, 0.01);

    private static final int STANDARD_GAUGE_MM = 1435;

    private final double kmh;
    private final double usdPerTonneKm;

    TravelClass(double kmh, double usdPerTonneKm) {
        this.kmh = kmh;
        this.usdPerTonneKm = usdPerTonneKm;
    }

    double kmh() {
        return kmh;
    }

    double usdPerTonneKm() {
        return usdPerTonneKm;
    }

    /**
     * The class of a link; empty if goods do not travel on it.
     *
     * @param gaugesMm gauges of a railway, empty if unknown
     * @param isExpressway whether a road is called one
     */
    public static Optional<TravelClass> of(Mode mode, List<Integer> gaugesMm, boolean isExpressway) {
        return switch (mode) {
            case RAIL -> Optional.of(isNarrow(gaugesMm) ? METRE_GAUGE_RAIL : RAIL);
            case ROAD -> Optional.of(isExpressway ? EXPRESSWAY : ROAD);
            case WATERWAY -> Optional.of(WATERWAY);
            case SEA -> Optional.of(SEA);
            case GAS_PIPELINE, OIL_PIPELINE, POWER, FIBRE, SUBMARINE_CABLE, DIGITAL_HUB, PORT -> Optional.empty();
        };
    }

    private static boolean isNarrow(List<Integer> gaugesMm) {
        return !gaugesMm.isEmpty() && gaugesMm.stream().allMatch(gauge -> gauge < STANDARD_GAUGE_MM);
    }
}
