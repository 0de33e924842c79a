package io.lancang.trade.summary;

import io.lancang.trade.flow.Dimension;
import io.lancang.trade.selection.Selection;
import io.lancang.trade.selection.SelectionSql;
import io.lancang.trade.selection.SqlParameters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the statement of a summary, as a chain of tables: {@code base} sums what the filter finds, {@code chosen} keeps one
 * dataset where datasets are combined, {@code spread} lets a partner count in each of its blocs, {@code grouped} has the
 * groups, {@code kept} the groups with the remainder of {@code top}, {@code whole} what shares are of.
 */
final class SummarySql {
    /** One row more than a summary may have, to know that it has too many. */
    static final int MOST = 10_000;

    private static final String BY_PRODUCT = "trade_product_rollup";
    private static final String TOTALS = """
            sum(total) as total, sum(figures)::bigint as figures, min(smallest) as smallest, max(largest) as largest,
            max(doubt) as doubt, sum(from_amount) as from_amount, sum(to_amount) as to_amount,
            array_agg(distinct told_by) as dataset_ids, array_agg(distinct valued) as valuations
            """;

    private final Question question;
    private final SqlParameters parameters;
    private final List<String> keys;
    private final List<String> units;

    SummarySql(Question question, SqlParameters parameters) {
        this.question = question;
        this.parameters = parameters;
        this.keys = question.groupBy().stream().map(SummarySql::column).toList();
        this.units = units(question);
    }

    /** The column of a dimension in the rows of the statement. */
    static String column(Dimension dimension) {
        return switch (dimension) {
            case PERIOD -> "period";
            case PARTNER -> "partner_code";
            case BLOC -> "bloc_code";
            case REGION -> "region";
            case PRODUCT -> "product_code";
            case FLOW -> "flow";
            case REPORTER -> "reporter_code";
            case DATASET -> "dataset_id";
        };
    }

    /** What is never added: it tells groups apart beside their keys. */
    private static List<String> units(Question question) {
        List<String> units = new ArrayList<>(List.of("currency"));
        if (!question.combines(Combination.VALUATIONS)) {
            units.add("valuation");
        }
        if (!question.combines(Combination.DATASETS) && !question.groupsBy(Dimension.DATASET)) {
            units.add("dataset_id");
        }
        return units;
    }

    String statement() {
        return "with " + base() + ", " + chosen() + ", " + spread() + ", " + grouped() + ", " + kept() + ", " + whole()
                + "\n" + result();
    }

    /** Products down to chapters and divisions are kept as sums by partner; others, over all partners, by product. */
    private String table() {
        boolean isHigh = question.selection().goods().levels().stream().allMatch(level -> level <= 2);
        boolean needsPartners =
                Stream.of(Dimension.PARTNER, Dimension.BLOC, Dimension.REGION).anyMatch(question::groupsBy);
        boolean needsFigures = Stream.of(Measure.COUNT, Measure.AVERAGE, Measure.MIN, Measure.MAX)
                .anyMatch(question::asks);
        boolean isWithEveryone = question.selection().who().isEveryone() && !hasRange();
        if (isWithEveryone && !needsPartners && !needsFigures) {
            return BY_PRODUCT;
        }
        return isHigh ? "trade_rollup" : "trade_flow";
    }

    private boolean hasRange() {
        Selection.Range range = question.selection().range();
        return range.least() != null || range.most() != null;
    }

    private String base() {
        Selection selection =
                question.asks(Measure.GROWTH) ? question.selection().withPeriodBefore() : question.selection();
        List<String> columns = new ArrayList<>(List.of(
                "f.period", "f.flow::text as flow", "f.dataset_id::int as dataset_id", "f.currency", "f.valuation"));
        List<String> names =
                new ArrayList<>(List.of("f.period", "f.flow", "f.dataset_id", "f.currency", "f.valuation"));
        String join = "";
        if (question.groupsBy(Dimension.PARTNER) || question.groupsBy(Dimension.BLOC)) {
            addBase(columns, names, "f.partner_code");
        }
        if (question.groupsBy(Dimension.REGION)) {
            addBase(columns, names, "p.region");
            join = " join partner p on p.code = f.partner_code";
        }
        if (question.groupsBy(Dimension.PRODUCT)) {
            addBase(columns, names, "f.product_code");
        }
        if (question.groupsBy(Dimension.REPORTER)) {
            addBase(columns, names, "f.reporter_code");
        }
        String told = """
                told as (
                  select %s, f.dataset_id::int as told_by, f.valuation as valued, sum(f.amount) as total, count(*) as figures, min(f.amount) as smallest,
                         max(f.amount) as largest, max(position(f.quality::text in 'RDCE')) as doubt
                  from %s f%s
                  where %s
                  group by %s
                )""".formatted(
                        String.join(", ", columns), table(), join, condition(selection), String.join(", ", names));
        return told + ", " + new ConversionSql(question, parameters).base(names);
    }

    private String condition(Selection selection) {
        return BY_PRODUCT.equals(table())
                ? SelectionSql.conditionOverPartners(selection, parameters)
                : SelectionSql.condition(selection, parameters);
    }

    private static void addBase(List<String> columns, List<String> names, String column) {
        columns.add(column);
        names.add(column);
    }

    private String chosen() {
        if (!question.combines(Combination.DATASETS)) {
            return "chosen as (select * from base)";
        }
        return """
                chosen as (
                  select * from (
                    select b.*, dense_rank() over (partition by b.period, b.flow, b.currency
                                                   order by d.precedence nulls last, d.id) as choice
                    from base b join dataset d on d.id = b.dataset_id
                  ) ranked where choice = 1
                )""";
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
                                question.selection().who().composition(),
                                question.selection().vantage()),
                        only);
    }

    private String grouped() {
        return "grouped as (select " + list(keys, units) + TOTALS + " from spread" + groupBy(keys, units) + ")";
    }

    private String kept() {
        if (question.top().isEmpty()) {
            return "kept as (select *, false as is_other from grouped)";
        }
        List<String> entity = question.entity().stream().map(SummarySql::column).toList();
        String ranked = "ranked as (select " + list(entity, units) + "row_number() over (partition by "
                + String.join(", ", units) + " order by " + rankMeasure() + ", " + String.join(", ", entity)
                + ") as place from grouped" + sinceFirst() + groupBy(entity, units) + ")";
        String same = sameColumns(
                "r", "g", Stream.concat(entity.stream(), units.stream()).toList());
        String isTop = "coalesce(r.place <= " + parameters.add(question.top().get()) + ", false)";
        if (!question.hasRemainder()) {
            return ranked + ", kept as (select g.*, false as is_other from grouped g left join ranked r on " + same
                    + " where " + isTop + ")";
        }
        String relabelled = keys.stream()
                .map(key ->
                        entity.contains(key) ? "case when " + isTop + " then g." + key + " end as " + key : "g." + key)
                .collect(Collectors.joining(", "));
        String labelled = "labelled as (select " + relabelled + ", " + prefixed("g.", units)
                + ", not " + isTop + " as is_other, g.total, g.figures, g.smallest, g.largest, g.doubt,"
                + " g.from_amount, g.to_amount, g.told_by, g.valued from spread g left join ranked r on " + same + ")";
        return ranked + ", " + labelled + ", kept as (select " + list(keys, units) + "is_other, " + TOTALS
                + " from labelled" + groupBy(keys, units) + ", is_other)";
    }

    /** Groups are ranked by all of their periods together. */
    private String rankMeasure() {
        Measure measure = question.order().measure().orElse(Measure.SUM);
        boolean ascending =
                question.order().measure().isPresent() && !question.order().isDescending();
        String expression = switch (measure) {
            case SUM, SHARE, GROWTH -> "sum(total)";
            case COUNT -> "sum(figures)";
            case AVERAGE -> "sum(total) / sum(figures)";
            case MIN -> "min(smallest)";
            case MAX -> "max(largest)";
        };
        return expression + (ascending ? "" : " desc");
    }

    private String whole() {
        List<String> ofPeriod = question.groupsBy(Dimension.PERIOD) ? List.of("period") : List.of();
        return "whole as (select " + list(ofPeriod, wholeUnits()) + "sum(total) as whole from chosen"
                + groupBy(ofPeriod, wholeUnits()) + ")";
    }

    /** Grouping by flow or dataset does not make a part of it the whole, but what is not added stays apart. */
    private List<String> wholeUnits() {
        List<String> all = new ArrayList<>(List.of("currency"));
        if (!question.combines(Combination.VALUATIONS)) {
            all.add("valuation");
        }
        if (!question.combines(Combination.DATASETS)) {
            all.add("dataset_id");
        }
        return all.stream().filter(this::isInKept).toList();
    }

    private boolean isInKept(String unit) {
        return units.contains(unit) || keys.contains(unit);
    }

    private String result() {
        StringBuilder sql = new StringBuilder("select k.*, w.whole, ")
                .append("(k.total * 100 / nullif(w.whole, 0))::float8 as share, ")
                .append("k.total / nullif(k.figures, 0) as average, ")
                .append(
                        question.asks(Measure.GROWTH)
                                ? growthColumns()
                                : "null::float8 as growth, null::numeric as before")
                .append(" from kept k left join whole w on ")
                .append(sameColumns("w", "k", wholeKeys()));
        if (question.asks(Measure.GROWTH)) {
            sql.append(" left join kept b on b.period = (k.period - make_interval(months => ")
                    .append(parameters.add(
                            question.selection().when().frequency().months()))
                    .append("))::date and b.is_other = k.is_other and ")
                    .append(sameColumns(
                            "b",
                            "k",
                            Stream.concat(keys.stream(), units.stream())
                                    .filter(key -> !"period".equals(key))
                                    .toList()));
        }
        return sql.append(sinceFirst("k."))
                .append(" order by k.is_other, ")
                .append(orderBy())
                .append(" limit ")
                .append(parameters.add(MOST + 1))
                .toString();
    }

    private static String growthColumns() {
        return "((k.total - b.total) * 100 / nullif(b.total, 0))::float8 as growth, b.total as before";
    }

    private List<String> wholeKeys() {
        return Stream.concat(
                        question.groupsBy(Dimension.PERIOD) ? Stream.of("period") : Stream.<String>empty(),
                        wholeUnits().stream())
                .toList();
    }

    private String orderBy() {
        String byKeys =
                prefixed("k.", Stream.concat(keys.stream(), units.stream()).toList());
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

    /** The periods that were read only to grow on are no groups. */
    private String sinceFirst() {
        return sinceFirst("");
    }

    private String sinceFirst(String alias) {
        LocalDate first = question.selection().when().first();
        return first == null || !question.asks(Measure.GROWTH)
                ? ""
                : " where " + alias + "period >= " + parameters.add(first);
    }

    /**
     * Null is the same as null, as where rows are grouped. Arrays are compared so, and can be hashed: a join on
     * {@code is not distinct from} compares each row with each.
     */
    private static String sameColumns(String left, String right, List<String> columns) {
        return texts(left, columns) + " = " + texts(right, columns);
    }

    private static String texts(String alias, List<String> columns) {
        return columns.stream()
                .map(column -> alias + "." + column + "::text")
                .collect(Collectors.joining(", ", "array[", "]"));
    }

    private static String list(List<String> keys, List<String> units) {
        return Stream.concat(keys.stream(), units.stream())
                .map(column -> column + ", ")
                .collect(Collectors.joining());
    }

    private static String prefixed(String alias, List<String> columns) {
        return columns.stream().map(column -> alias + column).collect(Collectors.joining(", "));
    }

    private static String groupBy(List<String> keys, List<String> units) {
        String columns = Stream.concat(keys.stream(), units.stream()).collect(Collectors.joining(", "));
        return columns.isEmpty() ? "" : " group by " + columns;
    }
}
