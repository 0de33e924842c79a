package io.lancang.trade.summary;

import io.lancang.kit.connection.Slice;
import io.lancang.kit.error.ServiceException;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.flow.Composition;
import io.lancang.trade.flow.Dimension;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.selection.Selection;
import java.util.List;

/** Refuses sums that would count something twice or compare what cannot be compared. */
final class QuestionRules {
    private QuestionRules() {}

    static void check(Question question) {
        checkMeasures(question);
        checkTop(question);
        checkReporters(question);
        checkAggregates(question);
        checkProducts(question);
        checkFlows(question);
        checkPeriods(question);
        checkConversion(question);
    }

    private static void checkMeasures(Question question) {
        if (question.asks(Measure.GROWTH) && !question.groupsBy(Dimension.PERIOD)) {
            throw ServiceException.badInput(
                    "GROWTH is asked for, and `groupBy` has no PERIOD to grow on.", "Add PERIOD to `groupBy`.");
        }
        Composition composition = question.growthComposition();
        if (composition == Composition.CURRENT) {
            throw ServiceException.badInput(
                    "`growthComposition` is CURRENT, and sums are over whom the filter says.",
                    "Send `composition: CURRENT` in the filter: then sums and growth are over today's members.");
        }
        if (composition != null && !question.asks(Measure.GROWTH)) {
            throw ServiceException.badInput(
                    "`growthComposition` is " + composition + ", and `measures` does not have GROWTH.",
                    "Add GROWTH to `measures`, or leave `growthComposition` out.");
        }
        Measure measure = question.order().measure();
        if (measure != null && !question.asks(measure)) {
            throw ServiceException.badInput(
                    "`orderBy` is " + question.order() + ", and `measures` does not have " + measure + ".",
                    "Add " + measure + " to `measures`, or order by another.");
        }
    }

    private static void checkTop(Question question) {
        Integer top = question.top();
        if (top == null) {
            return;
        }
        Slice.checkSize("top", top);
        if (question.entity().isEmpty()) {
            throw ServiceException.badInput(
                    "`top` is given, and `groupBy` has nothing but periods to choose from.",
                    "Group by what is to be ranked, such as PARTNER, or leave `top` out.");
        }
        if (question.order().measure() == Measure.GROWTH) {
            throw ServiceException.badInput(
                    "`top` is given, and `orderBy` is " + question.order()
                            + ": growth differs from period to period, so it chooses no groups.",
                    "Order by SUM_DESC with `top`, or leave `top` out.");
        }
    }

    private static void checkReporters(Question question) {
        List<String> reporters = question.selection().who().reporters();
        if (reporters.size() > 1 && !question.groupsBy(Dimension.REPORTER)) {
            throw ServiceException.badInput(
                    "The filter has " + reporters.size()
                            + " reporters, and a sum over them would add what each says of the other.",
                    "Add REPORTER to `groupBy`, or name one reporter.");
        }
    }

    private static void checkAggregates(Question question) {
        Selection.Who who = question.selection().who();
        boolean mixes = !who.aggregates().isEmpty() && who.partners().size() > 1;
        if (mixes && (!question.groupsBy(Dimension.PARTNER) || sharesOrRanks(question))) {
            throw ServiceException.badInput(
                    "The filter names the aggregate "
                            + who.aggregates().iterator().next()
                            + " beside other partners, which would count twice in a sum.",
                    "Ask for the aggregate alone, or group by PARTNER without SHARE and `top`.");
        }
    }

    private static void checkProducts(Question question) {
        Selection.Goods goods = question.selection().goods();
        if (goods.levels().size() > 1 && (!question.groupsBy(Dimension.PRODUCT) || sharesOrRanks(question))) {
            throw ServiceException.badInput(
                    "The filter names products of the levels "
                            + goods.levels().stream().sorted().toList()
                            + ", of which one may be a part of another and count twice.",
                    "Name products of one level, or group by PRODUCT without SHARE and `top`.");
        }
    }

    private static boolean sharesOrRanks(Question question) {
        return question.asks(Measure.SHARE) || question.top() != null;
    }

    private static void checkFlows(Question question) {
        List<Flow> flows = question.selection().flows();
        boolean wholeAndPart = (flows.contains(Flow.EXPORTS) && flows.contains(Flow.RE_EXPORTS))
                || (flows.contains(Flow.IMPORTS) && flows.contains(Flow.RE_IMPORTS));
        if (wholeAndPart && (!question.groupsBy(Dimension.FLOW) || sharesOrRanks(question))) {
            throw ServiceException.badInput(
                    "The filter has a flow and its part (re-exports are exports), which would count twice.",
                    "Group by FLOW without SHARE and `top`, or leave one out.");
        }
    }

    private static void checkPeriods(Question question) {
        if (question.selection().when().frequency() == Frequency.CUMULATIVE && !question.groupsBy(Dimension.PERIOD)) {
            throw ServiceException.badInput(
                    "`frequency` is CUMULATIVE: sums from January on contain each other.",
                    "Add PERIOD to `groupBy`, or sum months.");
        }
        if (question.asks(Measure.GROWTH) && question.selection().when().frequency() == Frequency.CUMULATIVE) {
            throw ServiceException.badInput(
                    "GROWTH is asked for of sums from January on, of which each contains the one before.",
                    "Ask for months or years.");
        }
    }

    private static void checkConversion(Question question) {
        Currency only = question.selection().range().currency();
        Currency target = question.convertTo();
        if (target != null && only != null) {
            throw ServiceException.badInput(
                    "`convertTo` is given, and the filter has figures in " + only + " only: a dataset's own figures in "
                            + target + " would be left out.",
                    "Leave `currency` out of the filter.");
        }
    }
}
