package io.lancang.trade.totals;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.history.DataStates;
import io.lancang.kit.history.KeptForState;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.history.Vantages;
import io.lancang.trade.partner.Partners;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives totals, read once for each state of the data: those of China always, those of the other reporters that were asked for
 * last. Safe for any thread.
 */
@Singleton
public class TotalsInMemory {
    /** Reporters beside China that are kept. */
    static final int OTHERS = 4;

    private final DataStates states;
    private final Vantages vantages;
    private final TotalsRepository reader;
    private final Partners partners;
    private final long most;
    private final KeptForState<Totals> ofChina;

    /** In the order of last use; guarded by itself. */
    private final Map<Reporter, KeptForState<Totals>> others = new LinkedHashMap<>(OTHERS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Reporter, KeptForState<Totals>> eldest) {
            return size() > OTHERS;
        }
    };

    TotalsInMemory(
            DataStates states, Vantages vantages, TotalsRepository reader, Partners partners, TotalsConfig config) {
        this.states = states;
        this.vantages = vantages;
        this.reader = reader;
        this.partners = partners;
        this.most = config.memory().asLongValue();
        this.ofChina = keptOf(Reporter.CHINA, most);
    }

    private KeptForState<Totals> keptOf(Reporter reporter, long room) {
        return new KeptForState<>(states::current, () -> reader.read(reporter, room));
    }

    /** Fails with NOT_FOUND for a code that is no partner's. */
    private Uni<Totals> of(String reporter) {
        return Reporter.CHINA.code().equals(reporter)
                ? ofChina.get()
                : partners.byCode(reporter)
                        .chain(partner -> ofOther(new Reporter(partner.code(), partner.nameEn()))
                                .get());
    }

    private KeptForState<Totals> ofOther(Reporter reporter) {
        synchronized (others) {
            return others.computeIfAbsent(reporter, each -> keptOf(each, most / OTHERS));
        }
    }

    private record Moment(String reporter, @Nullable OffsetDateTime asOf) {}

    /**
     * Totals as they were seen at {@code asOf}, now if null: one statement for all fields of a request. To be called from within
     * a resolver, before anything asynchronous happens. Fails with BAD_USER_INPUT for a moment before the first release, and
     * with LIMIT_EXCEEDED if there are more figures than there is room for.
     *
     * @param reporter code of a partner; NOT_FOUND with the nearest ones if there is none
     */
    public Uni<SeenTotals> at(String reporter, @Nullable OffsetDateTime asOf) {
        return Batches.load("totals", new Moment(reporter, asOf), this::seenFrom);
    }

    private Uni<Map<Moment, SeenTotals>> seenFrom(List<Moment> moments) {
        return Batches.byArguments(
                moments,
                Moment::reporter,
                (reporter, ofReporter) -> of(reporter).chain(all -> seenFrom(ofReporter, all)));
    }

    private Uni<Map<Moment, SeenTotals>> seenFrom(List<Moment> moments, Totals all) {
        return Multi.createFrom()
                .iterable(moments)
                .onItem()
                .transformToUniAndConcatenate(
                        moment -> vantages.lookUp(moment.asOf()).map(seen -> Map.entry(moment, all.seenFrom(seen))))
                .collect()
                .in(LinkedHashMap::new, (found, each) -> found.put(each.getKey(), each.getValue()));
    }

    /** What anybody reports, from a vantage that is known. Fails as {@link #at} does. */
    public Uni<SeenTotals> seenFrom(String reporter, Vantage vantage) {
        return of(reporter).map(all -> all.seenFrom(vantage));
    }

    /** What China reports, from a vantage that is known. */
    public Uni<SeenTotals> seenFrom(Vantage vantage) {
        return ofChina.get().map(all -> all.seenFrom(vantage));
    }
}
