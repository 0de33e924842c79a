package io.lancang.trade.flow;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.error.ServiceException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers for the trade of subjects. All subjects that one request asks for with the same periods and terms are read by
 * one statement.
 */
@Singleton
public class Trade {
    private final FigureRepository figures;
    private final CoverageRepository coverage;

    Trade(FigureRepository figures, CoverageRepository coverage) {
        this.figures = figures;
        this.coverage = coverage;
    }

    /** What is asked for: whose points, of which periods, in which terms. */
    record Key(Subject subject, List<Period> periods, Terms terms) {}

    private record Arguments(List<Period> periods, Terms terms) {}

    /**
     * A series from the year {@code from} to the year {@code to}, each the data's own bound if null. Fails with
     * BAD_USER_INPUT for years outside of the data or the wrong way round.
     */
    public Uni<TradeSeries> series(Subject subject, @Nullable Integer from, @Nullable Integer to, Terms terms) {
        return coverageOf(terms)
                .map(known -> new TradeSeries(
                        terms.currency(),
                        terms.frequency(),
                        subject,
                        known.within(from, to),
                        terms,
                        from == null,
                        to == null));
    }

    /** The points of a series; at an end that was left open it begins or ends with a figure. */
    Uni<List<TradePoint>> points(TradeSeries series) {
        return load(series.subject(), series.periods(), series.terms()).map(points -> trimmed(points, series));
    }

    /** The change between two years of the data, whatever periods the series has. */
    Uni<TradeChange> change(TradeSeries series, int from, int to, FlowSelection flow) {
        if (from >= to) {
            throw ServiceException.badInput(
                    "`from` (" + from + ") is not before `to` (" + to + ").", "Send the earlier year as `from`.");
        }
        Terms annual =
                new Terms(Frequency.ANNUAL, series.currency(), series.terms().vantage());
        Uni<List<TradePoint>> points = load(series.subject(), List.of(Period.ofYear(from), Period.ofYear(to)), annual);
        return checkYears(years(from, to), annual)
                .chain(() -> points)
                .map(found -> TradeChange.between(found.getFirst(), found.getLast(), flow));
    }

    /** The points of many subjects in these years, by subject; years outside of the data are left out. */
    public Uni<Map<Subject, List<TradePoint>>> pointsWithinData(
            List<Subject> subjects, List<Integer> years, Terms terms) {
        return coverageOf(terms)
                .chain(known -> points(
                        subjects,
                        years.stream()
                                .map(Period::ofYear)
                                .filter(known::contains)
                                .toList(),
                        terms));
    }

    /**
     * The points of many subjects in the same years, by subject. Fails with BAD_USER_INPUT for years outside of the
     * data.
     *
     * @param years the years by the name of the argument that each came with
     */
    public Uni<Map<Subject, List<TradePoint>>> points(
            List<Subject> subjects, SequencedMap<String, Integer> years, Terms terms) {
        return coverageOf(terms)
                .invoke(known -> years.forEach(known::checkYear))
                .chain(() -> points(
                        subjects, years.values().stream().map(Period::ofYear).toList(), terms));
    }

    /** The points of many subjects in the same periods, by subject. */
    public Uni<Map<Subject, List<TradePoint>>> points(List<Subject> subjects, List<Period> periods, Terms terms) {
        return coverageOf(terms).flatMap(known -> read(new Arguments(periods, terms), subjects, known));
    }

    /**
     * Fails with BAD_USER_INPUT for a year outside of the data.
     *
     * @param years the years by the name of the argument that each came with
     */
    public Uni<Void> checkYears(SequencedMap<String, Integer> years, Terms terms) {
        return coverageOf(terms)
                .invoke(known -> years.forEach(known::checkYear))
                .replaceWithVoid();
    }

    /** Two years by the arguments {@code from} and {@code to}. */
    public static SequencedMap<String, Integer> years(int from, int to) {
        SequencedMap<String, Integer> years = new LinkedHashMap<>();
        years.put("from", from);
        years.put("to", to);
        return years;
    }

    private Uni<Coverage> coverageOf(Terms terms) {
        return coverage.coverage(terms.frequency(), terms.vantage());
    }

    private Uni<List<TradePoint>> load(Subject subject, List<Period> periods, Terms terms) {
        return Batches.load("trade-points", new Key(subject, periods, terms), this::read);
    }

    private Uni<Map<Key, List<TradePoint>>> read(List<Key> keys) {
        return Batches.byArguments(
                keys,
                key -> new Arguments(key.periods(), key.terms()),
                (arguments, ofThem) -> points(
                                ofThem.stream().map(Key::subject).toList(), arguments.periods(), arguments.terms())
                        .map(found -> ofThem.stream()
                                .collect(Collectors.toMap(
                                        key -> key, key -> Objects.requireNonNull(found.get(key.subject()))))));
    }

    private Uni<Map<Subject, List<TradePoint>>> read(Arguments arguments, List<Subject> subjects, Coverage known) {
        TreeSet<Period> withBases = new TreeSet<>(arguments.periods());
        arguments.periods().forEach(period -> withBases.addAll(List.of(period.previous(), period.yearEarlier())));
        return figures.figures(subjects, withBases, arguments.terms()).map(found -> {
            Map<Subject, List<TradePoint>> points = new HashMap<>();
            for (Subject subject : subjects) {
                PointAssembler assembler = new PointAssembler(
                        subject, arguments.terms(), found.getOrDefault(subject.key(), Map.of()), known);
                points.put(
                        subject,
                        arguments.periods().stream().map(assembler::point).toList());
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
