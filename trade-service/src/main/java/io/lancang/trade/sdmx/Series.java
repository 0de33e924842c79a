package io.lancang.trade.sdmx;

import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.period.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A series of observations.
 *
 * @param key the code of each dimension but time
 * @param observations ascending by period; never empty
 */
record Series(Map<Component, String> key, List<Observation> observations) {
    /**
     * The figure of a period, or that there is none.
     *
     * @param valuation FOB or CIF; null where the figure is of both, or missing of both
     * @param value in units of the currency; null if it is missing
     * @param gap why it is missing; null if it is not, or not known
     * @param sources ids; none if it is missing
     */
    record Observation(
            Period period,
            @Nullable String valuation,
            @Nullable BigDecimal value,
            Quality quality,
            @Nullable GapReason gap,
            List<String> sources) {
        /** The period as SDMX writes it: 2024 or 2024-03. */
        String time() {
            return period.label();
        }

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
            case VALUATION -> observation.valuation();
            case OBS_STATUS -> observation.status();
            case QUALITY -> observation.quality().name();
            case GAP_REASON ->
                observation.gap() == null ? null : observation.gap().name();
            case SOURCE -> observation.sources().isEmpty() ? null : String.join(" ", observation.sources());
            case FREQ, REF_AREA, COUNTERPART_AREA, PRODUCT, INDICATOR, UNIT_MEASURE, DATASET, TIME_PERIOD, OBS_VALUE ->
                throw new IllegalArgumentException(attribute + " is no attribute");
        };
    }
}
