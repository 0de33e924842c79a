package io.lancang.corridor.feature.ogc;

import io.lancang.corridor.feature.export.MapFeatures;
import io.lancang.corridor.ground.choice.Conditions;
import io.lancang.kit.database.ClientReads;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads features as JSON. A page is one statement, and never much more than a megabyte: it ends before, and the next goes on there. */
@Singleton
class FeatureRepository {
    /** Bytes after which a page has no further feature. One alone has up to a quarter of this. */
    private static final int LARGEST_PAGE = 1_000_000;

    private static final String EXTENT =
            "select min(longitude) as west, min(latitude) as south, max(longitude) as east, max(latitude) as north"
                    + " from current_location";

    private final Pool pool;

    FeatureRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * Some features.
     *
     * @param matched how many match on all pages
     * @param features each as JSON
     * @param last the id of the last of them, if more follow; null at the end
     */
    record Page(
            long matched, List<String> features, @Nullable String last) {}

    /** The features that a question is about, by id. */
    Uni<Page> page(ItemsQuestion question) {
        Conditions conditions = question.conditions();
        String sql = sql(question, conditions.sql(), conditions.size());
        Tuple parameters = conditions
                .parameters()
                .addValue(question.after())
                .addValue(question.limit() + 1)
                .addValue(LARGEST_PAGE);
        return rows(sql, parameters).map(rows -> page(question, rows));
    }

    private static String sql(ItemsQuestion question, String conditions, int parameters) {
        MapFeatures map = question.collection().features();
        String after = "$" + (parameters + 1) + "::text";
        // What a condition does not need is joined to the features of the page alone.
        String joins = question.box() == null ? "" : map.joins();
        return """
                with matching as (select %1$s as id from %2$s %3$s where %4$s),
                page as (select id from matching where %5$s is null or id collate "C" > %5$s order by id collate "C" limit $%6$d::int),
                feature as (select %1$s as id, (%7$s)::text as feature from %2$s %8$s where %1$s in (select id from page))
                select (select count(*) from matching) as matched, (select count(*) from page) as found, sized.id, sized.feature
                from (values (true)) always (there)
                left join (
                  select id, feature, sum(octet_length(feature)) over (order by id collate "C") - octet_length(feature) as before
                  from feature) sized on sized.before < $%9$d::int
                order by sized.id collate "C"
                """.formatted(
                        map.id(),
                        map.table(),
                        joins,
                        conditions,
                        after,
                        parameters + 2,
                        map.feature(),
                        map.joins(),
                        parameters + 3);
    }

    private static Page page(ItemsQuestion question, RowSet<Row> rows) {
        long matched = 0;
        long found = 0;
        String last = null;
        List<String> features = new ArrayList<>();
        for (Row row : rows) {
            matched = row.getLong("matched");
            found = row.getLong("found");
            String feature = row.getString("feature");
            if (feature != null && features.size() < question.limit()) {
                features.add(feature);
                last = row.getString("id");
            }
        }
        return new Page(matched, features, features.size() < found ? last : null);
    }

    /** One feature as JSON; empty if there is none with this id. */
    Uni<Optional<String>> feature(FeatureCollection collection, String id) {
        MapFeatures map = collection.features();
        String sql = "select (%s)::text as feature from %s %s where %s = $1"
                .formatted(map.feature(), map.table(), map.joins(), map.id());
        return rows(sql, Tuple.of(id)).map(rows -> {
            for (Row row : rows) {
                return Optional.of(row.getString("feature"));
            }
            return Optional.empty();
        });
    }

    /** West, south, east and north of all places that are known; empty if none is. */
    Uni<Optional<BoundingBox>> extent() {
        return rows(EXTENT, Tuple.tuple()).map(rows -> {
            Row row = rows.iterator().next();
            Double west = row.getDouble("west");
            return west == null
                    ? Optional.empty()
                    : Optional.of(new BoundingBox(
                            west, row.getDouble("south"), row.getDouble("east"), row.getDouble("north")));
        });
    }

    private Uni<RowSet<Row>> rows(String sql, Tuple parameters) {
        return ClientReads.inTransaction(
                pool, connection -> connection.preparedQuery(sql).execute(parameters), () -> true);
    }
}
