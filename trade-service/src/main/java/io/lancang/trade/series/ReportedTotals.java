package io.lancang.trade.series;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.totals.SeenTotals;
import io.lancang.trade.totals.TotalsInMemory;
import io.lancang.trade.totals.TotalsOfMany;
import io.lancang.trade.totals.TotalsOfMany.Reporting;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.util.List;

/** Gives what several reporters tell, one after the other. */
@Singleton
public class ReportedTotals {
    /** Totals of so many are read one after the other, and kept for the next request; those of more are read together, and not kept. */
    public static final int FEW = 4;

    private final TotalsInMemory kept;
    private final TotalsOfMany ofMany;

    ReportedTotals(TotalsInMemory kept, TotalsOfMany ofMany) {
        this.kept = kept;
        this.ofMany = ofMany;
    }

    /** Totals in the order of the reporters, read while they are taken. */
    public Multi<SeenTotals> seenFrom(List<Reporting> reporters, Vantage vantage) {
        return reporters.size() > FEW
                ? ofMany.seenFrom(reporters, vantage)
                : Multi.createFrom()
                        .iterable(reporters)
                        .onItem()
                        .transformToUniAndConcatenate(
                                each -> kept.seenFrom(each.reporter().code(), vantage));
    }
}
