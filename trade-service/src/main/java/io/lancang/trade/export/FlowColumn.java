package io.lancang.trade.export;

import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.product.Classification;
import io.lancang.trade.selection.Selection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file of flows. No table is joined, so that rows stay in the order of the index that they are read from: codes are told by
 * the keys.
 *
 * @param sql an expression over a figure {@code f}: what the table has, since the database takes longer to make words of it than to read
 *     and send the whole row
 * @param words what a file says for a value that is known; null where it says the value itself
 */
record FlowColumn(String name, String sql, @Nullable Function<Object, String> words) {
    /**
     * The columns of a selection, in their order.
     *
     * @param datasets the codes of datasets by their ids
     */
    static List<FlowColumn> of(Selection selection, Map<Integer, String> datasets) {
        Frequency frequency = selection.when().frequency();
        Classification classification = selection.goods().classification();
        return List.of(
                new FlowColumn("period", "f.period", day -> periodOf(frequency, day.toString())),
                value("reporter", "f.reporter_code"),
                value("partner", "f.partner_code"),
                new FlowColumn(
                        "flow", "f.flow", code -> Flow.ofCode(code.toString()).word()),
                new FlowColumn(
                        "classification",
                        classification == null
                                ? "null::bool"
                                : "nullif(f.product_code <> '" + Classification.ALL_GOODS + "', false)",
                        isOfProduct -> String.valueOf(classification)),
                new FlowColumn("product", "f.product_code", key -> codeOf(key.toString())),
                value("currency", "f.currency"),
                value("amount", "f.amount"),
                value("valuation", "f.valuation"),
                new FlowColumn(
                        "quality",
                        "f.quality",
                        code -> Quality.ofCode(code.toString()).name()),
                value("source", "f.source_id"),
                new FlowColumn("dataset", "f.dataset_id", id -> codeOf(((Number) id).intValue(), datasets)),
                value("release", "f.release_id"),
                value("quantity", "f.quantity"),
                value("quantity_unit", "f.quantity_unit"),
                value("quantity_estimated", "f.quantity_estimated"),
                value("net_weight_kg", "f.net_weight"),
                value("net_weight_estimated", "f.weight_estimated"));
    }

    private static FlowColumn value(String name, String sql) {
        return new FlowColumn(name, sql, null);
    }

    /** As imports read it: a year, a month, or from January to a month. */
    private static String periodOf(Frequency frequency, String day) {
        String year = day.substring(0, 4);
        String month = day.substring(0, 7);
        return switch (frequency) {
            case ANNUAL -> year;
            case MONTHLY -> month;
            case CUMULATIVE -> year + "-01/" + month;
        };
    }

    /** Keys are the abbreviation of the classification, a colon and the code; that of all goods is the code alone. */
    private static String codeOf(String key) {
        return key.substring(key.lastIndexOf(':') + 1);
    }

    private static String codeOf(int dataset, Map<Integer, String> datasets) {
        return Objects.requireNonNull(datasets.get(dataset), () -> "no dataset has the id " + dataset);
    }
}
