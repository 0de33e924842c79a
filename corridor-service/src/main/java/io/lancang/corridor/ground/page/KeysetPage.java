package io.lancang.corridor.ground.page;

import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.Slice;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A page of a list together with the size of the whole.
 *
 * @param slice the items of the page
 * @param total how many items the list has
 */
public record KeysetPage<T>(Slice<Keyed<T>> slice, long total) {
    /**
     * The statement that reads a page and the total together.
     *
     * @param matching statement of all items of the list, with columns {@code id} and {@code sort_key}; its parameters
     *     come first
     * @param parameters how many parameters {@code matching} has; behind them go those of {@link #addTo}
     */
    public static String sql(String matching, int parameters, PageArguments page) {
        String sortKey = "$" + (parameters + 1);
        String id = "$" + (parameters + 2);
        String limit = "$" + (parameters + 3);
        String order = page.direction().order();
        // The left join gives one row even where the page is empty, since the total is wanted there too.
        return "with matching as (" + matching + ")\n"
                + "select (select count(*) from matching) as total, page.*\n"
                + "from (values (true)) as always (there)\n"
                + "left join lateral (\n"
                + "  select * from matching\n"
                + "  where " + sortKey + "::text is null or (sort_key collate \"C\", id collate \"C\") "
                + page.direction().beyond() + " (" + sortKey + "::text, " + id + "::text)\n"
                + "  order by sort_key collate \"C\"" + order + ", id collate \"C\"" + order + " limit " + limit
                + ") page on true";
    }

    /** Adds the sort key and id of the item that the page lies beyond, null at the end of the list, and the limit. */
    public static Tuple addTo(Tuple parameters, PageArguments page) {
        List<String> keyset = page.keyset();
        if (keyset == null) {
            return parameters.addValue(null).addValue(null).addValue(page.limit());
        }
        return parameters.addValue(keyset.get(0)).addValue(keyset.get(1)).addValue(page.limit());
    }

    /** Reads the rows of {@link #sql}. */
    public static <T> KeysetPage<T> read(RowSet<Row> rows, PageArguments page, Function<Row, T> item) {
        long total = 0;
        List<Keyed<T>> items = new ArrayList<>();
        for (Row row : rows) {
            total = row.getLong("total");
            String id = row.getString("id");
            if (id != null) {
                items.add(new Keyed<>(item.apply(row), row.getString("sort_key"), id));
            }
        }
        return new KeysetPage<>(page.slice(items), total);
    }
}
