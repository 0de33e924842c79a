package io.lancang.trade.summary;

import io.lancang.trade.figure.CodeSql;
import io.lancang.trade.figure.Currency;
import io.lancang.trade.selection.SqlParameters;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the table {@code base} of a summary: the sums of {@code found}, each in the currency that they are converted to.
 * A sum that its dataset gives in both currencies, of as many figures, stands as it is given; others are converted by the
 * average rate of their period. {@code from_amount} and {@code to_amount} are what was converted and into what, of which
 * the rate of any further sum follows.
 */
final class ConversionSql {
    private static final String UNCONVERTED =
            "base as (select *, null::numeric as from_amount, null::numeric as to_amount from found)";

    private final Question question;
    private final SqlParameters parameters;

    ConversionSql(Question question, SqlParameters parameters) {
        this.question = question;
        this.parameters = parameters;
    }

    /** @param keys what tells the sums apart, as expressions over the figures {@code f} or their partners {@code p} */
    String base(List<String> keys) {
        Currency target = question.convertTo();
        return target == null ? UNCONVERTED : converted(target, keys);
    }

    private String converted(Currency target, List<String> keys) {
        List<String> columns = keys.stream()
                .map(key -> key.substring(key.indexOf('.') + 1))
                .filter(column -> !"currency".equals(column))
                .toList();
        String wanted = parameters.add(target.name());
        String factor = switch (target) {
            case USD -> "1 / rate";
            case CNY -> "rate";
        };
        return CodeSql.in("""
                rated as (
                  select t.*, r.cny_per_usd as rate, t.currency = {wanted} as is_own,
                         max(t.figures) filter (where t.currency = {wanted}) over same as own_figures,
                         max(t.figures) filter (where t.currency <> {wanted}) over same as other_figures,
                         max(t.total) filter (where t.currency <> {wanted}) over same as other_total
                  from found t
                  left join exchange_rate r on r.frequency = {frequency}::"char" and r.period = t.period and {sees}
                  window same as (partition by {same})
                ), scaled as (
                  select *, case when is_own or rate is null then 1 else {factor} end as factor,
                         not is_own and rate is not null as is_converted
                  from rated
                  where case when is_own then own_figures >= coalesce(other_figures, 0)
                             else own_figures is null or own_figures < figures end
                ), base as (
                  select {columns}, case when is_converted then {wanted} else currency end as currency, given_by, valued,
                         round(total * factor, 2) as total, figures, round(smallest * factor, 2) as smallest,
                         round(largest * factor, 2) as largest,
                         case when is_converted then position({estimated} in {qualities}) else doubt end as doubt,
                         case when is_converted then total when own_figures = other_figures then other_total end
                           as from_amount,
                         case when is_converted then round(total * factor, 2)
                              when own_figures = other_figures then total end as to_amount
                  from scaled
                )""")
                .replace("{wanted}", wanted)
                .replace("{factor}", factor)
                .replace(
                        "{frequency}",
                        parameters.add(question.selection().when().frequency().code()))
                .replace("{sees}", question.selection().vantage().sees("r"))
                .replace("{same}", columns.stream().map(column -> "t." + column).collect(Collectors.joining(", ")))
                .replace("{columns}", String.join(", ", columns));
    }
}
