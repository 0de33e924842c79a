package io.lancang.trade.flow;

import io.lancang.kit.error.ServiceException;
import io.lancang.trade.figure.FlowSelection;
import io.lancang.trade.period.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Answers for the trade of subjects, from the figures that their terms hold. */
public final class Trade {
    private Trade() {}

    /**
     * A series from the year {@code from} to the year {@code to}, each the data's own bound if null.
     *
     * @throws ServiceException BAD_USER_INPUT for years outside of the data or the wrong way round
     */
    public static TradeSeries series(Subject subject, @Nullable Integer from, @Nullable Integer to, Terms terms) {
        return new TradeSeries(
                terms.currency(),
                terms.frequency(),
                subject,
                terms.coverage().within(from, to),
                terms,
                from == null,
                to == null);
    }

    /** The points of a series; at an end that was left open it begins or ends with a figure. */
    static List<TradePoint> points(TradeSeries series) {
        return trimmed(points(series.subject(), series.periods(), series.terms()), series);
    }

    /**
     * The change between two years of the data, whatever periods the series has.
     *
     * @throws ServiceException BAD_USER_INPUT for years outside of the data or the wrong way round
     */
    static TradeChange change(TradeSeries series, int from, int to, FlowSelection flow, ComparedMembers members) {
        if (from >= to) {
            throw ServiceException.badInput(
                    "`from` (" + from + ") is not before `to` (" + to + ").", "Send the earlier year as `from`.");
        }
        Terms annual = series.terms().annual();
        checkYears(years(from, to), annual);
        Comparison compared =
                Comparison.of(series.subject(), Period.ofYear(from), Period.ofYear(to), flow, members, annual);
        return TradeChange.of(compared, flow);
    }

    /** The points of a subject in these periods. */
    public static List<TradePoint> points(Subject subject, List<Period> periods, Terms terms) {
        PointAssembler assembler = new PointAssembler(subject, terms);
        return periods.stream().map(assembler::point).toList();
    }

    /**
     * Checks that the data know these years.
     *
     * @param years the years by the name of the argument that each came with
     * @throws ServiceException BAD_USER_INPUT for a year outside of the data
     */
    public static void checkYears(SequencedMap<String, Integer> years, Terms terms) {
        years.forEach(terms.coverage()::checkYear);
    }

    /** Two years by the arguments {@code from} and {@code to}. */
    public static SequencedMap<String, Integer> years(int from, int to) {
        SequencedMap<String, Integer> years = new LinkedHashMap<>();
        years.put("from", from);
        years.put("to", to);
        return years;
    }

    private static List<TradePoint> trimmed(List<TradePoint> points, TradeSeries series) {
        List<TradePoint> kept = new ArrayList<>(points);
        while (series.openStart() && !kept.isEmpty() && !kept.getFirst().hasAmount()) {
            kept.removeFirst();
        }
        while (series.openEnd() && !kept.isEmpty() && !kept.getLast().hasAmount()) {
            kept.removeLast();
        }
        return kept;
    }
}
