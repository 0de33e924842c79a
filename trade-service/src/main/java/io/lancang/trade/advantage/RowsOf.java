package io.lancang.trade.advantage;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows by who they are about, in the order of the statement. */
final class RowsOf {
    private RowsOf() {}

    static Map<String, List<Row>> exporter(RowSet<Row> rows, String column) {
        Map<String, List<Row>> found = new HashMap<>();
        rows.forEach(row -> found.computeIfAbsent(row.getString(column), exporter -> new ArrayList<>())
                .add(row));
        return found;
    }
}
