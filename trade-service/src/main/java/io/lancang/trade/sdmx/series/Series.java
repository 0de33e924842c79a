package io.lancang.trade.sdmx.series;

import io.lancang.trade.sdmx.structure.Component;
import io.lancang.trade.series.Observation;
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
public record Series(Map<Component, String> key, List<Observation> observations) {
    /** The period of an observation as SDMX writes it: 2024 or 2024-03. */
    public static String time(Observation observation) {
        return observation.period().label();
    }

    /** A quoted figure is rounded and of another making than the figures of datasets. */
    public static String status(Observation observation) {
        return switch (observation.quality()) {
            case REPORTED, DERIVED, RECONCILED -> "A";
            case ESTIMATED -> "E";
            case HEADLINE -> "D";
            case MISSING -> "O";
        };
    }

    /** The code of a dimension. */
    public String code(Component dimension) {
        return Objects.requireNonNull(key.get(dimension), "a series has every dimension");
    }

    /** What an attribute is of one observation; null if it has none. */
    @Nullable
    public String attribute(Component attribute, Observation observation) {
        return switch (attribute) {
            case UNIT_MULT -> "0";
            case VALUATION -> observation.valuation();
            case OBS_STATUS -> status(observation);
            case QUALITY -> observation.quality().name();
            case GAP_REASON ->
                observation.gap() == null ? null : observation.gap().name();
            case SOURCE -> observation.sources().isEmpty() ? null : String.join(" ", observation.sources());
            case FREQ, REF_AREA, COUNTERPART_AREA, PRODUCT, INDICATOR, UNIT_MEASURE, DATASET, TIME_PERIOD, OBS_VALUE ->
                throw new IllegalArgumentException(attribute + " is no attribute");
        };
    }
}
