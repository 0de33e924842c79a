package io.lancang.trade.totals;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.database.SharedRead;
import io.lancang.kit.history.DataState;
import io.lancang.kit.history.DataStates;
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

/**
 * Gives totals, read once for each state of the data and kept until the data change. Who asks asks the database which state it
 * is in, so that nothing older than the request is told, whichever instance of the service published a release. Safe for any
 * thread.
 */
@Singleton
public class TotalsInMemory {
    private final DataStates states;
    private final Vantages vantages;
    private final TotalsReader reader;
    private final long most;
    /** The last state that anybody asked in; guarded by the monitor, which is never held while something is read. */
    private @Nullable Held last;

    TotalsInMemory(DataStates states, Vantages vantages, TotalsReader reader, TotalsConfig config) {
        this.states = states;
        this.vantages = vantages;
        this.reader = reader;
        this.most = config.memory().asLongValue();
    }

    private record Held(DataState state, Uni<Totals> totals) {}

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
        return current()
                .chain(totals -> Multi.createFrom()
                        .iterable(moments)
                        .onItem()
                        .transformToUniAndConcatenate(moment ->
                                vantages.lookUp(moment.asOf()).map(seen -> Map.entry(moment, totals.seenFrom(seen))))
                        .collect()
                        .in(LinkedHashMap::new, (all, each) -> all.put(each.getKey(), each.getValue())));
    }

    /** The same by statements of its own, for what is read for many at once. */
    public Uni<SeenTotals> lookUp(@Nullable OffsetDateTime asOf) {
        return vantages.lookUp(asOf).chain(this::seenFrom);
    }

    /** The same from a vantage that is known. */
    public Uni<SeenTotals> seenFrom(Vantage vantage) {
        return current().map(totals -> totals.seenFrom(vantage));
    }

    private Uni<Totals> current() {
        return states.current().chain(this::in);
    }

    private synchronized Uni<Totals> in(DataState state) {
        Held held = last;
        if (held == null || !held.state().equals(state)) {
            Uni<Totals> reading = SharedRead.of(reader.read(most).onFailure().invoke(() -> forget(state)));
            held = new Held(state, reading);
            last = held;
        }
        return held.totals();
    }

    /** Who asks next reads again. */
    private synchronized void forget(DataState state) {
        if (last != null && last.state().equals(state)) {
            last = null;
        }
    }
}
