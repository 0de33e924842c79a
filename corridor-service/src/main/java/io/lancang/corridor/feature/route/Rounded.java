package io.lancang.corridor.feature.route;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Figures without digits that mean nothing: sources measure to a metre at best, great circles are within 100 m, and what is
 * assumed of hours and prices is no finer.
 */
final class Rounded {
    private static final int METRES = 3;
    private static final int HECTOMETRES = 1;
    private static final int CENTS = 2;

    private Rounded() {}

    static double measured(double km) {
        return to(METRES, km);
    }

    static double hours(double hours) {
        return to(HECTOMETRES, hours);
    }

    static double usd(double usd) {
        return to(CENTS, usd);
    }

    static double share(double share) {
        return to(METRES, share);
    }

    static double greatCircle(double km) {
        return to(HECTOMETRES, km);
    }

    static @Nullable Double optional(@Nullable Double greatCircleKm) {
        return greatCircleKm == null ? null : greatCircle(greatCircleKm);
    }

    private static double to(int digits, double km) {
        return BigDecimal.valueOf(km).setScale(digits, RoundingMode.HALF_UP).doubleValue();
    }
}
