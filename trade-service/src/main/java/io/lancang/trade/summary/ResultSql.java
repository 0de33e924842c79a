package io.lancang.trade.summary;

import io.lancang.trade.flow.Dimension;
import io.lancang.trade.selection.SqlParameters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Writes the end of a summary: its groups with what they are a share of and what they grew on, in order. */
final class ResultSql {
    private final Question question;
    private final SummaryKeys keys;
    private final SqlParameters parameters;

    ResultSql(Question question, SummaryKeys keys, SqlParameters parameters) {
        this.question = question;
        this.keys = keys;
        this.parameters = parameters;
    }

    /** The tables of what shares are of, and of what groups grew on. */
    String tables() {
        return question.growsLikeForLike() ? whole() + ", " + alike() : whole();
    }

    /** A partner counts once in the whole, in however many blocs it is. */
    private String whole() {
        return "whole as (select " + SummaryKeys.begin(keys.whole()) + "sum(total) as whole from chosen"
                + SummaryKeys.groupBy(keys.whole()) + ")";
    }

    /** The sums of each group over those of its figures whose partner has one of the same flow and dataset a period before. */
    private String alike() {
        String same = sameOf(Dimension.REPORTER) + sameOf(Dimension.PRODUCT);
        return """
                alike as (
                  select %s, sum(s.total) as total, sum(c.total) as before, sum(s.figures)::bigint as figures,
                         array_agg(distinct s.partner_code) as partners
                  from spread s
                  join base c
                    on c.period = (s.period - make_interval(months => %s))::date and c.partner_code = s.partner_code
                   and c.flow = s.flow and c.currency = s.currency and c.told_by = s.told_by%s
                  group by %s
                )""".formatted(SummaryKeys.of("s", keys.all()), months(), same, SummaryKeys.of("s", keys.all()));
    }

    private String sameOf(Dimension dimension) {
        String column = SummaryKeys.column(dimension);
        return question.groupsBy(dimension) ? " and c." + column + " = s." + column : "";
    }

    private String months() {
        return parameters.add(question.selection().when().frequency().months());
    }

    /** @param most the number of groups that are returned at most */
    String select(int most) {
        return """
                select k.*, w.whole, (k.total * 100 / nullif(w.whole, 0))::float8 as share,
                       k.total / nullif(k.figures, 0) as average, %s
                from kept k left join whole w on %s%s
                where %s
                order by k.is_other, %s
                limit %s""".formatted(
                        growthColumns(),
                        SummaryKeys.areSame("w", "k", keys.whole()),
                        question.asks(Measure.GROWTH) ? before() : "",
                        told(),
                        orderBy(),
                        parameters.add(most));
    }

    /** Imports alone, where exports are not reported, did not grow on exports and imports together. */
    private String growthColumns() {
        if (!question.asks(Measure.GROWTH)) {
            return "null::float8 as growth, null::numeric as before, null::text[] as valuations_before,"
                    + " null::int[] as datasets_before, null::bigint as figures_compared, null::text[] as compared";
        }
        String growth = question.growsLikeForLike()
                ? "case when k.is_other then " + growthOf("k.total", "b.total") + " else "
                        + growthOf("a.total", "a.before") + " end"
                : growthOf("k.total", "b.total");
        return "case when k.valuations = b.valuations and k.dataset_ids = b.dataset_ids then " + growth
                + " end as growth,"
                + " b.total as before, b.valuations as valuations_before, b.dataset_ids as datasets_before, "
                + (question.growsLikeForLike()
                        ? "a.figures as figures_compared, a.partners as compared"
                        : "null::bigint as figures_compared, null::text[] as compared");
    }

    private static String growthOf(String total, String before) {
        return "((" + total + " - " + before + ") * 100 / nullif(" + before + ", 0))::float8";
    }

    private String before() {
        List<String> others =
                keys.all().stream().filter(key -> !"period".equals(key)).toList();
        String join = " left join kept b on b.period = (k.period - make_interval(months => " + months()
                + "))::date and b.is_other = k.is_other and " + SummaryKeys.areSame("b", "k", others);
        return question.growsLikeForLike()
                ? join + " left join alike a on not k.is_other and " + SummaryKeys.areSame("a", "k", keys.all())
                : join;
    }

    /** Which groups are told: the periods that were read only to grow on are none, and small ones may be left out. */
    private String told() {
        List<String> conditions = new ArrayList<>(List.of("true"));
        keys.firstOfGrowth().forEach(first -> conditions.add("k.period >= " + parameters.add(first)));
        BigDecimal least = question.leastSum();
        if (least != null && question.top() == null) {
            conditions.add("k.total >= " + parameters.add(least));
        }
        return String.join(" and ", conditions);
    }

    private String orderBy() {
        String byKeys = SummaryKeys.of("k", keys.all());
        Measure measure = question.order().measure();
        return measure == null
                ? byKeys
                : columnOf(measure) + (question.order().isDescending() ? " desc" : "") + " nulls last, " + byKeys;
    }

    private static String columnOf(Measure measure) {
        return switch (measure) {
            case SUM -> "k.total";
            case COUNT -> "k.figures";
            case AVERAGE -> "average";
            case MIN -> "k.smallest";
            case MAX -> "k.largest";
            case SHARE -> "share";
            case GROWTH -> "growth";
        };
    }
}
