package io.lancang.corridor.ground.network;

import org.jspecify.annotations.Nullable;

/**
 * What a link counts when ways are compared: its measured length, else its great circle with the usual detour, else a
 * guess. Only the choice of a way rests on it; what is answered as a length never does.
 */
public final class Lengths {
    /**
     * The median of stated length over stated great circle, of the 79 railways, roads, rivers and sea ways of the packaged files that
     * have both and are not the whole of others.
     */
    public static final double USUAL_DETOUR = 1.15;
    /** For a link of which neither is known: short enough to be used, long enough not to be preferred. */
    static final double GUESSED_KM = 50;

    private Lengths() {}

    static double forComparison(@Nullable Double measuredKm, @Nullable Double greatCircleKm) {
        if (measuredKm != null) {
            return measuredKm;
        }
        return greatCircleKm == null ? GUESSED_KM : greatCircleKm * USUAL_DETOUR;
    }
}
