package io.lancang.trade.summary;

import static java.util.Objects.requireNonNullElse;

import io.lancang.trade.flow.Dimension;
import io.lancang.trade.selection.SqlParameters;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the table {@code kept} of a summary: all of its groups, or the largest and, if there is one, the remainder of each
 * period as a group of its own.
 */
final class TopSql {
    private final Question question;
    private final SummaryKeys keys;
    private final SqlParameters parameters;

    TopSql(Question question, SummaryKeys keys, SqlParameters parameters) {
        this.question = question;
        this.keys = keys;
        this.parameters = parameters;
    }

    String tables() {
        Integer top = question.top();
        return top == null
                ? "kept as (select *, false as is_other from grouped)"
                : (isOfOnePeriod() ? placedAtOnce(top) : ranked() + ", " + placed(top)) + ", " + kept();
    }

    /** Whether each group is ranked by itself. */
    private boolean isOfOnePeriod() {
        return !question.groupsBy(Dimension.PERIOD);
    }

    private String placedAtOnce(int top) {
        return "placed as (select g.*, " + place() + " <= " + parameters.add(top) + large("total")
                + " as is_top from grouped g)";
    }

    /** Groups are ranked by all of their periods together. */
    private String ranked() {
        String since = keys.firstOfGrowth().stream()
                .map(first -> " where period >= " + parameters.add(first))
                .collect(Collectors.joining());
        return "ranked as (select " + SummaryKeys.begin(keys.ranked()) + place() + " as place, total from (select "
                + SummaryKeys.begin(keys.ranked())
                + "sum(total) as total, sum(figures) as figures, min(smallest) as smallest, max(largest) as largest"
                + " from grouped" + since + SummaryKeys.groupBy(keys.ranked()) + ") over_periods)";
    }

    private String place() {
        BigDecimal least = question.leastSum();
        String largeFirst = least == null ? "" : "(total >= " + parameters.add(least) + ") desc, ";
        return "row_number() over (partition by " + String.join(", ", keys.units()) + " order by " + largeFirst
                + rankMeasure()
                + ", " + String.join(", ", keys.entity()) + ")";
    }

    /** The condition that a group is as large as one has to be. */
    private String large(String total) {
        BigDecimal least = question.leastSum();
        return least == null ? "" : " and " + total + " >= " + parameters.add(least);
    }

    private String rankMeasure() {
        Measure ordered = question.order().measure();
        Measure measure = requireNonNullElse(ordered, Measure.SUM);
        boolean ascending = ordered != null && !question.order().isDescending();
        String expression = switch (measure) {
            case SUM, SHARE, GROWTH -> "total";
            case COUNT -> "figures";
            case AVERAGE -> "total / figures";
            case MIN -> "smallest";
            case MAX -> "largest";
        };
        return expression + (ascending ? "" : " desc");
    }

    private String placed(int top) {
        return "placed as (select g.*, coalesce(r.place <= " + parameters.add(top) + large("r.total")
                + ", false) as is_top from grouped g left join ranked r on "
                + SummaryKeys.areSame("r", "g", keys.ranked()) + ")";
    }

    private String kept() {
        String top = "select " + String.join(", ", columns()) + ", false as is_other from placed where is_top";
        return "kept as (" + (question.hasRemainder() ? top + " union all " + remainder() : top) + ")";
    }

    private List<String> columns() {
        return Stream.concat(keys.all().stream(), SummarySql.MEASURED.stream()).toList();
    }

    /**
     * A group comes once for each dataset and valuation that it is of, to name them all, and counts the first time. Types are
     * those of the groups that it is united with.
     */
    private String remainder() {
        List<String> entity = keys.entity();
        List<String> own =
                keys.all().stream().filter(column -> !entity.contains(column)).toList();
        String columns = keys.all().stream()
                .map(column -> entity.contains(column) ? "null as " + column : column)
                .collect(Collectors.joining(", "));
        return """
                select %s, sum(total) filter (where nth = 1), sum(figures) filter (where nth = 1)::bigint, min(smallest),
                       max(largest), max(doubt), sum(from_amount) filter (where nth = 1),
                       sum(to_amount) filter (where nth = 1),
                       array_agg(distinct given_by) filter (where given_by is not null),
                       array_agg(distinct valued) filter (where valued is not null), true
                from placed, unnest(dataset_ids, valuations) with ordinality as named (given_by, valued, nth)
                where not is_top%s""".formatted(columns, SummaryKeys.groupBy(own));
    }
}
