package io.lancang.corridor.feature.border;

import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.location.LocationRepository;
import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.feature.segment.SegmentRepository;
import io.lancang.corridor.ground.history.SeenStatement;
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

/** Reads where two countries meet, and what else leads across: three statements a call. */
@Singleton
class BorderRepository {
    /**
     * The two sides of a crossing are known as a pair, or are both border crossings that a road, railway or waterway joins. What
     * else leads across is a line of its own: a pipeline has no side where people and goods cross.
     */
    private static final String SIDES = """
            with across as (
              select s.id, s.mode,
                     case when f.country = $1 then f.id else t.id end as here,
                     case when f.country = $1 then t.id else f.id end as there,
                     f.kind = 'BORDER_CROSSING' and t.kind = 'BORDER_CROSSING' as joins_crossings
              from current_segment s
              join current_location f on f.id = s.from_location
              join current_location t on t.id = s.to_location
              where s.counts_in_length and s.counted_in is null
                and ((f.country = $1 and t.country = $2) or (f.country = $2 and t.country = $1))),
            sides as (
              select here, there from across where joins_crossings and mode in ('RAIL', 'ROAD', 'WATERWAY')
              union
              select a.id, b.id
              from current_location a join current_location b on a.paired_with = b.id or b.paired_with = a.id
              where a.country = $1 and b.country = $2),
            """;

    private static final String PAIRS = SIDES + """
            crossing as (select * from across where mode in ('RAIL', 'ROAD', 'WATERWAY', 'SEA'))
            select p.here, p.there,
                   coalesce(array_agg(x.id order by x.id) filter (where x.id is not null), '{}') as segments
            from sides p left join crossing x on x.here = p.here and x.there = p.there
            group by p.here, p.there order by p.here, p.there
            """;

    private static final String LINES = SIDES + """
            crossing as (
              select x.id from across x join sides p on x.here = p.here and x.there = p.there
              where x.mode in ('RAIL', 'ROAD', 'WATERWAY', 'SEA'))
            select array(select id from across where id not in (select id from crossing) order by id) as segments
            """;

    private final Pool pool;
    private final SegmentRepository segments;
    private final LocationRepository locations;

    BorderRepository(Pool pool, SegmentRepository segments, LocationRepository locations) {
        this.pool = pool;
        this.segments = segments;
        this.locations = locations;
    }

    private record Pair(String here, String there, List<String> segments) {}

    /** The pairs of locations on both sides of the border between two countries, ordered by id. */
    Uni<List<CrossingPair>> between(String from, String to, Vantage seen) {
        return SeenStatement.rows(pool, PAIRS, Tuple.of(from, to), seen).chain(rows -> {
            List<Pair> pairs = new ArrayList<>();
            rows.forEach(row -> pairs.add(new Pair(
                    row.getString("here"), row.getString("there"), Arrays.asList(row.getArrayOfStrings("segments")))));
            return complete(pairs, seen);
        });
    }

    /** What leads across the border between two countries and not from side to side of a crossing, ordered by id. */
    Uni<List<Segment>> lines(String from, String to, Vantage seen) {
        return SeenStatement.rows(pool, LINES, Tuple.of(from, to), seen).chain(rows -> {
            List<String> ids = List.of(rows.iterator().next().getArrayOfStrings("segments"));
            return segments.byIds(ids, seen)
                    .map(byId ->
                            ids.stream().map(byId::get).filter(Objects::nonNull).toList());
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
