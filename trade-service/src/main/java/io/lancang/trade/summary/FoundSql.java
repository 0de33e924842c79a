package io.lancang.trade.summary;

import io.lancang.trade.figure.CodeSql;
import io.lancang.trade.flow.Dimension;
import io.lancang.trade.partner.PartnersSeen;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.selection.Selection;
import io.lancang.trade.selection.SelectionSql;
import io.lancang.trade.selection.SqlParameters;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the first tables of a summary: {@code found} sums what the filter finds, from the table with the fewest rows that
 * can tell it, and {@code base} has it in the currency that is asked for.
 */
final class FoundSql {
    private static final String BY_PRODUCT = "trade_product_rollup";
    private static final String BY_YEAR = "trade_product_year";
    private static final String BY_LEVEL = "trade_level_total";
    private static final String OF_FIGURES = "count(*) as figures, min(f.amount) as smallest, max(f.amount) as largest";
    /** A sum over partners knows the figures that it is over. */
    private static final String OVER_PARTNERS =
            "sum(f.figures)::bigint as figures, min(f.smallest) as smallest, max(f.largest) as largest";
    /** Currency, valuation and dataset: what a sum is served with. */
    private static final List<String> WITH = List.of("f.dataset_id", "f.currency", "f.valuation");

    private final Question question;
    private final SummaryKeys keys;
    private final SqlParameters parameters;

    FoundSql(Question question, SummaryKeys keys, SqlParameters parameters) {
        this.question = question;
        this.keys = keys;
        this.parameters = parameters;
    }

    String tables() {
        Selection selection =
                question.asks(Measure.GROWTH) ? question.selection().withPeriodBefore() : question.selection();
        List<String> apart = apart();
        return CodeSql.in("""
                found as (
                  select %s, f.dataset_id::int as given_by, f.valuation as valued, sum(f.amount) as total, %s,
                         max(position(f.quality::text in {qualities})) as doubt
                  from %s f%s
                  where %s
                  group by %s
                ),
                %s""")
                .formatted(
                        String.join(", ", apart.stream().map(FoundSql::selected).toList()),
                        isOverPartners() ? OVER_PARTNERS : OF_FIGURES,
                        table(),
                        question.groupsBy(Dimension.REGION)
                                ? " join " + PartnersSeen.from(selection.vantage()) + " p on p.code = f.partner_code"
                                : "",
                        condition(selection),
                        String.join(", ", apart),
                        new ConversionSql(question, parameters).base(apart));
    }

    /**
     * Whether each sum is a group already: it is kept apart from others by what groups are, and comes from one dataset and has
     * one valuation.
     */
    boolean isGrouped() {
        return Set.copyOf(keys.all())
                .equals(apart().stream()
                        .map(column -> column.substring(column.indexOf('.') + 1))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** The columns that sums are kept apart by: few, so that sums are few where groups are. */
    private List<String> apart() {
        List<String> apart = new ArrayList<>();
        if (keys.needPeriods()) {
            apart.add("f.period");
        }
        if (keys.needFlows()) {
            apart.add("f.flow");
        }
        apart.addAll(WITH);
        if (needPartners()) {
            apart.add("f.partner_code");
        }
        if (question.groupsBy(Dimension.REGION)) {
            apart.add("p.region");
        }
        if (question.groupsBy(Dimension.PRODUCT)) {
            apart.add("f.product_code");
        }
        if (question.groupsBy(Dimension.REPORTER)) {
            apart.add("f.reporter_code");
        }
        return apart;
    }

    private static String selected(String column) {
        return switch (column) {
            case "f.flow" -> "f.flow::text as flow";
            case "f.dataset_id" -> "f.dataset_id::int as dataset_id";
            default -> column;
        };
    }

    private boolean needPartners() {
        return question.groupsBy(Dimension.PARTNER) || question.groupsBy(Dimension.BLOC) || question.comparesMembers();
    }

    /** Products down to chapters and divisions are kept as sums by partner; others, over all partners, by product. */
    private String table() {
        boolean isHigh = question.selection().goods().levels().stream().allMatch(level -> level <= 2);
        boolean needsPartners = needPartners() || question.groupsBy(Dimension.REGION);
        boolean isWithEveryone = question.selection().who().isEveryone()
                && !question.selection().range().isOfAmounts();
        if (isWithEveryone && !needsPartners) {
            return isAboutLevels() ? BY_LEVEL : isAboutYears() ? BY_YEAR : BY_PRODUCT;
        }
        return isHigh ? "trade_rollup" : "trade_flow";
    }

    /** Whether all products of levels are served, and none apart from others. */
    private boolean isAboutLevels() {
        return question.selection().goods().keys().isEmpty() && !question.groupsBy(Dimension.PRODUCT);
    }

    /** Whether months are served in whole years, and none apart from others. */
    private boolean isAboutYears() {
        Selection.When when = question.selection().when();
        LocalDate first = when.first();
        LocalDate last = when.last();
        return when.frequency() == Frequency.MONTHLY
                && !keys.needPeriods()
                && (first == null || first.getMonth() == Month.JANUARY)
                && (last == null || last.getMonth() == Month.DECEMBER);
    }

    private boolean isOverPartners() {
        return List.of(BY_PRODUCT, BY_YEAR, BY_LEVEL).contains(table());
    }

    private String condition(Selection selection) {
        if (question.comparesMembers() && !selection.who().blocs().isEmpty()) {
            // Who joins a bloc grows on what it traded before, so that members are picked when periods are compared.
            return SelectionSql.condition(selection.ofAnyBloc(), parameters)
                    + "\n  and f.partner_code <> f.reporter_code";
        }
        if (table().equals(BY_LEVEL)) {
            return SelectionSql.conditionOverProducts(selection, parameters);
        }
        return isOverPartners()
                ? SelectionSql.conditionOverPartners(selection, parameters)
                : SelectionSql.condition(selection, parameters);
    }
}
