package io.lancang.trade.flow;

import io.lancang.trade.figure.Quality;
import io.lancang.trade.period.Period;
import io.lancang.trade.totals.Sum;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a subject in several months.
 *
 * @param months ascending
 * @param rows one for each month
 */
record Span(List<Period> months, List<FigureRow> rows) {
    static Span of(Subject subject, List<Period> months, Terms terms) {
        Figures figures = new Figures(subject, terms);
        return new Span(months, months.stream().map(figures::of).toList());
    }

    /** The figures of those who are common to all of the months and others. */
    static Span of(Subject subject, List<Period> months, CommonPartners common, Terms terms) {
        return new Span(
                months,
                months.stream()
                        .map(month -> new Figures(
                                        new Subject.OfSome(
                                                subject,
                                                Objects.requireNonNull(
                                                        common.codes().get(month))),
                                        terms)
                                .of(month))
                        .toList());
    }

    /** A sum over the months, DERIVED at best. */
    record Amount(BigDecimal number, Quality quality) {}

    /** The exports; null where a month lacks a figure. */
    @Nullable
    Amount exports() {
        return sum(FigureRow::exports);
    }

    /** The imports, as {@link #exports}. */
    @Nullable
    Amount imports() {
        return sum(FigureRow::imports);
    }

    private @Nullable Amount sum(Function<FigureRow, @Nullable Sum> flow) {
        List<Sum> sums = sums(flow);
        return sums.size() < rows.size()
                ? null
                : new Amount(
                        sums.stream().map(Sum::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                        sums.stream().map(Sum::quality).reduce(Quality.DERIVED, Quality::orWeaker));
    }

    private List<Sum> sums(Function<FigureRow, @Nullable Sum> flow) {
        return rows.stream().map(flow).filter(Objects::nonNull).toList();
    }

    /** Whether the months of both are of one dataset, flow by flow: only then does one grow on the other. */
    boolean isOfOneDatasetWith(Span other) {
        return isOfOneDatasetWith(other, FigureRow::exports) && isOfOneDatasetWith(other, FigureRow::imports);
    }

    private boolean isOfOneDatasetWith(Span other, Function<FigureRow, @Nullable Sum> flow) {
        return Stream.concat(sums(flow).stream(), other.sums(flow).stream())
                        .map(Sum::dataset)
                        .distinct()
                        .count()
                <= 1;
    }

    /** Exports plus imports; null where either is. */
    @Nullable
    BigDecimal total() {
        Amount exports = exports();
        Amount imports = imports();
        return exports == null || imports == null ? null : exports.number().add(imports.number());
    }

    /** The months that lack a figure of either flow. */
    List<String> withoutFigures() {
        return IntStream.range(0, rows.size())
                .filter(month ->
                        rows.get(month).exports() == null || rows.get(month).imports() == null)
                .mapToObj(month -> months.get(month).label())
                .toList();
    }
}
