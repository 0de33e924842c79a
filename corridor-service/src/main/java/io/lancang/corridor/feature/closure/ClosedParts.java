package io.lancang.corridor.feature.closure;

import io.lancang.corridor.ground.fact.Mode;
import io.lancang.corridor.ground.history.FactRepository;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads what is closed with what was named, and what the corridors that use it consist of: a statement each. */
@Singleton
class ClosedParts {
    /**
     * Downwards to the parts of what is closed and to the same lines of other corridors, then one step up to what has a closed one in
     * itself; not down again from there, since the other parts of a whole are open.
     */
    private static final String SEGMENTS = """
            with recursive below (id) as (
              select id from current_segment where id = any($1)
              union
              select n.id
              from below b join current_segment s on s.id = b.id
              cross join lateral (
                select p.id from unnest(s.whole_of) p (id)
                union all
                select x.id from current_segment x where x.counted_in = s.id
                union all
                select x.id from current_segment x where x.id = s.counted_in
                  and (x.from_location, x.to_location) in ((s.from_location, s.to_location), (s.to_location, s.from_location))
              ) n),
            closed as (
              select id from below
              union
              select n.id
              from below b join current_segment s on s.id = b.id
              cross join lateral (
                select s.counted_in as id where s.counted_in is not null
                union all
                select x.id from current_segment x where x.corridor = s.corridor and s.id = any(x.whole_of)) n)
            select c.id, s.corridor from closed c join current_segment s on s.id = c.id order by c.id
            """;

    private static final String CORRIDORS_OF_LOCATIONS = """
            select corridor from current_segment where from_location = any($1)
            union
            select corridor from current_segment where to_location = any($1)
            """;

    private static final String PARTS = """
            select s.corridor, s.from_location, s.to_location, s.mode, s.status
            from current_segment s where s.corridor = any($1) and s.counts_in_length
            order by s.corridor, s.position
            """;

    private final FactRepository facts;

    ClosedParts(FactRepository facts) {
        this.facts = facts;
    }

    /**
     * What is closed, by id.
     *
     * @param segments ids in their order
     * @param corridors ids of the corridors that use it
     */
    record Closed(Set<String> segments, Set<String> corridors) {}

    /** A part of a corridor. */
    record Part(String corridor, String from, String to, Mode mode, String status) {}

    Uni<Closed> closed(List<String> segments, List<String> locations, Vantage seen) {
        Closed closed = new Closed(new TreeSet<>(), new TreeSet<>());
        return facts.rows(SEGMENTS, Tuple.of(segments.toArray(String[]::new)), seen)
                .invoke(rows -> rows.forEach(row -> {
                    closed.segments().add(row.getString("id"));
                    closed.corridors().add(row.getString("corridor"));
                }))
                .chain(() -> facts.rows(CORRIDORS_OF_LOCATIONS, Tuple.of(locations.toArray(String[]::new)), seen))
                .invoke(rows -> rows.forEach(row -> closed.corridors().add(row.getString("corridor"))))
                .replaceWith(closed);
    }

    Uni<List<Part>> parts(Set<String> corridors, Vantage seen) {
        return facts.rows(PARTS, Tuple.of(corridors.toArray(String[]::new)), seen)
                .map(rows -> {
                    List<Part> parts = new ArrayList<>();
                    rows.forEach(row -> parts.add(new Part(
                            row.getString("corridor"),
                            row.getString("from_location"),
                            row.getString("to_location"),
                            Mode.valueOf(row.getString("mode")),
                            row.getString("status"))));
                    return parts;
                });
    }
}
