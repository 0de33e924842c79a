package io.lancang.corridor.corridor;

import io.lancang.corridor.history.Past;
import io.lancang.corridor.location.Location;
import io.lancang.corridor.location.Locations;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads where two countries meet: three statements a call. */
@Singleton
class Borders {
    /**
     * Ends of a segment that leads across, and crossings whose note says what they are paired with. A segment that is the whole of
     * others crosses where one of these does.
     */
    private static final String PAIRS = """
            with joined as (
              select f.id as here, t.id as there, s.id as segment
              from current_location f join current_segment s on s.from_location = f.id
              join current_location t on t.id = s.to_location
              where s.counts_in_length and f.country = $1 and t.country = $2
              union all
              select t.id, f.id, s.id
              from current_location f join current_segment s on s.from_location = f.id
              join current_location t on t.id = s.to_location
              where s.counts_in_length and f.country = $2 and t.country = $1),
            noted as (
              select a.id, a.country, c.code as other, substring(a.note from 'paired with ([^(]+) \\([A-Z]{2}\\)') as name
              from current_location a
              join country c on c.iso2 = substring(a.note from 'paired with [^(]+ \\(([A-Z]{2})\\)')
              where a.country in ($1, $2) and a.kind = 'BORDER_CROSSING'),
            paired as (
              select case when n.country = $1 then n.id else b.id end as here,
                     case when n.country = $1 then b.id else n.id end as there
              from noted n join current_location b on b.country = n.other and starts_with(b.name_en, n.name)
              where (n.country, n.other) in (($1, $2), ($2, $1)))
            select here, there, coalesce(array_agg(segment order by segment) filter (where segment is not null), '{}')
                     as segments
            from (select * from joined union all select here, there, null from paired) every_pair
            group by here, there order by here, there
            """;

    private final Pool pool;
    private final Segments segments;
    private final Locations locations;

    Borders(Pool pool, Segments segments, Locations locations) {
        this.pool = pool;
        this.segments = segments;
        this.locations = locations;
    }

    private record Pair(String here, String there, List<String> segments) {}

    /** The pairs of locations on both sides of the border between two countries, ordered by id. */
    Uni<List<CrossingPair>> between(String from, String to, Vantage seen) {
        return pool.preparedQuery(Past.seen(PAIRS, seen))
                .execute(Tuple.of(from, to))
                .chain(rows -> {
                    List<Pair> pairs = new ArrayList<>();
                    rows.forEach(row -> pairs.add(new Pair(
                            row.getString("here"),
                            row.getString("there"),
                            Arrays.asList(row.getArrayOfStrings("segments")))));
                    return complete(pairs, seen);
                });
    }

    private Uni<List<CrossingPair>> complete(List<Pair> pairs, Vantage seen) {
        List<String> places = pairs.stream()
                .flatMap(pair -> Stream.of(pair.here(), pair.there()))
                .distinct()
                .toList();
        List<String> links =
                pairs.stream().flatMap(pair -> pair.segments().stream()).toList();
        return segments.byIds(links, seen)
                .chain(bySegment -> locations
                        .byIds(places, seen)
                        .map(byLocation -> pairs.stream()
                                .filter(pair -> byLocation.keySet().containsAll(List.of(pair.here(), pair.there())))
                                .map(pair -> complete(pair, bySegment, byLocation))
                                .toList()));
    }

    private static CrossingPair complete(Pair pair, Map<String, Segment> bySegment, Map<String, Location> byLocation) {
        List<Segment> joining = pair.segments().stream()
                .map(bySegment::get)
                .filter(Objects::nonNull)
                .toList();
        return new CrossingPair(
                Objects.requireNonNull(byLocation.get(pair.here())),
                Objects.requireNonNull(byLocation.get(pair.there())),
                joining.stream().map(Segment::mode).distinct().sorted().toList(),
                joining);
    }
}
