package io.lancang.trade.selection;

import io.lancang.kit.history.Vantage;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.flow.CountedMembers;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.product.Classification;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Figures that are selected: a filter whose codes exist, with its defaults filled in. An empty list restricts nothing.
 *
 * @param who whose trade with whom
 * @param goods which products
 * @param when which periods
 * @param flows which flows, never empty
 * @param range which amounts, in which currency
 * @param datasets numbers of datasets
 * @param vantage from when the figures are seen
 */
public record Selection(
        Who who, Goods goods, When when, List<Flow> flows, Range range, List<Integer> datasets, Vantage vantage) {
    /**
     * Reporters and partners.
     *
     * @param reporters codes, never empty
     * @param aggregates those of {@code partners} that are aggregates, such as WORLD
     */
    public record Who(
            List<String> reporters,
            List<String> partners,
            Set<String> aggregates,
            List<String> blocs,
            CountedMembers members,
            List<String> regions) {
        /** Whether every country and former state counts, and no aggregate. */
        public boolean isEveryone() {
            return partners.isEmpty() && blocs.isEmpty() && regions.isEmpty();
        }
    }

    /** The same without a bloc: with who belongs to none of them as well. */
    public Selection ofAnyBloc() {
        Who anybody =
                new Who(who.reporters(), who.partners(), who.aggregates(), List.of(), who.members(), who.regions());
        return new Selection(anybody, goods, when, flows, range, datasets, vantage);
    }

    /**
     * Products, by key or by level of a classification.
     *
     * @param keys keys of products; empty if the level says which
     * @param levels the levels that the products have, never empty
     */
    public record Goods(List<String> keys, @Nullable Classification classification, Set<Integer> levels) {
        /** The key of all goods. */
        public static final Goods ALL = new Goods(List.of(Classification.ALL_GOODS), null, Set.of(0));

        /** Whether it is all goods as one. */
        public boolean isAll() {
            return levels.equals(ALL.levels());
        }

        /** Whether products are named one by one, other than all goods as one. */
        public boolean isNamed() {
            return !keys.isEmpty() && !keys.equals(ALL.keys());
        }
    }

    /** Periods of one length, from one key to another, each included; null for no bound. */
    public record When(
            Frequency frequency,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    /** Amounts, in units of their currency; null for no bound, or any currency. */
    public record Range(
            @Nullable Currency currency,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) {
        /** Whether amounts are bounded. */
        public boolean isOfAmounts() {
            return least != null || most != null;
        }
    }

    /** The same of any amount. */
    public Selection ofAnyAmount() {
        return new Selection(who, goods, when, flows, new Range(range.currency(), null, null), datasets, vantage);
    }

    /** The same with the periods before each that it has, to grow on. */
    public Selection withPeriodBefore() {
        LocalDate first = when.first();
        LocalDate earlier =
                first == null ? null : first.minusMonths(when.frequency().months());
        return new Selection(
                who, goods, new When(when.frequency(), earlier, when.last()), flows, range, datasets, vantage);
    }
}
