package io.lancang.trade.summary;

import io.lancang.trade.figure.Currency;
import io.lancang.trade.flow.Composition;
import io.lancang.trade.flow.Dimension;
import io.lancang.trade.selection.Selection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a summary is asked for.
 *
 * @param groupBy the keys of a group, each once
 * @param convertTo the currency that every amount is converted to; null for none
 * @param growthComposition over whom GROWTH is, as somebody asks for it: LIKE_FOR_LIKE or AS_OF_YEAR; null for the first of all goods,
 *     and for the same members of blocs of products
 * @param leastSum the least sum of a group, in units of its currency; null for any
 * @param top how many groups to keep, the rest becoming a remainder; null for all
 */
record Question(
        Selection selection,
        List<Dimension> groupBy,
        Set<Measure> measures,
        Set<Combination> combine,
        @Nullable Currency convertTo,
        @Nullable Composition growthComposition,
        @Nullable BigDecimal leastSum,
        SummaryOrder order,
        @Nullable Integer top) {
    /** The same without a least sum. */
    Question ofAnySum() {
        return new Question(selection, groupBy, measures, combine, convertTo, growthComposition, null, order, top);
    }

    boolean groupsBy(Dimension dimension) {
        return groupBy.contains(dimension);
    }

    boolean asks(Measure measure) {
        return measures.contains(measure);
    }

    boolean combines(Combination combination) {
        return combine.contains(combination);
    }

    /**
     * Whether growth compares the same partners, flow by flow: unless something else is asked for, of all goods, where no figure means
     * that none was reported. Of a product it mostly means that nothing was traded, so that the sums are compared as they are.
     */
    boolean growsLikeForLike() {
        return asks(Measure.GROWTH)
                && (growthComposition == null
                        ? selection.goods().isAll()
                        : growthComposition == Composition.LIKE_FOR_LIKE);
    }

    /**
     * Whether growth compares the same members of blocs with all that they have: of products, unless something else is asked for. A
     * member without a figure of a product mostly traded nothing of it, and one that came or went would be growth.
     */
    boolean growsOverSameMembers() {
        return asks(Measure.GROWTH)
                && growthComposition == null
                && !selection.goods().isAll()
                && (groupsBy(Dimension.BLOC) || !selection.who().blocs().isEmpty());
    }

    /** Whether growth compares the members of the later period in both, whatever they have to have. */
    boolean comparesMembers() {
        return growsLikeForLike() || growsOverSameMembers();
    }

    /** The keys but the period: what is ranked by {@code top}. */
    List<Dimension> entity() {
        return groupBy.stream()
                .filter(dimension -> dimension != Dimension.PERIOD)
                .toList();
    }

    /** Blocs overlap, so that what is left over by some of them is no remainder. */
    boolean hasRemainder() {
        return top != null && !groupsBy(Dimension.BLOC);
    }
}
