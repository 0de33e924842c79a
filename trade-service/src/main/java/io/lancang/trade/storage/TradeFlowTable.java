package io.lancang.trade.storage;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import io.lancang.trade.figure.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The table of flows, which several datasets share, and the words that its rows are written in. */
public final class TradeFlowTable {
    /** No file of this subgraph tells of years outside of these: a year beyond them is a slip of the pen. */
    public static final int FIRST_YEAR = 1900;

    public static final int LAST_YEAR = 2100;

    public static final String CHINA = "CHN";
    public static final String WORLD = "WORLD";
    /** The key of all goods. */
    public static final String ALL_GOODS = "TOTAL";

    private TradeFlowTable() {}

    /**
     * A dataset whose rows are flows.
     *
     * @param id its stable id
     * @param number its number in the table {@code dataset}
     */
    public static Dataset dataset(String id, String number, List<String> header, RowReader reader) {
        return new Dataset(id, header, target(number), references(), reader).deriving(new RollupDerivation(number));
    }

    /**
     * As {@link #dataset}, with a reader that takes only codes which exist.
     *
     * @param named gives things the names of the file, and what is doubted about its rows
     */
    public static Dataset checkedByReader(
            String id, String number, List<String> header, RowReader reader, UnaryOperator<Dataset.Part> named) {
        Dataset.Part part = named.apply(new Dataset.Part(target(number), List.of(), reader));
        return new Dataset(id, header, List.of(part)).deriving(new RollupDerivation(number));
    }

    private static Target target(String dataset) {
        return new Target.Facts(
                "trade_flow",
                List.of(
                        "partner_code",
                        "product_code",
                        "frequency",
                        "period",
                        "flow",
                        "reporter_code",
                        "currency",
                        "dataset_id"),
                List.of(
                        "amount",
                        "valuation",
                        "quality",
                        "source_id",
                        "quantity",
                        "quantity_unit",
                        "quantity_estimated",
                        "net_weight",
                        "weight_estimated"),
                "t.dataset_id = " + dataset,
                List.of("frequency", "period", "reporter_code"),
                List.of("t.partner_code", "t.flow", "split_part(t.product_code, ':', 1)"),
                new FlowStorage(dataset));
    }

    private static List<Dataset.TableReference> references() {
        return List.of(
                new Dataset.TableReference("reporter_code", "partner", "code", "partner code"),
                new Dataset.TableReference("partner_code", "partner", "code", "partner code"),
                new Dataset.TableReference("product_code", "product", "key", "product"),
                new Dataset.TableReference("source_id", "source", "id", "source"));
    }

    /** What {@code reader} reads, as figures of another dataset. */
    public static RowReader into(String dataset, RowReader reader) {
        return (row, rows) -> reader.read(row, values -> {
            List<@Nullable String> moved = new ArrayList<>(values);
            moved.set(Figure.PLACE_OF_DATASET, dataset);
            rows.add(moved);
        });
    }

    /** Exports are valued free on board, imports with cost, insurance and freight. */
    public static String valuationOf(String flow) {
        return Flow.EXPORTS.code().equals(flow) || Flow.RE_EXPORTS.code().equals(flow) ? "FOB" : "CIF";
    }

    public static String firstDayOf(int year) {
        return firstDayOf(year, 1);
    }

    public static String firstDayOf(int year, int month) {
        return "%04d-%02d-01".formatted(year, month);
    }
}
