package io.lancang.trade.ledger;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** How many figures PostgreSQL looked at, by its own plan: those that it passed over among them. */
final class RowsRead {
    private RowsRead() {}

    /** Of a node of a plan that was executed, and of those below it. */
    static long of(JsonObject node) {
        long rows = 0;
        if (node.getString("Relation Name", "").matches("trade_flow_[amc]_.*|trade_flow_history.*")) {
            rows = node.getLong("Actual Loops")
                    * (node.getLong("Actual Rows")
                            + node.getLong("Rows Removed by Filter", 0L)
                            + node.getLong("Rows Removed by Index Recheck", 0L));
        }
        for (Object child : node.getJsonArray("Plans", new JsonArray())) {
            rows += of((JsonObject) child);
        }
        return rows;
    }
}
