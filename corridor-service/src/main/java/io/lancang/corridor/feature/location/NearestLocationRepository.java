package io.lancang.corridor.feature.location;

import io.lancang.corridor.ground.choice.Conditions;
import io.lancang.corridor.ground.history.SeenStatement;
import io.lancang.corridor.ground.page.Keyed;
import io.lancang.corridor.ground.page.KeysetPage;
import io.lancang.corridor.ground.sphere.GreatCircle;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.Slice;
import io.lancang.kit.history.Vantage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the locations nearest to a point. One statement a call; an index gives them in order of distance, so that a page costs
 * what it holds. It gives none in the opposite order: a page that is read backwards costs a look at each location in front of its cursor, as does
 * how many there are in all, which is asked apart, by who wants to know.
 */
@Singleton
class NearestLocationRepository {
    private final Pool pool;

    NearestLocationRepository(Pool pool) {
        this.pool = pool;
    }

    /** A page of the locations that pass {@code filter}, nearest to {@code near} first, as they are seen from a vantage. */
    Uni<Slice<Keyed<Located>>> page(LocationFilter filter, Near near, PageArguments arguments, Vantage seen) {
        Conditions conditions = within(filter, near);
        String distance = "l.sphere <-> " + near.point(conditions);
        String key = "$" + (conditions.size() + 1);
        String id = "$" + (conditions.size() + 2);
        String limit = "$" + (conditions.size() + 3);
        String order = arguments.direction().order();
        String sql = "select " + LocationRows.COLUMNS + ", " + distance + " as chord, (" + distance
                + ")::text as sort_key from current_location l where " + conditions.sql()
                + " and (" + key + "::text is null or (" + distance + ", l.id collate \"C\") "
                + arguments.direction().beyond() + " (" + key
                + "::text::float8, " + id + "::text)) order by " + distance + order + ", l.id collate \"C\"" + order
                + " limit " + limit;
        return SeenStatement.rows(pool, sql, KeysetPage.addTo(conditions.parameters(), arguments), seen)
                .map(rows -> {
                    List<Keyed<Located>> items = new ArrayList<>();
                    rows.forEach(row ->
                            items.add(new Keyed<>(located(row, seen), row.getString("sort_key"), row.getString("id"))));
                    return arguments.slice(items);
                });
    }

    /** How many there are. */
    Uni<Long> count(LocationFilter filter, Near near, Vantage seen) {
        Conditions conditions = within(filter, near);
        String sql = "select count(*) as total from current_location l where " + conditions.sql();
        return SeenStatement.rows(pool, sql, conditions.parameters(), seen)
                .map(rows -> rows.iterator().next().getLong("total"));
    }

    private static Conditions within(LocationFilter filter, Near near) {
        Conditions conditions = filter.conditions();
        conditions.add(near.condition(conditions));
        return conditions;
    }

    private static Located located(Row row, Vantage seen) {
        return new Located(LocationRows.location(row, seen), GreatCircle.kilometres(row.getDouble("chord")));
    }
}
