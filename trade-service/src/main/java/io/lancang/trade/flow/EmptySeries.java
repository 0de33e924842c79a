package io.lancang.trade.flow;

import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.period.Period;
import io.lancang.trade.totals.Coverage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says why a series has no points: a list that is silently empty would read as trade that is none. */
public final class EmptySeries {
    private EmptySeries() {}

    /** The reason, or null if there are points. */
    static @Nullable Gap gapOf(TradeSeries series) {
        if (!Trade.points(series).isEmpty()) {
            return null;
        }
        return series.terms().coverage().periods().isEmpty() ? nothingReported(series) : noneOfThis(series);
    }

    /** Why no point of a series has a figure, to be asked of a series without one: there are no points, or what the last one says. */
    public static Gap ofFigures(TradeSeries series) {
        Gap ofAll = gapOf(series);
        if (ofAll != null) {
            return ofAll;
        }
        Gap last = Trade.points(series).getLast().gap();
        return last == null ? noneOfThis(series) : last;
    }

    /** The reporter has no figures of this length at all. */
    private static Gap nothingReported(TradeSeries series) {
        Terms terms = series.terms();
        String others = Stream.of(Frequency.ANNUAL, Frequency.MONTHLY)
                .filter(each -> !terms.totals().coverage(each).periods().isEmpty())
                .map(Frequency::name)
                .collect(Collectors.joining());
        return Gap.of(
                GapReason.NOT_COVERED,
                "No dataset has " + terms.frequency() + " figures of all goods that "
                        + terms.reporter().name() + " reports"
                        + (others.isEmpty() ? "" : "; there are " + others + " ones")
                        + ". `availability(reporter: \"" + terms.reporter().code() + "\")` lists what is loaded.");
    }

    /** The reporter has figures, and none of them is about this subject in this currency. */
    private static Gap noneOfThis(TradeSeries series) {
        Coverage coverage = series.terms().coverage();
        Period last = coverage.periods().last();
        return Gap.of(
                GapReason.NOT_REPORTED,
                "No dataset that counts has a figure that "
                        + series.terms().reporter().name() + " reports of "
                        + series.subject().label()
                        + " in " + series.currency() + " for any period from "
                        + coverage.periods().first().label() + " to " + last.label() + ", which does not mean zero.");
    }
}
