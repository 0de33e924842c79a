package io.lancang.trade.flow;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.error.ServiceException;
import io.lancang.trade.figure.Currency;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers for the trade of subjects. All subjects that one request asks for with the same years and currency are read
 * by one statement.
 */
@Singleton
public class Trade {
    private final FigureRepository figures;
    private final CoverageRepository coverage;

    Trade(FigureRepository figures, CoverageRepository coverage) {
        this.figures = figures;
        this.coverage = coverage;
    }

    /** What is asked for: whose points, of which years, in which currency. */
    record Key(Subject subject, List<Integer> years, Currency currency) {}

    private record Arguments(List<Integer> years, Currency currency) {}

    /**
     * A series from {@code from} to {@code to}, each the data's own bound if null. Fails with BAD_USER_INPUT for years
     * outside of the data or the wrong way round.
     */
    public Uni<TradeSeries> series(Subject subject, @Nullable Integer from, @Nullable Integer to, Currency currency) {
        return coverage.coverage()
                .map(known -> new TradeSeries(currency, subject, known.years(from, to), from == null, to == null));
    }

    /** The points of a series; at an end that was left open it begins or ends with a figure. */
    Uni<List<TradePoint>> points(TradeSeries series) {
        return load(series.subject(), series.years(), series.currency()).map(points -> trimmed(points, series));
    }

    /** The change between two years of the data, whatever years the series has. */
    Uni<TradeChange> change(TradeSeries series, int from, int to, FlowSelection flow) {
        if (from >= to) {
            throw ServiceException.badInput(
                    "`from` (" + from + ") is not before `to` (" + to + ").", "Send the earlier year as `from`.");
        }
        return coverage.coverage()
                .invoke(known -> known.checkYear("from", from))
                .invoke(known -> known.checkYear("to", to))
                .chain(() -> load(series.subject(), List.of(from, to), series.currency()))
                .map(points -> TradeChange.between(points.getFirst(), points.getLast(), flow));
    }

    /** The points of one subject in these years; years outside of the data are left out. */
    public Uni<List<TradePoint>> pointsWithinData(Subject subject, List<Integer> years, Currency currency) {
        return load(subject, years, currency)
                .flatMap(points -> coverage.coverage()
                        .map(known -> points.stream()
                                .filter(point -> known.contains(point.period().year()))
                                .toList()));
    }

    /**
     * The points of many subjects in the same years, by subject. Fails with BAD_USER_INPUT for years outside of the
     * data.
     *
     * @param years the years by the name of the argument that each came with
     */
    public Uni<Map<Subject, List<TradePoint>>> points(
            List<Subject> subjects, SequencedMap<String, Integer> years, Currency currency) {
        return coverage.coverage()
                .invoke(known -> years.forEach(known::checkYear))
                .flatMap(known -> read(new Arguments(List.copyOf(years.values()), currency), subjects, known));
    }

    private Uni<List<TradePoint>> load(Subject subject, List<Integer> years, Currency currency) {
        return Batches.load("trade-points", new Key(subject, years, currency), this::read);
    }

    private Uni<Map<Key, List<TradePoint>>> read(List<Key> keys) {
        return coverage.coverage()
                .flatMap(known -> Batches.byArguments(
                        keys,
                        key -> new Arguments(key.years(), key.currency()),
                        (arguments, ofThem) -> read(
                                        arguments,
                                        ofThem.stream().map(Key::subject).toList(),
                                        known)
                                .map(found -> ofThem.stream()
                                        .collect(Collectors.toMap(
                                                key -> key,
                                                key -> Objects.requireNonNull(found.get(key.subject())))))));
    }

    private Uni<Map<Subject, List<TradePoint>>> read(Arguments arguments, List<Subject> subjects, Coverage known) {
        TreeSet<Integer> withYearsBefore = new TreeSet<>(arguments.years());
        arguments.years().forEach(year -> withYearsBefore.add(year - 1));
        return figures.figures(subjects, withYearsBefore, arguments.currency()).map(found -> {
            Map<Subject, List<TradePoint>> points = new HashMap<>();
            for (Subject subject : subjects) {
                Map<Integer, FigureRow> ofSubject = found.getOrDefault(subject.key(), Map.of());
                PointAssembler assembler = new PointAssembler(subject, arguments.currency(), ofSubject, known);
                points.put(
                        subject,
                        arguments.years().stream().map(assembler::point).toList());
            }
            return points;
        });
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
