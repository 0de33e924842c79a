package io.lancang.corridor.connectivity;

import io.lancang.corridor.corridor.Mode;
import io.lancang.corridor.corridor.Status;
import io.lancang.corridor.history.NetworkStates;
import io.lancang.corridor.history.Past;
import io.lancang.kit.history.KeptForState;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The segments between each two countries, counted and measured once for each state of the data: some hundred totals, of which
 * every question about countries takes its share. Safe for any thread; two that come first may both read, and either is right.
 */
@Singleton
class LinkTotals {
    private static final String TOTALS = """
            select f.country as from_country, t.country as to_country, s.mode, s.status, count(*) as segments,
                   count(s.length_km) as measured, sum(s.length_km) as km
            from current_segment s
            join current_location f on f.id = s.from_location
            join current_location t on t.id = s.to_location
            where s.counts_in_length
            group by 1, 2, 3, 4 order by 3, 4, 1, 2
            """;

    private final KeptForState<List<LinkTotal>> present;
    private final Pool pool;

    LinkTotals(NetworkStates states, Pool pool) {
        this.present = new KeptForState<>(states::current, () -> read(Vantage.PRESENT));
        this.pool = pool;
    }

    /**
     * The segments from one country to another, or within one, of one mode and status; those that are the whole of others are
     * left out.
     *
     * @param measured how many have a known length
     * @param km sum of the known lengths; null if none is known
     */
    record LinkTotal(
            String from,
            String to,
            Mode mode,
            Status status,
            int segments,
            int measured,
            @Nullable BigDecimal km) {}

    /** All totals, ordered by mode and status. Those of the past are read each time that they are asked for. */
    Uni<List<LinkTotal>> seenFrom(Vantage seen) {
        return seen.equals(Vantage.PRESENT) ? present.get() : read(seen);
    }

    private Uni<List<LinkTotal>> read(Vantage seen) {
        return pool.preparedQuery(Past.seen(TOTALS, seen))
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(LinkTotals::total)
                        .toList());
    }

    private static LinkTotal total(Row row) {
        return new LinkTotal(
                row.getString("from_country"),
                row.getString("to_country"),
                Mode.valueOf(row.getString("mode")),
                Status.valueOf(row.getString("status")),
                row.getInteger("segments"),
                row.getInteger("measured"),
                row.getBigDecimal("km"));
    }
}
