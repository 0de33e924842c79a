package io.lancang.corridor.ground.travel;

import io.lancang.corridor.ground.fact.Mode;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What travelling takes by the defaults and what a client sets instead. Immutable, so that any thread may use it. */
public final class TravelModel {
    /** Nothing but defaults. */
    public static final TravelModel DEFAULT = new TravelModel(TravelAssumptions.NONE);

    private static final double DESIGN_SHARE = 0.8;

    private final TravelAssumptions assumed;
    private final double designShare;
    private final FiguresByCountry speeds = new FiguresByCountry(TravelClass::kmh);
    private final FiguresByCountry rates = new FiguresByCountry(TravelClass::usdPerTonneKm);
    private final Map<Mode, Toll> handling = new EnumMap<>(Mode.class);

    private TravelModel(TravelAssumptions assumed) {
        this.assumed = assumed;
        Double share = assumed.designShare();
        this.designShare = share == null ? DESIGN_SHARE : share;
        for (Mode mode : Mode.values()) {
            handling.put(mode, handlingByDefault(mode));
        }
        TravelCheck.each(assumed.speeds(), speed -> speeds.set(speed.travelClass(), speed.partner(), speed.kmh()));
        TravelCheck.each(assumed.rates(), rate -> rates.set(rate.travelClass(), rate.partner(), rate.usdPerTonneKm()));
        TravelCheck.each(
                assumed.handling(),
                each -> handling.computeIfPresent(
                        each.mode(), (mode, known) -> instead(known, each.hours(), each.usdPerTonne())));
    }

    /**
     * The model of what a client assumes.
     *
     * @param assumed has been checked by {@link TravelCheck}
     */
    public static TravelModel of(TravelAssumptions assumed) {
        return assumed.equals(TravelAssumptions.NONE) ? DEFAULT : new TravelModel(assumed);
    }

    /**
     * What it takes to run over a link, without borders.
     *
     * @param designKmh the design speed, or {@link DesignSpeed#UNKNOWN}
     * @param from country of one end
     * @param to country of the other end
     */
    public Toll run(TravelClass travelClass, double km, int designKmh, String from, String to) {
        double kmh = Math.min(speeds.in(travelClass, from), speeds.in(travelClass, to));
        if (designKmh != DesignSpeed.UNKNOWN) {
            kmh = Math.min(kmh, designShare * designKmh);
        }
        return new Toll(km / kmh, km * Math.max(rates.in(travelClass, from), rates.in(travelClass, to)));
    }

    /** What it takes to cross the border between two countries. */
    public Toll border(Mode mode, String from, String to) {
        Toll toll = borderByDefault(mode);
        if (assumed.borders() != null) {
            for (TravelAssumptions.Border border : assumed.borders()) {
                if (isAbout(border, mode, from, to)) {
                    toll = instead(toll, border.hours(), border.usdPerTonne());
                }
            }
        }
        return toll;
    }

    /** What it takes to load or unload. */
    public Toll handling(Mode mode) {
        return handling.getOrDefault(mode, Toll.NONE);
    }

    private static boolean isAbout(TravelAssumptions.Border border, Mode mode, String from, String to) {
        String one = border.from();
        String other = border.to();
        boolean isOfMode = border.mode() == null || border.mode() == mode;
        boolean isAnyWhere = one == null;
        boolean isAtOne = one != null && other == null && (one.equals(from) || one.equals(to));
        boolean isBetween = one != null
                && other != null
                && ((one.equals(from) && other.equals(to)) || (one.equals(to) && other.equals(from)));
        return isOfMode && (isAnyWhere || isAtOne || isBetween);
    }

    private static Toll instead(Toll known, @Nullable Double hours, @Nullable Double usd) {
        return new Toll(hours == null ? known.hours() : hours, usd == null ? known.usd() : usd);
    }

    private static Toll borderByDefault(Mode mode) {
        return switch (mode) {
            case RAIL -> new Toll(6, 4);
            case ROAD -> new Toll(4, 5);
            case WATERWAY -> new Toll(4, 3);
            case SEA, GAS_PIPELINE, OIL_PIPELINE, POWER, FIBRE, SUBMARINE_CABLE, DIGITAL_HUB, PORT -> Toll.NONE;
        };
    }

    private static Toll handlingByDefault(Mode mode) {
        return switch (mode) {
            case RAIL -> new Toll(6, 4);
            case ROAD -> new Toll(1, 2);
            case WATERWAY -> new Toll(6, 4);
            case SEA -> new Toll(12, 6);
            case GAS_PIPELINE, OIL_PIPELINE, POWER, FIBRE, SUBMARINE_CABLE, DIGITAL_HUB, PORT -> Toll.NONE;
        };
    }
}
