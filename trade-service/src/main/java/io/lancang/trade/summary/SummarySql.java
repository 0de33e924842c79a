package io.lancang.trade.summary;

import io.lancang.trade.catalogue.DatasetsSeen;
import io.lancang.trade.flow.Dimension;
import io.lancang.trade.selection.Selection;
import io.lancang.trade.selection.SelectionSql;
import io.lancang.trade.selection.SqlParameters;
import java.util.List;

/**
 * Writes the statement of a summary, as a chain of tables: {@code base} sums what the filter finds, with what those who are
 * members of a bloc now traded before, {@code counted} is without that, {@code chosen} keeps one
 * dataset where datasets are combined, {@code spread} lets a partner count in each of its blocs, {@code grouped} has the
 * groups, {@code kept} the groups with the remainder of {@code top}, {@code whole} what shares are of.
 */
final class SummarySql {
    /** The most groups that a summary may have. */
    static final int MOST = 10_000;

    /** What each group tells beside its keys. */
    static final List<String> MEASURED = List.of(
            "total",
            "figures",
            "smallest",
            "largest",
            "doubt",
            "from_amount",
            "to_amount",
            "dataset_ids",
            "valuations");

    private static final String TOTALS = """
            sum(total) as total, sum(figures)::bigint as figures, min(smallest) as smallest, max(largest) as largest,
            max(doubt) as doubt, sum(from_amount) as from_amount, sum(to_amount) as to_amount,
            array_agg(distinct given_by) as dataset_ids, array_agg(distinct valued) as valuations
            """;

    /** What a group tells that has one sum. */
    private static final String SINGLE = """
            total, figures, smallest, largest, doubt, from_amount, to_amount, array[given_by] as dataset_ids,
            array[valued] as valuations
            """;

    private final Question question;
    private final SqlParameters parameters;
    private final SummaryKeys keys;
    private final FoundSql found;

    SummarySql(Question question, SqlParameters parameters) {
        this.question = question;
        this.parameters = parameters;
        this.keys = new SummaryKeys(question);
        this.found = new FoundSql(question, keys, parameters);
    }

    /** The statement; it returns one row more than a summary may have where there are too many. */
    String statement() {
        ResultSql result = new ResultSql(question, keys, parameters);
        return "with "
                + String.join(
                        ", ",
                        found.tables(),
                        counted(),
                        chosen(),
                        spread(),
                        grouped(),
                        new TopSql(question, keys, parameters).tables(),
                        result.tables())
                + "\n" + result.select(MOST + 1);
    }

    private String counted() {
        Selection.Who who = question.selection().who();
        if (!question.comparesMembers() || who.blocs().isEmpty()) {
            return "counted as (select * from base)";
        }
        return """
                counted as (
                  select f.* from base f
                  where exists (select from membership m
                                where m.bloc_code = any(%s) and m.partner_code = f.partner_code and %s)
                )""".formatted(
                parameters.add(who.blocs()),
                SelectionSql.isMember(who.members(), question.selection().vantage()));
    }

    private String chosen() {
        if (!question.combines(Combination.DATASETS)) {
            return "chosen as (select * from counted)";
        }
        return DatasetsSeen.in("""
                chosen as (
                  select * from (
                    select b.*, dense_rank() over (partition by b.period, b.flow, b.currency
                                                   order by {dataset order}) as choice
                    from counted b join {datasets} d on d.id = b.dataset_id
                  ) ranked where choice = 1
                )""", question.selection().vantage());
    }

    private String spread() {
        if (!question.groupsBy(Dimension.BLOC)) {
            return "spread as (select * from chosen)";
        }
        List<String> named = question.selection().who().blocs();
        String only = named.isEmpty() ? "" : " and m.bloc_code = any(" + parameters.add(named) + ")";
        return """
                spread as (
                  select f.*, m.bloc_code from chosen f
                  left join membership m on m.partner_code = f.partner_code and %s%s
                )""".formatted(
                        SelectionSql.isMember(
                                question.selection().who().members(),
                                question.selection().vantage()),
                        only);
    }

    private String grouped() {
        if (found.isGrouped()) {
            return "grouped as (select " + SummaryKeys.begin(keys.all()) + SINGLE + " from spread)";
        }
        return "grouped as (select " + SummaryKeys.begin(keys.all()) + TOTALS + " from spread"
                + SummaryKeys.groupBy(keys.all()) + ")";
    }
}
