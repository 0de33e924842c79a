package io.lancang.trade.series;

import io.lancang.trade.figure.GapReason;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.period.Period;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figure of a period, or that there is none.
 *
 * @param valuation FOB or CIF; null where the figure is of both, or missing of both
 * @param value in units of the currency; null if it is missing
 * @param gap why it is missing; null if it is not, or not known
 * @param sources ids; none if it is missing
 */
public record Observation(
        Period period,
        @Nullable String valuation,
        @Nullable BigDecimal value,
        Quality quality,
        @Nullable GapReason gap,
        List<String> sources) {}
