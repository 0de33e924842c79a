package io.lancang.trade.ledger;

import io.lancang.trade.selection.ListedSql;
import io.lancang.trade.selection.Selection;
import io.lancang.trade.selection.SqlParameters;

/**
 * Everything that a selection finds, in order, for a statement that is read row by row: the first rows are there before the last
 * ones are looked for.
 *
 * @param from the tables of the statement, in which figures have the alias {@code f}
 * @param orderBy the clause
 */
public record OrderedFigures(String from, String orderBy) {
    /** Keeps the planner from reading everything first to sort it, which takes less time in all. To be run before the statement. */
    public static final String FIRST_ROWS_FIRST =
            "set local enable_sort = off; set local enable_hashjoin = off; set local enable_mergejoin = off";

    private static final String BY_PRODUCT =
            " order by f.product_code, f.reporter_code, f.partner_code, f.period, f.flow,"
                    + " f.currency, f.dataset_id";

    /** The clauses for a selection in an order. */
    public static OrderedFigures of(Selection selection, TradeFlowOrder order, SqlParameters parameters) {
        String condition = ListedSql.ofFigures(selection, parameters);
        if (!order.isOfCells() || !ListedSql.isTallied(selection)) {
            return new OrderedFigures("(select f.* from trade_flow f where " + condition + ") f", order.orderBy());
        }
        String cells = "(" + CellSql.cells(selection, order, parameters) + " order by " + order.by("f", order.ofCell())
                + ") c";
        return new OrderedFigures(
                cells + CellSql.joined(condition, " order by " + order.by("f", order.withinCell())),
                CellSql.orderBy(order));
    }

    /**
     * The clauses for a selection in the order that is read fastest, which ends with what tells one figure from another like every other:
     * that of the index by product where products are named, else that by partner.
     */
    public static OrderedFigures asRead(Selection selection, SqlParameters parameters) {
        String figures = "(select f.* from trade_flow f where " + ListedSql.ofFigures(selection, parameters) + ") f";
        boolean isByProduct = !selection.goods().keys().isEmpty();
        return new OrderedFigures(figures, isByProduct ? BY_PRODUCT : TradeFlowOrder.PARTNER.orderBy());
    }
}
