package io.lancang.trade.ledger;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.selection.ListedSql;
import io.lancang.trade.selection.Selection;
import io.lancang.trade.selection.SqlParameters;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Writes the statement that counts what a selection finds: from what is kept of how many figures there are, where it can. Amounts with
 * everybody are counted by class ({@link AmountClass}), and the figures of the class of a bound are read; products by name, amounts of some
 * partners and amounts of the past are counted one by one.
 */
final class CountSql {
    private final Selection selection;
    private final SqlParameters parameters;

    private CountSql(Selection selection, SqlParameters parameters) {
        this.selection = selection;
        this.parameters = parameters;
    }

    static String statement(Selection selection, SqlParameters parameters) {
        if (ListedSql.isTallied(selection)) {
            return "select coalesce(sum(f.figures), 0)::bigint from trade_flow_tally f where "
                    + ListedSql.ofTally(selection, parameters);
        }
        return new CountSql(selection, parameters)
                .byClass()
                .orElseGet(() -> "select count(*) from (" + ListedSql.ofFew(selection, parameters, "") + ") f");
    }

    private Optional<String> byClass() {
        Selection.Range range = selection.range();
        BigDecimal least = range.least();
        BigDecimal most = range.most();
        if (selection.goods().isNamed()
                || !selection.who().isEveryone()
                || !selection.vantage().equals(Vantage.PRESENT)) {
            return Optional.empty();
        }
        Optional<BigDecimal> first = least == null ? Optional.of(BigDecimal.ZERO) : AmountClass.atLeast(least);
        Optional<BigDecimal> beyond = most == null ? Optional.of(BigDecimal.ZERO) : AmountClass.above(most);
        if (first.isEmpty() || beyond.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("select ("
                + (least == null ? inClassesFrom(BigDecimal.ZERO) : from(least, ">=", first.get()))
                + (most == null ? "" : " - " + from(most, ">", beyond.get()))
                + ")::bigint");
    }

    /** How many are from a bound on: those of the classes above, and those of the bound's own that are beyond it. */
    private String from(BigDecimal bound, String beyond, BigDecimal next) {
        String inClass = ListedSql.ofFew(
                selection.ofAnyAmount(),
                parameters,
                " and f.amount " + beyond + " " + parameters.add(bound) + " and f.amount < " + parameters.add(next));
        return "(" + inClassesFrom(next) + " + (select count(*) from (" + inClass + ") f))";
    }

    /** @param next the beginning of a class; zero for all */
    private String inClassesFrom(BigDecimal next) {
        String below = next.signum() == 0
                ? "0"
                : "coalesce(f.up_to[width_bucket((select class - 1 from trade_amount_class where least = "
                        + parameters.add(next) + ")::smallint, f.classes)], 0)";
        return "(select coalesce(sum(f.up_to[cardinality(f.up_to)] - " + below
                + "), 0) from trade_amount_tally f where " + ListedSql.ofAmountTally(selection, parameters) + ")";
    }
}
