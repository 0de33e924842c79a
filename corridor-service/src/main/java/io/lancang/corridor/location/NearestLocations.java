package io.lancang.corridor.location;

import io.lancang.corridor.page.KeysetPage;
import io.lancang.corridor.page.PageArguments;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;

/** Reads the locations nearest to a point. One statement a call; an index gives them in order of distance. */
@Singleton
class NearestLocations {
    private static final String POINT = "cube($8::float8[])";
    private static final String DISTANCE = "l.sphere <-> " + POINT;
    /** The cube is what the index can look for; it has corners, and what lies in them is not near enough. */
    private static final String WITHIN = LocationFilter.CONDITION + " and l.sphere is not null and cube_enlarge("
            + POINT + ", $9::float8, 3) @> l.sphere and " + DISTANCE + " <= $9";

    private static final String PAGE = "select (select count(*) from current_location l where " + WITHIN
            + ") as total, page.*"
            + " from (values (true)) as always (there)"
            + " left join lateral ("
            + "  select " + LocationRows.COLUMNS + ", " + DISTANCE + " as chord, (" + DISTANCE + ")::text as sort_key"
            + "  from current_location l where " + WITHIN
            + "  and ($10::text is null or (" + DISTANCE + ", l.id collate \"C\") > ($10::text::float8, $11::text))"
            + "  order by " + DISTANCE + ", l.id collate \"C\" limit $12) page on true"
            + " order by page.chord, page.id collate \"C\"";

    private final Pool pool;

    NearestLocations(Pool pool) {
        this.pool = pool;
    }

    /** A page of the locations that pass {@code filter}, nearest to {@code near} first. */
    Uni<KeysetPage<Located>> page(LocationFilter filter, Near near, PageArguments arguments) {
        return pool.preparedQuery(PAGE)
                .execute(arguments.addTo(
                        filter.parameters().addValue(near.onSphere()).addValue(near.longestChord())))
                .map(rows -> KeysetPage.read(rows, arguments.first(), NearestLocations::located));
    }

    private static Located located(Row row) {
        return new Located(LocationRows.location(row), Near.kilometres(row.getDouble("chord")));
    }
}
