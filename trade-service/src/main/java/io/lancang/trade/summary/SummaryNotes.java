package io.lancang.trade.summary;

import io.lancang.trade.figure.Currency;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.flow.Dimension;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says what a summary kept apart, combined or left out. */
final class SummaryNotes {
    private final Question question;
    private final List<SummaryRow> rows;
    private final List<String> notes = new ArrayList<>();

    private SummaryNotes(Question question, List<SummaryRow> rows) {
        this.question = question;
        this.rows = rows;
    }

    static List<String> of(Question question, List<SummaryRow> rows) {
        SummaryNotes all = new SummaryNotes(question, rows);
        all.aboutConversion();
        all.aboutUnits();
        all.aboutCombinations();
        all.aboutSelection();
        return List.copyOf(all.notes);
    }

    private void aboutConversion() {
        Currency target = question.convertTo();
        if (target == null) {
            return;
        }
        notes.add("Amounts in another currency were converted to " + target + " by the average rate of each period, as"
                + " `exchangeRates` has it; where a dataset gives both currencies its own amounts stand.");
        if (rows.stream().anyMatch(row -> row.currency() != target)) {
            notes.add("There is no rate of some periods: their amounts are in their own currency.");
        }
    }

    private void aboutUnits() {
        if (differ(SummaryRow::currency)) {
            notes.add("Amounts in different currencies are kept apart, in rows of their own.");
        }
        if (!question.combines(Combination.VALUATIONS) && differ(SummaryRow::valuation)) {
            notes.add("Exports (FOB) and imports (CIF) are kept apart, in rows of their own;"
                    + " `combine: [VALUATIONS]` adds them.");
        }
        if (!question.combines(Combination.DATASETS) && differ(SummaryRow::datasetIds)) {
            notes.add("Datasets are kept apart, in rows of their own: where two have the same figure both are here."
                    + " `combine: [DATASETS]` takes in each period and flow the one that comes first.");
        }
    }

    private boolean differ(Function<SummaryRow, @Nullable Object> unit) {
        return rows.stream()
                        .map(row -> Objects.toString(unit.apply(row)))
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }

    private void aboutCombinations() {
        if (rows.stream().anyMatch(row -> row.valuation() == null)) {
            notes.add("Sums without a valuation add exports (FOB) and imports (CIF).");
        }
        if (asksForBothWays() && rows.stream().anyMatch(row -> row.valuation() != null)) {
            notes.add(
                    "Some sums have a valuation: of their groups only exports (FOB) or only imports (CIF) are reported,"
                            + " so that they are no totals.");
        }
        if (rows.stream().anyMatch(row -> row.datasetIds().size() > 1)) {
            notes.add("Some sums are of several datasets, in each period and flow the one that comes first.");
        }
    }

    private boolean asksForBothWays() {
        return question.combines(Combination.VALUATIONS)
                && !question.groupsBy(Dimension.FLOW)
                && question.selection().flows().containsAll(List.of(Flow.EXPORTS, Flow.IMPORTS));
    }

    private void aboutSelection() {
        if (question.asks(Measure.SHARE)) {
            notes.add(
                    "SHARE is of the sum of what the filter finds. `TradePoint.shareOfChina` is of what the dataset has for"
                            + " the world, which may be more than the sum over partners.");
        }
        if (question.selection().who().isEveryone()) {
            notes.add(
                    "Countries and former states count; aggregates such as WORLD do not, unless `partners` names them.");
        }
        BigDecimal least = question.leastSum();
        if (least != null) {
            notes.add("Groups with a sum below " + least.toPlainString() + " are left out"
                    + (question.hasRemainder() ? " or in the remainder" : "") + "; SHARE is of all.");
        }
        if (question.groupsBy(Dimension.BLOC)) {
            notes.add(
                    "Blocs overlap: a partner counts in each of its own, so that their sums do not add up to the whole.");
        }
        if (question.top() != null && !question.hasRemainder()) {
            notes.add("Blocs overlap, so that there is no remainder beside the `top`.");
        }
    }
}
