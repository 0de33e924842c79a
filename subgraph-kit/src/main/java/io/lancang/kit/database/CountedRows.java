package io.lancang.kit.database;

import io.lancang.kit.bounds.RequestBudget;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts each row while it is read, so that those of a statement that has too many are not kept. */
final class CountedRows {
    private CountedRows() {}

    /** @param budget what they count for; null if for nothing */
    static Query<RowSet<Row>> of(Query<RowSet<Row>> query, @Nullable RequestBudget budget) {
        return budget == null ? query : query.mapping(counting(budget));
    }

    /** @param budget as in {@link #of(Query, RequestBudget)} */
    static PreparedQuery<RowSet<Row>> of(PreparedQuery<RowSet<Row>> query, @Nullable RequestBudget budget) {
        return budget == null ? query : query.mapping(counting(budget));
    }

    private static Function<Row, Row> counting(RequestBudget budget) {
        return row -> {
            budget.row();
            return row;
        };
    }
}
