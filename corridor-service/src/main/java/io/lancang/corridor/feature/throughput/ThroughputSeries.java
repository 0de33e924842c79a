package io.lancang.corridor.feature.throughput;

import io.lancang.corridor.ground.fact.Basis;
import io.lancang.corridor.ground.fact.ThroughputMetric;
import io.lancang.corridor.ground.partner.Partner;
import io.lancang.kit.cost.ListSize;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Figures that may be compared with each other. */
@Description(
        "Figures of one metric, basis and unit about the same thing: only these may be compared. Nothing is added up,"
                + " since periods overlap and sources differ.")
public record ThroughputSeries(
        @Description("What is counted.") @NonNull ThroughputMetric metric,

        @Description("What each value counts.") @NonNull Basis basis,

        @Description("The unit of every value.") @NonNull String unit,

        @Description("The countries that the figures are about, the reporter first; empty where they are about one"
                + " corridor or location.")
        @NonNull
        @ListSize(assumedSize = 2)
        List<@NonNull Partner> partners,

        @Description("The figure whose period ends last; of several, the one whose period begins first.") @NonNull
        Throughput latest,

        @Description("The figures in the order in which their periods end.") @NonNull @ListSize(assumedSize = 5)
        List<@NonNull Throughput> points) {
    private static final Comparator<@Nullable LocalDate> KNOWN_LAST =
            Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder());
    private static final Comparator<Throughput> BY_PERIOD = Comparator.comparing(Throughput::periodEnd, KNOWN_LAST)
            .thenComparing(Throughput::periodStart, KNOWN_LAST.reversed());

    private record Key(ThroughputMetric metric, Basis basis, String unit, List<Partner> partners) {}

    /** The series of {@code figures}, ordered as the figures are. */
    static List<ThroughputSeries> of(List<Throughput> figures) {
        Map<Key, List<Throughput>> groups = new LinkedHashMap<>();
        for (Throughput figure : figures) {
            Key key = new Key(figure.metric(), figure.basis(), figure.unit(), figure.partners());
            groups.computeIfAbsent(key, first -> new ArrayList<>()).add(figure);
        }
        List<ThroughputSeries> series = new ArrayList<>();
        groups.forEach((key, group) -> {
            List<Throughput> points = group.stream().sorted(BY_PERIOD).toList();
            series.add(new ThroughputSeries(
                    key.metric(), key.basis(), key.unit(), key.partners(), points.getLast(), points));
        });
        return series;
    }
}
