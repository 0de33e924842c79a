package io.lancang.trade.ledger;

import io.lancang.trade.selection.ListedSql;
import io.lancang.trade.selection.Selection;
import io.lancang.trade.selection.SqlParameters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the statement that finds out whether few figures are selected, which reads few rows itself. */
final class FindSql {
    private final Selection selection;
    private final boolean needsCells;
    private final int fewInCells;
    private final SqlParameters parameters = new SqlParameters();

    FindSql(Selection selection, TradeFlowOrder order) {
        this.selection = selection;
        this.needsCells = !order.isOfCells();
        this.fewInCells = PageSql.isByPartner(selection, order) ? Found.FEW_OF_PARTNERS_AT_MOST : Found.FEW_AT_MOST;
    }

    /** How many of {@code in_cells} are few. */
    int fewInCells() {
        return fewInCells;
    }

    SqlParameters parameters() {
        return parameters;
    }

    /**
     * A statement of one row: how many {@code trade_flow_tally} counts ({@code in_cells}) and the indexes by product and by amount
     * find ({@code of_products}, {@code of_amounts}). What is not asked is null; nothing where there is nothing to ask.
     */
    Optional<String> statement() {
        boolean isNamed = selection.goods().isNamed();
        // In the order of amounts, reading begins and ends at the bounds.
        boolean isOfAmounts = selection.range().isOfAmounts() && !needsCells;
        if (!needsCells && !isNamed && !isOfAmounts) {
            return Optional.empty();
        }
        return Optional.of("select " + (needsCells ? inCells() : "null::bigint") + " as in_cells, "
                + (isNamed ? "(" + atMost(Found.FEW_AT_MOST, ofProducts()) + ")" : "null::bigint") + " as of_products, "
                + (isOfAmounts ? "(" + atMost(Found.FEW_OF_AMOUNTS_AT_MOST, ofAmounts()) + ")" : "null::bigint")
                + " as of_amounts");
    }

    private String inCells() {
        return "(select coalesce(sum(f.figures), 0) from trade_flow_tally f where "
                + ListedSql.ofTally(selection, parameters) + ")";
    }

    private String atMost(int most, String condition) {
        return "select count(*) from (select from trade_flow f where " + condition + " limit "
                + parameters.add(most + 1) + ") found";
    }

    private String ofProducts() {
        return ofPeriods() + " and f.product_code = any("
                + parameters.add(selection.goods().keys()) + ") and f.reporter_code = any("
                + parameters.add(selection.who().reporters()) + ")"
                + (selection.who().partners().isEmpty()
                        ? ""
                        : " and f.partner_code = any("
                                + parameters.add(selection.who().partners()) + ")");
    }

    private String ofAmounts() {
        List<String> bounds = new ArrayList<>();
        BigDecimal least = selection.range().least();
        BigDecimal most = selection.range().most();
        if (least != null) {
            bounds.add("f.amount >= " + parameters.add(least));
        }
        if (most != null) {
            bounds.add("f.amount <= " + parameters.add(most));
        }
        return ofPeriods() + " and " + String.join(" and ", bounds);
    }

    /** Years that nobody asks about are in partitions of their own, which are not opened. */
    private String ofPeriods() {
        LocalDate first = selection.when().first();
        LocalDate last = selection.when().last();
        return ofFrequency()
                + (first == null ? "" : " and f.period >= " + parameters.add(first))
                + (last == null ? "" : " and f.period <= " + parameters.add(last));
    }

    private String ofFrequency() {
        String datasets = selection.datasets().isEmpty()
                ? ""
                : " and f.dataset_id = any(" + parameters.addNumbers(selection.datasets()) + ")";
        return selection.vantage().sees("f") + " and f.frequency = "
                + parameters.add(selection.when().frequency().code()) + "::\"char\"" + datasets;
    }
}
