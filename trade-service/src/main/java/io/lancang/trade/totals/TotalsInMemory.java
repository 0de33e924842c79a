package io.lancang.trade.totals;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.history.DataStates;
import io.lancang.kit.history.KeptForState;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.history.Vantages;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives totals, read once for each state of the data. Safe for any thread. */
@Singleton
public class TotalsInMemory {
    private final Vantages vantages;
    private final KeptForState<Totals> totals;

    TotalsInMemory(DataStates states, Vantages vantages, TotalsReader reader, TotalsConfig config) {
        long most = config.memory().asLongValue();
        this.vantages = vantages;
        this.totals = new KeptForState<>(states::current, () -> reader.read(most));
    }

    private record Moment(@Nullable OffsetDateTime asOf) {}

    /**
     * Totals as they were seen at {@code asOf}, now if null: one statement for all fields of a request. To be called from within
     * a resolver, before anything asynchronous happens. Fails with BAD_USER_INPUT for a moment before the first release, and
     * with LIMIT_EXCEEDED if there are more figures than there is room for.
     */
    public Uni<SeenTotals> at(@Nullable OffsetDateTime asOf) {
        return Batches.load("totals", new Moment(asOf), this::seenFrom);
    }

    private Uni<Map<Moment, SeenTotals>> seenFrom(List<Moment> moments) {
        return totals.get()
                .chain(all -> Multi.createFrom()
                        .iterable(moments)
                        .onItem()
                        .transformToUniAndConcatenate(moment ->
                                vantages.lookUp(moment.asOf()).map(seen -> Map.entry(moment, all.seenFrom(seen))))
                        .collect()
                        .in(LinkedHashMap::new, (found, each) -> found.put(each.getKey(), each.getValue())));
    }

    /** The same from a vantage that is known. */
    public Uni<SeenTotals> seenFrom(Vantage vantage) {
        return totals.get().map(all -> all.seenFrom(vantage));
    }
}
