package io.lancang.trade.summary;

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
        return question.comparesMembers() ? whole() + ", " + new AlikeSql(question, keys, parameters).table() : whole();
    }

    /** A partner counts once in the whole, in however many blocs it is. */
    private String whole() {
        return "whole as (select " + SummaryKeys.begin(keys.whole()) + "sum(total) as whole from chosen"
                + SummaryKeys.groupBy(keys.whole()) + ")";
    }

    private String months() {
        return AlikeSql.months(question, parameters);
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
                        served(),
                        orderBy(),
                        parameters.add(most));
    }

    /** Imports alone, where exports are not reported, did not grow on exports and imports together. */
    private String growthColumns() {
        if (!question.asks(Measure.GROWTH)) {
            return "null::float8 as growth, null::numeric as before, null::text[] as valuations_before,"
                    + " null::int[] as datasets_before, null::bigint as figures_compared, null::text[] as compared";
        }
        return "case when k.valuations = b.valuations and k.dataset_ids = b.dataset_ids then " + growth()
                + " end as growth, " + basis() + " as before,"
                + " b.valuations as valuations_before, b.dataset_ids as datasets_before, "
                + (question.growsLikeForLike()
                        ? "a.figures as figures_compared, a.partners as compared"
                        : "null::bigint as figures_compared, null::text[] as compared");
    }

    private String growth() {
        String asTheyAre = growthOf("k.total", "b.total");
        if (!question.comparesMembers()) {
            return asTheyAre;
        }
        String later = question.growsLikeForLike() ? "a.total" : "k.total";
        return "case when k.is_other then " + asTheyAre + " else " + growthOf(later, "a.before") + " end";
    }

    /** What a group grew on, or what it had before if there is nothing in common. */
    private String basis() {
        return question.growsOverSameMembers() ? "case when k.is_other then b.total else a.before end" : "b.total";
    }

    private static String growthOf(String total, String before) {
        return "((" + total + " - " + before + ") * 100 / nullif(" + before + ", 0))::float8";
    }

    private String before() {
        List<String> others =
                keys.all().stream().filter(key -> !"period".equals(key)).toList();
        String join = " left join kept b on b.period = (k.period - make_interval(months => " + months()
                + "))::date and b.is_other = k.is_other and " + SummaryKeys.areSame("b", "k", others);
        return question.comparesMembers()
                ? join + " left join alike a on not k.is_other and " + SummaryKeys.areSame("a", "k", keys.all())
                : join;
    }

    /** Which groups are served: the periods that were read only to grow on are none, and small ones may be left out. */
    private String served() {
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
