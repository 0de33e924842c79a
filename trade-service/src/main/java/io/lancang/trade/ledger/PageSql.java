package io.lancang.trade.ledger;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantage;
import io.lancang.trade.selection.ListedSql;
import io.lancang.trade.selection.Selection;
import io.lancang.trade.selection.SqlParameters;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statement of a page. What a selection finds may be nothing or twenty million figures, and no page is to read
 * much more than it has:
 * <ul>
 *   <li>where few figures are found, all of them are read and sorted;
 *   <li>where many are, they are read in their order until the page is full: by amount from the index of amounts, or that
 *       of each partner where some are named, otherwise cell by cell. A cell is a partner, period, reporter and flow; which
 *       cells have figures of these levels is kept in {@code trade_flow_tally}, so that cells without any are not looked into.
 * </ul>
 */
final class PageSql {
    /**
     * Keeps what is asked of the result away from the index scan of a cell: PostgreSQL 17.6 gave figures of the cursor's cell for another
     * one, too, where a scan had {@code partner_code = …} of the cell beside a comparison of rows that begins with the same column.
     */
    private static final String NOT_PULLED_UP = " offset 0";

    private final Selection selection;
    private final TradeFlowOrder order;
    private final int limit;
    private final @Nullable List<String> after;
    private final SqlParameters parameters = new SqlParameters();

    /** @param after the keyset of the last figure before the page; null for the first page */
    PageSql(Selection selection, TradeFlowOrder order, int limit, @Nullable List<String> after) {
        this.selection = selection;
        this.order = order;
        this.limit = limit;
        this.after = after;
        if (after != null && after.size() != order.keys().size()) {
            throw ServiceException.badInput(
                    "The cursor has " + after.size() + " parts where this list has "
                            + order.keys().size() + ".",
                    "Send one as it was given in `startCursor`, `endCursor` or `cursor`.");
        }
    }

    /** What the statement is executed with. */
    SqlParameters parameters() {
        return parameters;
    }

    String statement(Found found) {
        return switch (found) {
            case FEW ->
                figures(
                        "with f as materialized ("
                                + ListedSql.ofFew(selection, parameters, after("f", order.keys(), "")) + ")",
                        " from f" + order.orderBy());
            case FEW_IN_CELLS ->
                figures(
                        "with f as materialized (select f.* from ("
                                + CellSql.cells(selection, order, parameters) + ") c"
                                + CellSql.joined(ListedSql.ofFigures(selection, parameters), NOT_PULLED_UP)
                                + " where true" + after("f", order.keys(), "") + ")",
                        " from f" + order.orderBy());
            case MANY ->
                order.isOfCells()
                        ? cellByCell()
                        : isByPartner(selection, order)
                                ? partnerByPartner()
                                : figures("", " from trade_flow f where " + condition() + order.orderBy());
        };
    }

    /**
     * Whether many figures are read partner by partner: each has an index of the amounts of today. Not of blocs, whose conditions let the
     * planner take many figures for few.
     */
    static boolean isByPartner(Selection selection, TradeFlowOrder order) {
        Selection.Who who = selection.who();
        return !order.isOfCells()
                && selection.vantage().equals(Vantage.PRESENT)
                && !selection.goods().isNamed()
                && !who.partners().isEmpty()
                && who.blocs().isEmpty()
                && who.regions().isEmpty();
    }

    /** Each partner gives as many as the page takes at most. */
    private String partnerByPartner() {
        return figures(
                "",
                " from (select distinct code from unnest("
                        + parameters.add(selection.who().partners())
                        + ") as code) p cross join lateral (select f.* from trade_flow f where " + condition()
                        + " and f.partner_code = p.code" + order.orderBy() + " limit " + parameters.add(limit) + ") f"
                        + order.orderBy());
    }

    /** Each cell gives as many as the page takes at most, and no cell is looked into when the page is full. */
    private String cellByCell() {
        return figures(
                "",
                " from ("
                        + CellSql.cells(selection, order, parameters)
                        + after("f", order.ofCell(), "=")
                        + " order by " + order.by("f", order.ofCell()) + mostCells() + ") c"
                        + CellSql.joined(
                                condition(),
                                " order by " + order.by("f", order.withinCell()) + " limit " + parameters.add(limit))
                        + CellSql.orderBy(order));
    }

    /** Each cell that is counted gives a figure, but for that of the cursor, of which all may be served already. */
    private String mostCells() {
        return ListedSql.isTallied(selection) ? " limit " + parameters.add(limit + 1) : "";
    }

    private String condition() {
        return ListedSql.ofFigures(selection, parameters) + after("f", order.keys(), "");
    }

    private String figures(String before, String from) {
        return before + """
                 select f.frequency::text as frequency, f.period, f.reporter_code, f.partner_code, f.flow::text as flow,
                       f.product_code, f.currency, f.amount, f.valuation, f.quality::text as quality,
                       f.dataset_id::int as dataset_id, f.source_id, f.release_id, f.quantity, f.quantity_unit,
                       f.quantity_estimated, f.net_weight, f.weight_estimated
                """ + from + " limit " + parameters.add(limit);
    }

    /** @param orEqual {@code =} for what begins like the cursor too */
    private String after(String alias, List<TradeFlowOrder.Key> keys, String orEqual) {
        if (after == null) {
            return "";
        }
        String right = IntStream.range(0, keys.size())
                .mapToObj(index -> parameters.add(after.get(index)) + "::"
                        + keys.get(index).type())
                .collect(Collectors.joining(", "));
        return " and (" + CellSql.list(alias, keys) + ") " + (order.isDescending() ? "<" : ">") + orEqual + " (" + right
                + ")";
    }
}
