package io.lancang.corridor.feature.segment;

import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.location.LocationRows;
import io.lancang.corridor.ground.fact.Cost;
import io.lancang.corridor.ground.fact.FormerStatuses;
import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.fact.PartialDate;
import io.lancang.corridor.ground.fact.Quantity;
import io.lancang.corridor.ground.fact.Specification;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.corridor.ground.fact.StatusOnDay;
import io.lancang.corridor.ground.history.FactRepository;
import io.lancang.corridor.ground.sphere.GreatCircle;
import io.lancang.kit.batch.Batches;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the segments of corridors and the locations that they join. One statement for all corridors of a level. */
@Singleton
public class SegmentRepository {
    private static final String SELECT = """
            select s.corridor, s.id, s.from_location, s.to_location, s.mode, s.name, s.length_km, s.great_circle_km,
                   f.sphere <-> t.sphere as chord, s.counts_in_length, s.whole_of, s.counted_in, s.spec, s.capacity, s.status, s.status_note,
                   s.opened, s.cost, s.note, h.changed_on, h.from_statuses, l.km as line_km
            from current_segment s
            left join current_segment_line l on l.segment = s.id
            left join %s h on h.segment = s.id
            join current_location f on f.id = s.from_location
            join current_location t on t.id = s.to_location
            """.formatted(FormerStatuses.OF_SEGMENTS);
    private static final String BY_IDS = SELECT + "where s.id = any($1)";
    private static final String BY_CORRIDORS = SELECT + "where s.corridor = any($1) order by s.corridor, s.position";
    private static final String ANNOUNCED_BY_CORRIDORS = """
            select s.corridor, a.segment, a.first_day, a.last_day
            from current_segment s join current_opening a on a.segment = s.id
            where s.corridor = any($1) and a.announced
            """;
    private static final String LOCATIONS_BY_CORRIDORS = "select e.corridor, " + LocationRows.COLUMNS + """
             from (select corridor, location, min(array[(not counts_in_length)::int, position, side]) as place
                   from (select corridor, from_location as location, counts_in_length, position, 1 as side
                         from current_segment where corridor = any($1)
                         union all
                         select corridor, to_location, counts_in_length, position, 2
                         from current_segment where corridor = any($1)) every_end
                   group by corridor, location) e
             join current_location l on l.id = e.location
             order by e.corridor, e.place, l.id
            """;

    private final FactRepository facts;

    SegmentRepository(FactRepository facts) {
        this.facts = facts;
    }

    private record CorridorId(String id, Vantage seen) {}

    /** The segments with these ids, by id; one that does not exist is left out. */
    public Uni<Map<String, Segment>> byIds(Collection<String> ids) {
        return byIds(ids, Vantage.PRESENT);
    }

    /** As {@link #byIds(Collection)}, as they are seen from a vantage. */
    public Uni<Map<String, Segment>> byIds(Collection<String> ids, Vantage seen) {
        return facts.byId(BY_IDS, ids, seen, SegmentRepository::segment);
    }

    /** The segments of a corridor in its order; to be called from a resolver. */
    public Uni<List<Segment>> of(String corridor, Vantage seen) {
        return Batches.load(
                "segments",
                new CorridorId(corridor, seen),
                keys -> read(BY_CORRIDORS, keys, SegmentRepository::segment));
    }

    /** When those segments of a corridor are to open of which that is announced, by segment, as the last statement says. */
    public Uni<Map<String, StatusOnDay.Announced>> announcedOf(String corridor, Vantage seen) {
        return Batches.load(
                        "announced openings",
                        new CorridorId(corridor, seen),
                        keys -> read(ANNOUNCED_BY_CORRIDORS, keys, SegmentRepository::announced))
                .map(all -> all.stream().collect(Collectors.toMap(Opening::segment, Opening::announced)));
    }

    private record Opening(String segment, StatusOnDay.Announced announced) {}

    private static Opening announced(Row row, Vantage seen) {
        return new Opening(
                row.getString("segment"),
                new StatusOnDay.Announced(row.getLocalDate("first_day"), row.getLocalDate("last_day")));
    }

    /** The locations of a corridor, each once, in the order in which its segments reach them. */
    public Uni<List<Location>> locationsOf(String corridor, Vantage seen) {
        return Batches.load(
                "corridor locations",
                new CorridorId(corridor, seen),
                keys -> read(LOCATIONS_BY_CORRIDORS, keys, LocationRows::location));
    }

    private <T> Uni<Map<CorridorId, List<T>>> read(
            String sql, List<CorridorId> corridors, BiFunction<Row, Vantage, T> item) {
        return Batches.byArguments(
                corridors,
                CorridorId::seen,
                (seen, some) -> facts.lists(
                                sql, some.stream().map(CorridorId::id).toList(), "corridor", seen, item)
                        .map(found -> Batches.lists(some, CorridorId::id, found)));
    }

    /** In whole hundreds of metres, as files state it. */
    private static @Nullable Double computedKm(@Nullable Double chord) {
        return chord == null ? null : Math.round(GreatCircle.kilometres(chord) * 10) / 10.0;
    }

    private static Segment segment(Row row, Vantage seen) {
        Mode mode = Mode.valueOf(row.getString("mode"));
        Double statedKm = row.getDouble("great_circle_km");
        Double computedKm = statedKm == null ? computedKm(row.getDouble("chord")) : null;
        Specification specification = Specification.of(mode, row.getString("spec"));
        return new Segment(
                row.getString("id"),
                row.getString("corridor"),
                row.getString("from_location"),
                row.getString("to_location"),
                mode,
                row.getString("name"),
                row.getDouble("length_km"),
                statedKm == null ? computedKm : statedKm,
                computedKm != null,
                row.getDouble("line_km"),
                row.getBoolean("counts_in_length"),
                List.of(row.getArrayOfStrings("whole_of")),
                row.getString("counted_in"),
                row.getString("spec"),
                specification.gaugesMm(),
                specification.electrified(),
                row.getString("capacity"),
                Quantity.in(row.getString("capacity")),
                Status.valueOf(row.getString("status")),
                row.getString("status_note"),
                PartialDate.stored(row.getString("opened")),
                row.getString("cost"),
                Cost.in(row.getString("cost")).orElse(null),
                row.getString("note"),
                FormerStatuses.of(row),
                seen);
    }
}
