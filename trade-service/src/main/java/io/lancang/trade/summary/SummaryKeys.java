package io.lancang.trade.summary;

import io.lancang.trade.flow.Dimension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tells the groups of a summary apart, as columns of the tables of its statement. */
final class SummaryKeys {
    private final Question question;
    private final List<String> keys;
    private final List<String> units;

    SummaryKeys(Question question) {
        this.question = question;
        this.keys = columns(question.groupBy());
        this.units = apart().stream().filter(unit -> !keys.contains(unit)).toList();
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

    private static List<String> columns(List<Dimension> dimensions) {
        return dimensions.stream().map(SummaryKeys::column).toList();
    }

    /** What is never added. */
    private List<String> apart() {
        List<String> apart = new ArrayList<>(List.of("currency"));
        if (!question.combines(Combination.VALUATIONS)) {
            apart.add("valuation");
        }
        if (!question.combines(Combination.DATASETS)) {
            apart.add("dataset_id");
        }
        return apart;
    }

    /** The dimensions that are grouped by. */
    List<String> keys() {
        return keys;
    }

    /** What is never added: it tells groups apart beside their keys. */
    List<String> units() {
        return units;
    }

    /** Keys and units: what makes a group. */
    List<String> all() {
        return joined(keys, units);
    }

    /** What is ranked by {@code top}: the keys but the period. */
    List<String> entity() {
        return columns(question.entity());
    }

    /** What is ranked apart from others: an entity in its units. */
    List<String> ranked() {
        return joined(entity(), units);
    }

    /** What shares are of. Grouping by flow or dataset does not make a part of it the whole, but what is not added stays apart. */
    List<String> whole() {
        return joined(question.groupsBy(Dimension.PERIOD) ? List.of("period") : List.of(), apart());
    }

    /** The first period that is served, where one more was read for its growth; else nothing. */
    List<LocalDate> firstOfGrowth() {
        LocalDate first = question.selection().when().first();
        return first == null || !question.asks(Measure.GROWTH) ? List.of() : List.of(first);
    }

    /** Whether sums have to be kept apart by period: groups are, or what is a member, converted or chosen differs. */
    boolean needPeriods() {
        return keys.contains("period") || question.groupsBy(Dimension.BLOC) || needFlows();
    }

    /** Whether sums have to be kept apart by flow. */
    boolean needFlows() {
        return keys.contains("flow")
                || question.convertTo() != null
                || question.combines(Combination.DATASETS)
                || question.growsLikeForLike();
    }

    /**
     * The condition that two rows have the same in all of the columns. Null is the same as null, as where rows are grouped.
     * Arrays are compared so, and can be hashed: a join on {@code is not distinct from} compares each row with each.
     */
    static String areSame(String left, String right, List<String> columns) {
        return texts(left, columns) + " = " + texts(right, columns);
    }

    private static String texts(String alias, List<String> columns) {
        return columns.stream()
                .map(column -> alias + "." + column + "::text")
                .collect(Collectors.joining(", ", "array[", "]"));
    }

    /** The columns as the beginning of a list that goes on. */
    static String begin(List<String> columns) {
        return columns.stream().map(column -> column + ", ").collect(Collectors.joining());
    }

    /** The columns of the rows {@code alias} as a list. */
    static String of(String alias, List<String> columns) {
        return columns.stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
    }

    /** The clause that groups by the columns, or nothing. */
    static String groupBy(List<String> columns) {
        return columns.isEmpty() ? "" : " group by " + String.join(", ", columns);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
