package io.lancang.trade.export;

import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.product.Classification;
import io.lancang.trade.selection.Selection;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file of flows. No table is joined, so that rows stay in the order of the index that they are read from: codes are told by
 * the keys.
 *
 * @param sql an expression over a figure {@code f}
 */
record FlowColumn(String name, Kind kind, String sql) {
    /** What values are. */
    enum Kind {
        /** Words and codes, of which tables are kept: {@link FlowLines} knows which letters they have. */
        CODE,
        /** Any letters. */
        TEXT,
        NUMBER,
        TRUTH
    }

    private static final String FLOW = cases("f.flow", Arrays.stream(Flow.values()), Flow::code, Flow::word);
    private static final String QUALITY =
            cases("f.quality", Quality.ofDatasets().stream(), Quality::code, Quality::name);
    private static final String DATASET = """
            (array(select d.code from generate_series(1, (select max(id) from dataset)) n left join dataset d on d.id = n
                   order by n))[f.dataset_id]""";

    /** The columns of a selection, in their order. */
    static List<FlowColumn> of(Selection selection) {
        return List.of(
                code("period", periodOf(selection.when().frequency())),
                code("reporter", "f.reporter_code"),
                code("partner", "f.partner_code"),
                code("flow", FLOW),
                code("classification", classificationOf(selection.goods().classification())),
                code("product", "split_part(f.product_code, ':', -1)"),
                code("currency", "f.currency"),
                new FlowColumn("amount", Kind.NUMBER, "f.amount"),
                code("valuation", "f.valuation"),
                code("quality", QUALITY),
                code("source", "f.source_id"),
                code("dataset", DATASET),
                new FlowColumn("release", Kind.NUMBER, "f.release_id"),
                new FlowColumn("quantity", Kind.NUMBER, "f.quantity"),
                new FlowColumn("quantity_unit", Kind.TEXT, "f.quantity_unit"),
                new FlowColumn("quantity_estimated", Kind.TRUTH, "f.quantity_estimated"),
                new FlowColumn("net_weight_kg", Kind.NUMBER, "f.net_weight"),
                new FlowColumn("net_weight_estimated", Kind.TRUTH, "f.weight_estimated"));
    }

    private static FlowColumn code(String name, String sql) {
        return new FlowColumn(name, Kind.CODE, sql);
    }

    private static String classificationOf(@Nullable Classification classification) {
        return classification == null
                ? "null::text"
                : "case when f.product_code <> 'TOTAL' then '" + classification.name() + "' end";
    }

    /** As imports read it: a year, a month, or from January to a month. */
    private static String periodOf(Frequency frequency) {
        return switch (frequency) {
            case ANNUAL -> "left(f.period::text, 4)";
            case MONTHLY -> "left(f.period::text, 7)";
            case CUMULATIVE -> "left(f.period::text, 4) || '-01/' || left(f.period::text, 7)";
        };
    }

    /** A {@code case} that tells the words of files by the codes of the database. */
    private static <T> String cases(
            String column, Stream<T> values, Function<T, String> code, Function<T, String> word) {
        return values.map(value -> "when '" + code.apply(value) + "' then '" + word.apply(value) + "'")
                .collect(Collectors.joining(" ", "case " + column + " ", " end"));
    }
}
