package io.lancang.trade.ledger;

import io.lancang.trade.selection.ListedSql;
import io.lancang.trade.selection.Selection;
import io.lancang.trade.selection.SqlParameters;

/** Writes the statement that counts what a selection finds. */
final class CountSql {
    private CountSql() {}

    /** From what is kept of how many figures there are; products by name and amounts are counted themselves. */
    static String statement(Selection selection, SqlParameters parameters) {
        return ListedSql.isTallied(selection)
                ? "select coalesce(sum(f.figures), 0)::bigint from trade_flow_tally f where "
                        + ListedSql.ofTally(selection, parameters)
                : "select count(*) from (" + ListedSql.ofFew(selection, parameters, "") + ") f";
    }
}
