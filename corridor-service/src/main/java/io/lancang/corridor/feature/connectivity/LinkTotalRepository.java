package io.lancang.corridor.feature.connectivity;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.history.NetworkStateRepository;
import io.lancang.corridor.ground.history.SeenStatement;
import io.lancang.kit.history.KeptForState;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
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
class LinkTotalRepository {
    /**
     * A line that two corridors share counts once. Of a whole that is measured the length counts for all of its parts, if they are
     * all in one total and not all measured themselves.
     */
    private static final String TOTALS = """
            with counted as (
              select s.id, f.country as from_country, t.country as to_country, s.mode, s.status, s.length_km
              from current_segment s
              join current_location f on f.id = s.from_location
              join current_location t on t.id = s.to_location
              where s.counts_in_length and s.counted_in is null),
            measured as (
              select w.id, w.length_km, w.whole_of, p.from_country, p.to_country, p.mode, p.status
              from current_segment w cross join lateral (
                select min(c.from_country) as from_country, min(c.to_country) as to_country, min(c.mode) as mode,
                       min(c.status) as status
                from unnest(w.whole_of) part (id) join counted c on c.id = part.id
                having count(*) = cardinality(w.whole_of) and count(c.length_km) < count(*)
                  and count(distinct (c.from_country, c.to_country, c.mode, c.status)) = 1) p
              where w.length_km is not null and cardinality(w.whole_of) > 0),
            taken as (
              select * from measured m
              where not exists (
                select from measured o where o.id <> m.id and o.whole_of && m.whole_of
                  and (cardinality(o.whole_of), o.id) > (cardinality(m.whole_of), m.id))),
            covered as (select distinct unnest(whole_of) as id from taken)
            select from_country, to_country, mode, status, sum(segments)::bigint as segments,
                   sum(measured)::bigint as measured, sum(km) as km
            from (
              select c.from_country, c.to_country, c.mode, c.status, 1 as segments,
                     (c.length_km is not null or v.id is not null)::int as measured,
                     case when v.id is null then c.length_km end as km
              from counted c left join covered v on v.id = c.id
              union all
              select from_country, to_country, mode, status, 0, 0, length_km from taken) every_length
            group by 1, 2, 3, 4 order by 3, 4, 1, 2
            """;

    private final KeptForState<List<LinkTotal>> present;
    private final Pool pool;

    LinkTotalRepository(NetworkStateRepository states, Pool pool) {
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
        return SeenStatement.rows(pool, TOTALS, Tuple.tuple(), seen)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(LinkTotalRepository::total)
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
