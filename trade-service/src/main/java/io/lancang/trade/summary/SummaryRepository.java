package io.lancang.trade.summary;

import io.lancang.trade.selection.SqlParameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;

/** Reads the groups of summaries. */
@Singleton
class SummaryRepository {
    private final Pool pool;

    SummaryRepository(Pool pool) {
        this.pool = pool;
    }

    /** The groups of a question, one more than a summary may have where there are too many, in one statement. */
    Uni<RowSet<Row>> groups(Question question) {
        SqlParameters parameters = new SqlParameters();
        String statement = new SummarySql(question, parameters).statement();
        return pool.preparedQuery(statement).execute(parameters.tuple());
    }
}
