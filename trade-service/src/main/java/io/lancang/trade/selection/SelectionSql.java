package io.lancang.trade.selection;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.flow.CountedMembers;
import io.lancang.trade.partner.PartnersSeen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a selection as a condition on a table of figures, which has the columns of {@code trade_flow} that the condition
 * names. Values are parameters; names come from code.
 */
public final class SelectionSql {
    private SelectionSql() {}

    /** The condition on the table with the alias {@code f}. */
    public static String condition(Selection selection, SqlParameters parameters) {
        List<String> conditions = new ArrayList<>();
        addPartners(selection.who(), selection.vantage(), conditions, parameters);
        conditions.add(conditionOverPartners(selection, parameters));
        return String.join("\n  and ", conditions);
    }

    /** The condition on a table with the alias {@code f} whose rows are sums over every country and former state. */
    public static String conditionOverPartners(Selection selection, SqlParameters parameters) {
        List<String> conditions = withoutPartnersAndProducts(selection, parameters);
        addProducts(selection.goods(), conditions, parameters);
        addAmounts(selection.range(), conditions, parameters);
        return String.join("\n  and ", conditions);
    }

    /**
     * The condition on a table with the alias {@code f} whose rows are sums over every country and former state, and over the
     * products of a level.
     */
    public static String conditionOverProducts(Selection selection, SqlParameters parameters) {
        List<String> conditions = withoutPartnersAndProducts(selection, parameters);
        conditions.add("f.classification = "
                + parameters.add(String.valueOf(selection.goods().classification())));
        conditions.add(
                "f.level = any(" + parameters.addNumbers(selection.goods().levels()) + ")");
        return String.join("\n  and ", conditions);
    }

    /** What holds of figures and of how many there are alike. */
    static List<String> withoutPartnersAndProducts(Selection selection, SqlParameters parameters) {
        List<String> conditions = withoutLifetime(selection, parameters);
        conditions.addFirst(selection.vantage().sees("f"));
        return conditions;
    }

    /** The same, from whenever they are seen. */
    static List<String> withoutLifetime(Selection selection, SqlParameters parameters) {
        List<String> conditions = new ArrayList<>();
        conditions.add(
                "f.frequency = " + parameters.add(selection.when().frequency().code()) + "::\"char\"");
        conditions.add("f.reporter_code = any(" + parameters.add(selection.who().reporters()) + ")");
        conditions.add("f.flow = any("
                + parameters.add(selection.flows().stream().map(Flow::code).toList()) + "::\"char\"[])");
        addPeriods(selection.when(), conditions, parameters);
        if (selection.range().currency() != null) {
            conditions.add("f.currency = "
                    + parameters.add(selection.range().currency().name()));
        }
        if (!selection.datasets().isEmpty()) {
            conditions.add("f.dataset_id = any(" + parameters.addNumbers(selection.datasets()) + ")");
        }
        return conditions;
    }

    private static void addPeriods(Selection.When when, List<String> conditions, SqlParameters parameters) {
        LocalDate first = when.first();
        LocalDate last = when.last();
        if (first != null) {
            conditions.add("f.period >= " + parameters.add(first));
        }
        if (last != null) {
            conditions.add("f.period <= " + parameters.add(last));
        }
    }

    private static void addPartners(
            Selection.Who who, Vantage vantage, List<String> conditions, SqlParameters parameters) {
        if (who.isEveryone()) {
            conditions.add("f.partner_code in (select code from partner where kind <> 'AGGREGATE')");
            return;
        }
        if (!who.partners().isEmpty()) {
            conditions.add("f.partner_code = any(" + parameters.add(who.partners()) + ")");
        }
        if (!who.blocs().isEmpty()) {
            conditions.add("f.partner_code <> f.reporter_code");
            conditions.add("exists (select from membership m where m.bloc_code = any(" + parameters.add(who.blocs())
                    + ") and m.partner_code = f.partner_code and "
                    + isMember(who.members(), vantage) + ")");
        }
        if (!who.regions().isEmpty()) {
            conditions.add("f.partner_code <> f.reporter_code");
            conditions.add("f.partner_code in (select code from " + PartnersSeen.from(vantage) + " where region = any("
                    + parameters.add(who.regions()) + "))");
        }
    }

    /** The condition that the membership {@code m} holds for the figure {@code f}. */
    public static String isMember(CountedMembers members, Vantage vantage) {
        String day = switch (members.composition()) {
            case AS_OF_YEAR -> "make_date(extract(year from f.period)::int, 12, 31)";
            case CURRENT -> "current_date";
            case LIKE_FOR_LIKE -> "make_date(" + members.year() + ", 12, 31)";
        };
        return vantage.sees("m") + " and m.starts <= " + day + " and (m.ends is null or m.ends >= " + day + ")";
    }

    private static void addProducts(Selection.Goods goods, List<String> conditions, SqlParameters parameters) {
        if (!goods.keys().isEmpty()) {
            conditions.add("f.product_code = any(" + parameters.add(goods.keys()) + ")");
            return;
        }
        conditions.add("f.product_code in (select key from product where classification = "
                + parameters.add(String.valueOf(goods.classification())) + " and level = any("
                + parameters.addNumbers(goods.levels()) + "))");
    }

    static void addAmounts(Selection.Range range, List<String> conditions, SqlParameters parameters) {
        BigDecimal least = range.least();
        BigDecimal most = range.most();
        if (least != null) {
            conditions.add("f.amount >= " + parameters.add(least));
        }
        if (most != null) {
            conditions.add("f.amount <= " + parameters.add(most));
        }
    }
}
