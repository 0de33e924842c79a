package io.lancang.trade.sdmx.series;

import io.lancang.kit.history.Vantage;
import io.lancang.kit.history.Vantages;
import io.lancang.trade.sdmx.data.DataQuery;
import io.lancang.trade.sdmx.structure.Areas;
import io.lancang.trade.sdmx.structure.Codes;
import io.lancang.trade.sdmx.structure.Component;
import io.lancang.trade.series.ReportedTotals;
import io.lancang.trade.series.ReporterRepository;
import io.lancang.trade.totals.SeenTotals;
import io.lancang.trade.totals.TotalsOfMany.Reporting;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Series of trade in all goods, by reporter, partner, currency and indicator: those of the graph, from the totals in memory. */
@Singleton
public class TotalSeries implements SeriesSource {
    private final ReporterRepository reporters;
    private final ReportedTotals totals;
    private final Vantages vantages;
    private final Places places;

    TotalSeries(ReporterRepository reporters, ReportedTotals totals, Vantages vantages, Places places) {
        this.reporters = reporters;
        this.totals = totals;
        this.vantages = vantages;
        this.places = places;
    }

    @Override
    public Uni<Void> read(DataQuery query, Codes codes, Function<Multi<Series>, Uni<Void>> taker) {
        return vantages.lookUp(query.asOf())
                .chain(vantage -> reporters
                        .of(query.dataflow().frequencies().getFirst(), vantage)
                        .map(all -> asked(all, query, codes.areas()))
                        .chain(asked -> read(asked, vantage, query, codes.areas(), taker)));
    }

    private static List<Reporting> asked(List<Reporting> reporters, DataQuery query, Areas areas) {
        return reporters.stream()
                .filter(each -> {
                    String area = areas.ofPartner(each.reporter().code());
                    return area != null && query.selection().takes(Component.REF_AREA, area);
                })
                .toList();
    }

    private Uni<Void> read(
            List<Reporting> asked,
            Vantage vantage,
            DataQuery query,
            Areas areas,
            Function<Multi<Series>, Uni<Void>> taker) {
        Supplier<Uni<Void>> answer = () -> taker.apply(
                totals.seenFrom(asked, vantage).onItem().transformToIterable(seen -> seriesOf(seen, query, areas)));
        return asked.size() <= ReportedTotals.FEW
                ? answer.get()
                : places.take(
                        "more than " + ReportedTotals.FEW + " reporters", ", or name reporters by REF_AREA", answer);
    }

    /** Found one by one, as they are taken. */
    private static Iterable<Series> seriesOf(SeenTotals seen, DataQuery query, Areas areas) {
        SeriesFinder finder = new SeriesFinder(
                query, seen, String.valueOf(areas.ofPartner(seen.reporter().code())));
        return () -> areas.partners().entrySet().stream()
                .filter(area -> query.selection().takes(Component.COUNTERPART_AREA, area.getKey()))
                .flatMap(area -> finder.of(area.getValue(), area.getKey()).stream())
                .iterator();
    }
}
