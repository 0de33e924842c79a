package io.lancang.trade.summary;

import io.lancang.trade.flow.Dimension;
import io.lancang.trade.selection.Selection;
import io.lancang.trade.selection.SelectionSql;
import io.lancang.trade.selection.SqlParameters;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the table of what groups grew on: what the partners of the later period traded in the one before. */
final class AlikeSql {
    private final Question question;
    private final SummaryKeys keys;
    private final SqlParameters parameters;

    AlikeSql(Question question, SummaryKeys keys, SqlParameters parameters) {
        this.question = question;
        this.keys = keys;
        this.parameters = parameters;
    }

    String table() {
        return "alike as (" + (question.growsLikeForLike() ? ofFigures() : ofMembers()) + ")";
    }

    /** The length of a period, as a parameter. */
    static String months(Question question, SqlParameters parameters) {
        return parameters.add(question.selection().when().frequency().months());
    }

    /** The sums of each group over those of its figures whose partner has one of the same flow and dataset a period before. */
    private String ofFigures() {
        String same = sameOf(Dimension.REPORTER) + sameOf(Dimension.PRODUCT);
        return """
                select %s, sum(s.total) as total, sum(c.total) as before, sum(s.figures)::bigint as figures,
                       array_agg(distinct s.partner_code) as partners
                from spread s
                join base c
                  on c.period = (s.period - make_interval(months => %s))::date and c.partner_code = s.partner_code
                 and c.flow = s.flow and c.currency = s.currency and c.given_by = s.given_by%s
                group by %s
                """.formatted(
                SummaryKeys.of("s", keys.all()), months(question, parameters), same, SummaryKeys.of("s", keys.all()));
    }

    private String sameOf(Dimension dimension) {
        String column = SummaryKeys.column(dimension);
        return question.groupsBy(dimension) ? " and c." + column + " = s." + column : "";
    }

    /** What the members of the later period, which is the one of {@code f}, had before, with or without a figure of both. */
    private String ofMembers() {
        Selection.Who who = question.selection().who();
        String named = who.blocs().isEmpty() ? "" : " and m.bloc_code = any(" + parameters.add(who.blocs()) + ")";
        String member = "m.partner_code = f.partner_code and "
                + SelectionSql.isMember(who.members(), question.selection().vantage()) + named;
        String all = keys.all().stream()
                .map(key -> (key.equals(SummaryKeys.column(Dimension.BLOC)) ? "m." : "f.") + key)
                .collect(Collectors.joining(", "));
        String members = question.groupsBy(Dimension.BLOC)
                ? "left join membership m on " + member
                : "where exists (select from membership m where " + member + ")";
        return """
                select %s, sum(f.total) as before
                from (select %s b.partner_code, b.total, (b.period + make_interval(months => %s))::date as period from %s) f
                %s
                group by %s
                """.formatted(all, ownColumns(), months(question, parameters), base(), members, all);
    }

    private String ownColumns() {
        List<String> columns = keys.all().stream()
                .filter(key -> !List.of(
                                SummaryKeys.column(Dimension.PERIOD),
                                SummaryKeys.column(Dimension.BLOC),
                                SummaryKeys.column(Dimension.PARTNER))
                        .contains(key))
                .toList();
        return columns.isEmpty() ? "" : SummaryKeys.of("b", columns) + ",";
    }

    /** Where datasets are combined, that of the period before is the one that its own sums are of. */
    private String base() {
        return question.combines(Combination.DATASETS)
                ? "base b join (select distinct period, flow, currency, given_by from chosen) h"
                        + " using (period, flow, currency, given_by)"
                : "base b";
    }
}
