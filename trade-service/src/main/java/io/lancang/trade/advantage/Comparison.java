package io.lancang.trade.advantage;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.catalogue.DatasetsSeen;
import io.lancang.trade.product.ProductLevel;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What a comparison of compositions is the same for.
 *
 * @param other code of the partner on the other side
 */
record Comparison(String other, int year, ProductLevel goods, Vantage vantage) {
    /** Who is compared, in such a comparison. */
    record Key(String exporter, Comparison comparison) {}

    /**
     * What one statement finds of each exporter.
     *
     * @param sql has the parameters $1 (the exporters), $2 and $3 (classification and level), $4 (the other side) and $5 (the
     *     year); {@code {figures}} stands for the table of figures by partner, {@code {sees}} for what of it is seen,
     *     and of datasets, what {@link DatasetsSeen} says. It gives {@code exporter}
     * @param of makes something of the rows of one exporter, which are in the order of the statement; there may be none
     */
    <T> Uni<Map<Key, T>> read(Pool pool, String sql, List<Key> keys, BiFunction<Key, List<Row>, T> of) {
        List<String> exporters = keys.stream().map(Key::exporter).toList();
        String statement = DatasetsSeen.in(sql, vantage)
                .replace("{figures}", goods.table())
                .replace("{sees}", vantage.sees("f"));
        return pool.preparedQuery(statement).execute(parameters(exporters)).map(rows -> {
            Map<String, List<Row>> found = new HashMap<>();
            rows.forEach(row -> found.computeIfAbsent(row.getString("exporter"), exporter -> new ArrayList<>())
                    .add(row));
            Map<Key, T> all = new HashMap<>();
            keys.forEach(key -> all.put(key, of.apply(key, found.getOrDefault(key.exporter(), List.of()))));
            return all;
        });
    }

    private Tuple parameters(List<String> exporters) {
        return Tuple.tuple()
                .addArrayOfString(exporters.toArray(String[]::new))
                .addString(goods.classification().name())
                .addInteger(goods.level())
                .addString(other)
                .addInteger(year);
    }
}
