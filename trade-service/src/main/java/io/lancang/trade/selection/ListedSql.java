package io.lancang.trade.selection;

import io.lancang.trade.partner.PartnersSeen;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a selection as conditions that each row is asked by itself: no table is joined, so that rows stay in the order of the
 * index that they are read from, and reading stops with the last one that is wanted.
 */
public final class ListedSql {
    private ListedSql() {}

    /** The condition on figures with the alias {@code f}. */
    public static String ofFigures(Selection selection, SqlParameters parameters) {
        List<String> conditions = SelectionSql.withoutPartnersAndProducts(selection, parameters);
        addPartners(selection, conditions, parameters);
        addProducts(selection.goods(), conditions, parameters);
        SelectionSql.addAmounts(selection.range(), conditions, parameters);
        return String.join("\n  and ", conditions);
    }

    /**
     * A query of the figures of a selection that are found whatever their product is, such as large amounts. Of which level each
     * product is, is asked of all of them together, and not in each partition again.
     *
     * @param further conditions on figures {@code f}, each beginning with {@code and}
     */
    public static String ofFew(Selection selection, SqlParameters parameters, String further) {
        Selection.Goods goods = selection.goods();
        if (!goods.keys().isEmpty()) {
            return "select f.* from trade_flow f where " + ofFigures(selection, parameters) + further;
        }
        List<String> conditions = SelectionSql.withoutPartnersAndProducts(selection, parameters);
        addPartners(selection, conditions, parameters);
        SelectionSql.addAmounts(selection.range(), conditions, parameters);
        // An offset keeps the planner from reading product by product.
        return "select f.* from (select f.* from trade_flow f where " + String.join("\n  and ", conditions) + further
                + " offset 0) f join product g on g.key = f.product_code and g.classification = "
                + parameters.add(String.valueOf(goods.classification())) + " and g.level = any("
                + parameters.addNumbers(goods.levels()) + ")";
    }

    /**
     * The condition on rows of {@code trade_flow_tally} with the alias {@code f}: those of the levels that the products have, of
     * figures of any amount. Where {@link #isTallied} they count just what the selection finds, else more.
     */
    public static String ofTally(Selection selection, SqlParameters parameters) {
        List<String> conditions = SelectionSql.withoutPartnersAndProducts(selection, parameters);
        addPartners(selection, conditions, parameters);
        addLevels(selection.goods(), conditions, parameters);
        return String.join("\n  and ", conditions);
    }

    /** The condition on rows of {@code trade_amount_tally} with the alias {@code f}, which count figures with everybody at present. */
    public static String ofAmountTally(Selection selection, SqlParameters parameters) {
        List<String> conditions = SelectionSql.withoutLifetime(selection, parameters);
        addLevels(selection.goods(), conditions, parameters);
        return String.join("\n  and ", conditions);
    }

    /** Whether what is kept of how many figures there are counts those of this selection, no more and no fewer. */
    public static boolean isTallied(Selection selection) {
        return !selection.goods().isNamed() && !selection.range().isOfAmounts();
    }

    private static void addLevels(Selection.Goods goods, List<String> conditions, SqlParameters parameters) {
        conditions.add("f.level = any(" + parameters.addNumbers(goods.levels()) + ")");
        // All goods are of every classification, and of the level 0.
        conditions.add(
                goods.classification() == null
                        ? "f.classification = 'ALL'"
                        : "f.classification in ('ALL', "
                                + parameters.add(goods.classification().name()) + ")");
    }

    private static void addPartners(Selection selection, List<String> conditions, SqlParameters parameters) {
        Selection.Who who = selection.who();
        if (who.isEveryone()) {
            conditions.add("f.partner_code <> all(array(select code from partner where kind = 'AGGREGATE'))");
            return;
        }
        List<String> sets = new ArrayList<>();
        if (!who.partners().isEmpty()) {
            conditions.add("f.partner_code = any(" + parameters.add(who.partners()) + ")");
        }
        if (!who.blocs().isEmpty()) {
            String blocs = parameters.add(who.blocs());
            sets.add("select partner_code from membership where bloc_code = any(" + blocs + ")");
            // An offset keeps the planner from making a join of it.
            conditions.add("exists (select from membership m where m.bloc_code = any(" + blocs
                    + ") and m.partner_code = f.partner_code and "
                    + SelectionSql.isMember(who.members(), selection.vantage()) + " offset 0)");
        }
        if (!who.regions().isEmpty()) {
            sets.add("select code from " + PartnersSeen.from(selection.vantage()) + " where region = any("
                    + parameters.add(who.regions()) + ")");
        }
        sets.forEach(set -> conditions.add("f.partner_code = any(array(" + set + "))"));
        if (!sets.isEmpty()) {
            conditions.add("f.partner_code <> f.reporter_code");
        }
    }

    private static void addProducts(Selection.Goods goods, List<String> conditions, SqlParameters parameters) {
        if (!goods.keys().isEmpty()) {
            conditions.add("f.product_code = any(" + parameters.add(goods.keys()) + ")");
            return;
        }
        // Asked whether it is true, the planner makes no join of it either.
        conditions.add("(f.product_code in (select key from product where classification = "
                + parameters.add(String.valueOf(goods.classification())) + " and level = any("
                + parameters.addNumbers(goods.levels()) + "))) is true");
    }
}
