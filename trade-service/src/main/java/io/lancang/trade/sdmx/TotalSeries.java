package io.lancang.trade.sdmx;

import io.lancang.kit.history.Vantage;
import io.lancang.kit.history.Vantages;
import io.lancang.trade.totals.SeenTotals;
import io.lancang.trade.totals.TotalsInMemory;
import io.lancang.trade.totals.TotalsOfMany;
import io.lancang.trade.totals.TotalsOfMany.Reporting;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/** Series of trade in all goods, by reporter, partner, currency and indicator: those of the graph, from the totals in memory. */
@Singleton
class TotalSeries implements SeriesSource {
    /** Totals of so many are read one after the other, and kept for the next request; those of more are read together, and not kept. */
    private static final int FEW_REPORTERS = 4;

    private final ReporterRepository reporters;
    private final TotalsInMemory kept;
    private final TotalsOfMany ofMany;
    private final Vantages vantages;
    private final Places places;

    TotalSeries(
            ReporterRepository reporters, TotalsInMemory kept, TotalsOfMany ofMany, Vantages vantages, Places places) {
        this.reporters = reporters;
        this.kept = kept;
        this.ofMany = ofMany;
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
        if (asked.size() <= FEW_REPORTERS) {
            return taker.apply(Multi.createFrom()
                    .iterable(asked)
                    .onItem()
                    .transformToUniAndConcatenate(
                            each -> kept.seenFrom(each.reporter().code(), vantage))
                    .onItem()
                    .transformToIterable(seen -> seriesOf(seen, query, areas)));
        }
        return places.take(
                "more than " + FEW_REPORTERS + " reporters",
                ", or name reporters by REF_AREA",
                () -> taker.apply(ofMany.seenFrom(asked, vantage)
                        .onItem()
                        .transformToIterable(seen -> seriesOf(seen, query, areas))));
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
