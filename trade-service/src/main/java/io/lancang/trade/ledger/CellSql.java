package io.lancang.trade.ledger;

import io.lancang.trade.selection.ListedSql;
import io.lancang.trade.selection.Selection;
import io.lancang.trade.selection.SqlParameters;
import java.util.List;
import java.util.stream.Collectors;

/** Writes how figures are read cell by cell: the cells {@code c} that have any, and the figures {@code f} of each. */
final class CellSql {
    private CellSql() {}

    /** Cells with figures of the levels that the selection has; more conditions on {@code f} may follow. */
    static String cells(Selection selection, TradeFlowOrder order, SqlParameters parameters) {
        return "select distinct " + list("f", order.ofCell()) + " from trade_flow_tally f where "
                + ListedSql.ofTally(selection, parameters);
    }

    /**
     * The figures of each cell.
     *
     * @param condition on the figures {@code f}
     * @param ofCell what follows the condition, for each cell by itself
     */
    static String joined(String condition, String ofCell) {
        return " cross join lateral (select f.* from trade_flow f where " + condition
                + TradeFlowOrder.CELL.stream()
                        .map(key -> " and f." + key.column() + " = c." + key.column())
                        .collect(Collectors.joining())
                + ofCell + ") f";
    }

    /** The order of cells, and of the figures within each. */
    static String orderBy(TradeFlowOrder order) {
        return " order by " + order.by("c", order.ofCell()) + ", " + order.by("f", order.withinCell());
    }

    static String list(String alias, List<TradeFlowOrder.Key> keys) {
        return keys.stream().map(key -> alias + "." + key.column()).collect(Collectors.joining(", "));
    }
}
