package io.lancang.trade.intake;

import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.storage.Classifications;
import io.lancang.trade.storage.Figure;
import io.lancang.trade.storage.TradeFlowTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The service's own CSV: one figure a row, columns in any order, optional ones left out or blank. */
final class OwnFormat implements FlowFormat {
    private static final List<String> REQUIRED = List.of("period", "partner", "flow", "currency", "amount");
    private static final Set<String> OPTIONAL = Set.of(
            "reporter",
            "classification",
            "product",
            "valuation",
            "quality",
            "source",
            "quantity",
            "quantity_unit",
            "quantity_estimated",
            "net_weight_kg",
            "net_weight_estimated");
    /** What an export has beside these says where its figures were; here they get a dataset and a release anew. */
    private static final Set<String> NOT_READ = Set.of("dataset", "release");

    /** The words of the format, and what people write in their place. */
    private static final Map<String, Flow> FLOWS = Stream.concat(
                    Arrays.stream(Flow.values()).map(flow -> Map.entry(flow.word(), flow)),
                    Stream.of(Flow.EXPORTS, Flow.IMPORTS)
                            .flatMap(flow -> Stream.of(
                                    Map.entry(flow.word().toLowerCase(Locale.ROOT), flow),
                                    Map.entry(flow.code(), flow))))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Map<Flow, String> FLOW_WORDS =
            Arrays.stream(Flow.values()).collect(Collectors.toUnmodifiableMap(flow -> flow, Flow::word));
    private static final Map<String, String> CURRENCIES = Map.of("USD", "USD", "CNY", "CNY");
    private static final Map<String, String> VALUATIONS = Map.of("FOB", "FOB", "CIF", "CIF");
    private static final Map<String, Quality> QUALITIES =
            Quality.ofDatasets().stream().collect(Collectors.toUnmodifiableMap(Quality::name, quality -> quality));

    @Override
    public String name() {
        return "Lancang's own";
    }

    @Override
    public String columns() {
        return String.join(",", REQUIRED) + " and, if wanted, reporter,classification,product,valuation,quality,source,"
                + "quantity,quantity_unit,quantity_estimated,net_weight_kg,net_weight_estimated";
    }

    @Override
    public FlowWords words(List<String> header) {
        return new FlowWords("period", "reporter", "partner", "flow", "product", "currency", "amount", FLOW_WORDS);
    }

    @Override
    public Optional<RowReader> reader(List<String> header, FlowDataset dataset, FlowCodes codes) {
        boolean isOwn = header.containsAll(REQUIRED)
                && header.stream()
                        .allMatch(column ->
                                REQUIRED.contains(column) || OPTIONAL.contains(column) || NOT_READ.contains(column));
        return isOwn ? Optional.of(new Reader(header, dataset, codes)) : Optional.empty();
    }

    /** Belongs to one load and one thread. */
    private static final class Reader implements RowReader {
        private final Set<String> header;
        private final FlowDataset dataset;
        private final FlowCodes codes;
        private final Periods periods = new Periods();
        /** Null of a file of amounts alone. */
        private final @Nullable OwnMeasures measures;

        /** Of the products that were met, by classification and code: one look where there would be three. */
        private final Map<String, Map<String, String>> keys = new HashMap<>();

        Reader(List<String> header, FlowDataset dataset, FlowCodes codes) {
            this.header = Set.copyOf(header);
            this.dataset = dataset;
            this.codes = codes;
            this.measures = this.header.contains("quantity") || this.header.contains("net_weight_kg")
                    ? new OwnMeasures(this.header)
                    : null;
        }

        @Override
        public void read(FileRow row, Rows rows) {
            Periods.PeriodOfFigure period = periods.read(row, "period");
            String flow = row.oneOf("flow", FLOWS).code();
            new Figure(
                            dataset.number(),
                            period.frequency(),
                            period.start(),
                            partner(row, "reporter", TradeFlowTable.CHINA),
                            partner(row, "partner", null),
                            flow,
                            product(row),
                            row.oneOf("currency", CURRENCIES),
                            row.amountText("amount"),
                            given(row, "valuation")
                                    ? row.oneOf("valuation", VALUATIONS)
                                    : TradeFlowTable.valuationOf(flow),
                            (given(row, "quality") ? row.oneOf("quality", QUALITIES) : Quality.REPORTED).code(),
                            source(row),
                            measures == null ? Figure.Measures.NONE : measures.of(row))
                    .addTo(rows);
        }

        private boolean given(FileRow row, String column) {
            return header.contains(column) && row.optional(column).isPresent();
        }

        private String partner(FileRow row, String column, @Nullable String otherwise) {
            if (otherwise != null && !given(row, column)) {
                return otherwise;
            }
            String code = row.text(column);
            if (!codes.partners().contains(code)) {
                throw row.rejected(column, "'" + code + "' is no known partner code");
            }
            return code;
        }

        private String product(FileRow row) {
            if (!given(row, "product")) {
                return TradeFlowTable.ALL_GOODS;
            }
            String code = row.text("product");
            if (TradeFlowTable.ALL_GOODS.equals(code)) {
                return code;
            }
            if (!given(row, "classification")) {
                throw row.rejected("classification", "is blank, and product " + code + " means nothing without it");
            }
            String classification = row.oneOf("classification", Classifications.NAMES);
            Map<String, String> known = keys.computeIfAbsent(classification, name -> new HashMap<>());
            String key = known.get(code);
            if (key == null) {
                key = Classifications.keyOf(classification, code);
                if (!codes.products().contains(key)) {
                    throw row.rejected("product", "'" + code + "' is no known product of " + classification);
                }
                known.put(code, key);
            }
            return key;
        }

        private String source(FileRow row) {
            if (given(row, "source")) {
                String source = row.text("source");
                if (!codes.sources().contains(source)) {
                    throw row.rejected("source", "'" + source + "' is no known source");
                }
                return source;
            }
            String source = dataset.source();
            if (source == null) {
                throw row.rejected("source", "is blank, and dataset " + dataset.code() + " has no source of its own");
            }
            return source;
        }
    }
}
