package io.lancang.trade.sdmx;

import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Quality;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A series of observations.
 *
 * @param key the code of each dimension but time
 * @param valuation FOB or CIF; null where the figures are of both
 * @param observations by year, one for each from the first with a figure to the last; never empty
 */
record Series(Map<Component, String> key, @Nullable String valuation, List<Observation> observations) {
    /**
     * The figure of a year, or that there is none.
     *
     * @param value in units of the currency; null if it is missing
     * @param gap why it is missing; null if it is not, or not known
     * @param sources ids; none if it is missing
     */
    record Observation(
            int year,
            @Nullable BigDecimal value,
            Quality quality,
            @Nullable GapReason gap,
            List<String> sources) {
        /** A quoted figure is rounded and of another making than the figures of datasets. */
        String status() {
            return switch (quality) {
                case REPORTED, DERIVED, RECONCILED -> "A";
                case ESTIMATED -> "E";
                case HEADLINE -> "D";
                case MISSING -> "O";
            };
        }
    }

    /** The code of a dimension. */
    String code(Component dimension) {
        return Objects.requireNonNull(key.get(dimension), "a series has every dimension");
    }

    /** What an attribute is of one observation; null if it has none. */
    @Nullable
    String attribute(Component attribute, Observation observation) {
        return switch (attribute) {
            case UNIT_MULT -> "0";
            case VALUATION -> valuation;
            case OBS_STATUS -> observation.status();
            case QUALITY -> observation.quality().name();
            case GAP_REASON ->
                observation.gap() == null ? null : observation.gap().name();
            case SOURCE -> observation.sources().isEmpty() ? null : String.join(" ", observation.sources());
            case FREQ, REF_AREA, COUNTERPART_AREA, INDICATOR, UNIT_MEASURE, TIME_PERIOD, OBS_VALUE ->
                throw new IllegalArgumentException(attribute + " is no attribute");
        };
    }
}
