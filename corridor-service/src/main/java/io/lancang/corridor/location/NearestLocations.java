package io.lancang.corridor.location;

import io.lancang.corridor.history.Past;
import io.lancang.corridor.page.Keyed;
import io.lancang.corridor.page.PageArguments;
import io.lancang.kit.connection.Slice;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the locations nearest to a point. One statement a call; an index gives them in order of distance, so that a page costs
 * what it holds. How many there are in all costs a look at each, and is asked apart, by who wants to know.
 */
@Singleton
class NearestLocations {
    private static final String POINT = "cube($8::float8[])";
    private static final String DISTANCE = "l.sphere <-> " + POINT;
    /** The cube is what the index can look for; it has corners, and what lies in them is not near enough. */
    private static final String WITHIN = LocationFilter.CONDITION + " and l.sphere is not null and cube_enlarge("
            + POINT + ", $9::float8, 3) @> l.sphere and " + DISTANCE + " <= $9";

    private static final String PAGE = "select " + LocationRows.COLUMNS + ", " + DISTANCE + " as chord, (" + DISTANCE
            + ")::text as sort_key from current_location l where " + WITHIN
            + " and ($10::text is null or (" + DISTANCE + ", l.id collate \"C\") > ($10::text::float8, $11::text))"
            + " order by " + DISTANCE + ", l.id collate \"C\" limit $12";
    private static final String COUNT = "select count(*) as total from current_location l where " + WITHIN;

    private final Pool pool;

    NearestLocations(Pool pool) {
        this.pool = pool;
    }

    /** A page of the locations that pass {@code filter}, nearest to {@code near} first, as they are seen from a vantage. */
    Uni<Slice<Keyed<Located>>> page(LocationFilter filter, Near near, PageArguments arguments, Vantage seen) {
        return pool.preparedQuery(Past.seen(PAGE, seen))
                .execute(arguments.addTo(parameters(filter, near)))
                .map(rows -> {
                    List<Keyed<Located>> items = new ArrayList<>();
                    rows.forEach(row ->
                            items.add(new Keyed<>(located(row, seen), row.getString("sort_key"), row.getString("id"))));
                    return Slice.of(items, arguments.first());
                });
    }

    /** How many there are. */
    Uni<Long> count(LocationFilter filter, Near near, Vantage seen) {
        return pool.preparedQuery(Past.seen(COUNT, seen))
                .execute(parameters(filter, near))
                .map(rows -> rows.iterator().next().getLong("total"));
    }

    private static Tuple parameters(LocationFilter filter, Near near) {
        return filter.parameters().addValue(near.onSphere()).addValue(near.longestChord());
    }

    private static Located located(Row row, Vantage seen) {
        return new Located(LocationRows.location(row, seen), GreatCircle.kilometres(row.getDouble("chord")));
    }
}
