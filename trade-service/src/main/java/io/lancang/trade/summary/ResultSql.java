package io.lancang.trade.summary;

import io.lancang.trade.selection.SqlParameters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** The table of what shares are of. A partner counts once in it, in however many blocs it is. */
    String whole() {
        return "whole as (select " + SummaryKeys.begin(keys.whole()) + "sum(total) as whole from chosen"
                + SummaryKeys.groupBy(keys.whole()) + ")";
    }

    /** @param most the number of groups that are returned at most */
    String select(int most) {
        return """
                select k.*, w.whole, (k.total * 100 / nullif(w.whole, 0))::float8 as share,
                       k.total / nullif(k.figures, 0) as average, %s
                from kept k left join whole w on %s%s%s
                order by k.is_other, %s
                limit %s""".formatted(
                        growthColumns(),
                        SummaryKeys.areSame("w", "k", keys.whole()),
                        question.asks(Measure.GROWTH) ? before() : "",
                        sinceFirst(),
                        orderBy(),
                        parameters.add(most));
    }

    /** Imports alone, where exports are not reported, did not grow on exports and imports together. */
    private String growthColumns() {
        return question.asks(Measure.GROWTH)
                ? "case when k.valuations = b.valuations then ((k.total - b.total) * 100 / nullif(b.total, 0))::float8 end"
                        + " as growth, b.total as before, b.valuations as valuations_before"
                : "null::float8 as growth, null::numeric as before, null::text[] as valuations_before";
    }

    private String before() {
        List<String> others =
                keys.all().stream().filter(key -> !"period".equals(key)).toList();
        return " left join kept b on b.period = (k.period - make_interval(months => "
                + parameters.add(question.selection().when().frequency().months())
                + "))::date and b.is_other = k.is_other and " + SummaryKeys.areSame("b", "k", others);
    }

    /** The periods that were read only to grow on are no groups. */
    private String sinceFirst() {
        return keys.firstOfGrowth().stream()
                .map(first -> " where k.period >= " + parameters.add(first))
                .collect(Collectors.joining());
    }

    private String orderBy() {
        String byKeys = SummaryKeys.of("k", keys.all());
        Optional<String> measure = question.order().measure().map(each -> switch (each) {
            case SUM -> "k.total";
            case COUNT -> "k.figures";
            case AVERAGE -> "average";
            case MIN -> "k.smallest";
            case MAX -> "k.largest";
            case SHARE -> "share";
            case GROWTH -> "growth";
        });
        return measure.map(each -> each + (question.order().isDescending() ? " desc" : "") + " nulls last, " + byKeys)
                .orElse(byKeys);
    }
}
