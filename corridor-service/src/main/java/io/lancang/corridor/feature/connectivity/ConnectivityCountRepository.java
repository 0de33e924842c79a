package io.lancang.corridor.feature.connectivity;

import io.lancang.corridor.feature.corridor.CorridorKind;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.history.SeenStatement;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts over sets of countries. One statement a call, whatever the number of sets and of their members. */
@Singleton
class ConnectivityCountRepository {
    /** Each country with the number of the set that it is in; a country may be in several sets. */
    private static final String SETS = "with member as (select * from unnest($1::int[], $2::text[]) m (set, country)) ";

    private static final String CORRIDORS = SETS + """
            select m.set, c.kind, c.status, count(distinct c.id) as corridors
            from member m
            join current_corridor_country p on p.country = m.country
            join current_corridor_row c on c.id = p.corridor
            group by m.set, c.kind, c.status order by m.set, c.kind, c.status
            """;
    private static final String CROSSINGS = SETS + """
            select m.set, count(*) as crossings
            from member m join current_location l on l.country = m.country and l.kind = 'BORDER_CROSSING'
            group by m.set
            """;
    private static final String LINKS = SETS + """
            select m.set, c.id
            from member m
            join current_corridor_country p on p.country = m.country
            join current_corridor_row c on c.id = p.corridor and c.kind in ('ENERGY', 'DIGITAL')
            where exists (
              select 1 from current_corridor_country o where o.corridor = c.id
                and not exists (select 1 from member b where b.set = m.set and b.country = o.country))
            group by m.set, c.id order by m.set, c.id
            """;
    private static final String CORRIDORS_OPENED = SETS + """
            select m.set, c.id
            from member m
            join current_corridor_country p on p.country = m.country
            join current_corridor_row c on c.id = p.corridor
            where c.opened_earliest >= make_date($3, 1, 1)
            group by m.set, c.id, c.opened_earliest order by m.set, c.opened_earliest, c.id
            """;

    private final Pool pool;
    private final LinkTotalRepository links;

    ConnectivityCountRepository(Pool pool, LinkTotalRepository links) {
        this.pool = pool;
        this.links = links;
    }

    Uni<Map<Members, List<Connectivity.CorridorCount>>> corridors(List<Members> sets, Vantage seen) {
        return read(
                CORRIDORS,
                sets,
                seen,
                row -> new Connectivity.CorridorCount(
                        CorridorKind.valueOf(row.getString("kind")),
                        Status.valueOf(row.getString("status")),
                        row.getInteger("corridors")));
    }

    /** Segments both of whose ends are in the set. */
    Uni<Map<Members, List<Connectivity.SegmentTotal>>> inside(List<Members> sets, Vantage seen) {
        return totals(sets, seen, SegmentTotals::inside);
    }

    /** Segments one of whose ends is in the set. */
    Uni<Map<Members, List<Connectivity.SegmentTotal>>> across(List<Members> sets, Vantage seen) {
        return totals(sets, seen, SegmentTotals::across);
    }

    Uni<Map<Members, List<Integer>>> crossings(List<Members> sets, Vantage seen) {
        return read(CROSSINGS, sets, seen, row -> row.getInteger("crossings"));
    }

    /** Ids of energy and digital corridors that also run through a country outside of the set. */
    Uni<Map<Members, List<String>>> links(List<Members> sets, Vantage seen) {
        return read(LINKS, sets, seen, row -> row.getString("id"));
    }

    /** Ids of corridors that opened on the first day of {@code year} or later. */
    Uni<Map<Members, List<String>>> corridorsOpenedSince(int year, List<Members> sets, Vantage seen) {
        return execute(CORRIDORS_OPENED, sets, parameters(sets).addInteger(year), seen, row -> row.getString("id"));
    }

    private <T> Uni<Map<Members, List<T>>> read(String sql, List<Members> sets, Vantage seen, Function<Row, T> item) {
        return execute(sql, sets, parameters(sets), seen, item);
    }

    private static Tuple parameters(List<Members> sets) {
        List<Integer> numbers = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (int number = 0; number < sets.size(); number++) {
            for (String code : sets.get(number).codes()) {
                numbers.add(number);
                codes.add(code);
            }
        }
        return Tuple.of(numbers.toArray(Integer[]::new), codes.toArray(String[]::new));
    }

    private <T> Uni<Map<Members, List<T>>> execute(
            String sql, List<Members> sets, Tuple parameters, Vantage seen, Function<Row, T> item) {
        return SeenStatement.rows(pool, sql, parameters, seen).map(rows -> {
            Map<Members, List<T>> items = new HashMap<>();
            sets.forEach(set -> items.put(set, new ArrayList<>()));
            for (Row row : rows) {
                items.computeIfAbsent(sets.get(row.getInteger("set")), unasked -> new ArrayList<>())
                        .add(item.apply(row));
            }
            return items;
        });
    }

    private Uni<Map<Members, List<Connectivity.SegmentTotal>>> totals(
            List<Members> sets,
            Vantage seen,
            BiFunction<Members, List<LinkTotalRepository.LinkTotal>, List<Connectivity.SegmentTotal>> part) {
        return links.seenFrom(seen)
                .map(all -> sets.stream().collect(Collectors.toMap(Function.identity(), set -> part.apply(set, all))));
    }
}
