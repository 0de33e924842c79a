package io.lancang.trade.intake;

import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.storage.Figure;
import io.lancang.trade.storage.TradeFlowTable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * UN Comtrade's API v1: the columns of its previews, downloads and bulk files, in any order and whatever their case. Rows
 * that split a figure further (by second partner, mode of transport or customs procedure), flows that are a part of exports
 * or imports, and areas that are no partner here give no figure: they are skipped and counted.
 */
final class ComtradeFormat implements FlowFormat {
    private static final List<String> REQUIRED =
            List.of("period", "flowcode", "classificationcode", "cmdcode", "primaryvalue");
    private static final String WORLD_NUMBER = "0";
    private static final String WORLD_ISO = "W00";

    /** Numbers of UN Comtrade that are not those of ISO 3166: customs territories, and what it calls other Asia. */
    private static final Map<String, String> OWN_NUMBERS = Map.of(
            "842", "USA", "251", "FRA", "579", "NOR", "757", "CHE", "699", "IND", "380", "ITA", "490", "TWN", "58",
            "BLX", "891", "SCG", "530", "ANT");

    private static final Map<String, String> OWN_ISO = Map.of("S19", "TWN");
    /** Areas that are no country: bunkers, free zones, and what is not elsewhere specified. */
    private static final Set<String> RESIDUAL_AREAS = Set.of(
            "97", "129", "221", "290", "471", "472", "473", "492", "527", "536", "568", "577", "636", "637", "697",
            "837", "838", "839", "849", "879", "899");

    private static final Map<String, Flow> FLOWS =
            Map.of("X", Flow.EXPORTS, "M", Flow.IMPORTS, "RX", Flow.RE_EXPORTS, "RM", Flow.RE_IMPORTS);
    private static final Map<Flow, String> FLOW_WORDS =
            FLOWS.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
    private static final Set<String> PARTS_OF_FLOWS = Set.of("DX", "FM", "MIP", "XIP", "MOP", "XOP");
    private static final Set<String> YES = Set.of("true", "True", "TRUE", "1");
    private static final Map<String, String> FREQUENCIES =
            Map.of("A", Frequency.ANNUAL.code(), "M", Frequency.MONTHLY.code());
    /** What each column says of a figure that is not split further. */
    private static final Map<String, Set<String>> WHOLE = Map.of(
            "partner2code",
            Set.of("0"),
            "motcode",
            Set.of("0"),
            "customscode",
            Set.of("C00"),
            "moscode",
            Set.of("0", "-1"));

    @Override
    public String name() {
        return "UN Comtrade API v1";
    }

    @Override
    public String columns() {
        return "period,reporterCode or reporterISO,partnerCode or partnerISO,flowCode,classificationCode,cmdCode,primaryValue";
    }

    @Override
    public FlowWords words(List<String> header) {
        Map<String, String> columns = new HashMap<>();
        header.forEach(column -> columns.put(column.strip().toLowerCase(Locale.ROOT), column));
        return new FlowWords(
                columns.getOrDefault("period", ""),
                columns.getOrDefault("reportercode", columns.getOrDefault("reporteriso", "")),
                columns.getOrDefault("partnercode", columns.getOrDefault("partneriso", "")),
                columns.getOrDefault("flowcode", ""),
                columns.getOrDefault("cmdcode", ""),
                "",
                columns.getOrDefault("primaryvalue", ""),
                FLOW_WORDS);
    }

    @Override
    public Optional<RowReader> reader(List<String> header, FlowDataset dataset, FlowCodes codes) {
        Map<String, String> columns = new HashMap<>();
        header.forEach(column -> columns.put(column.strip().toLowerCase(Locale.ROOT), column));
        boolean isComtrade = columns.keySet().containsAll(REQUIRED)
                && (columns.containsKey("reportercode") || columns.containsKey("reporteriso"))
                && (columns.containsKey("partnercode") || columns.containsKey("partneriso"));
        return isComtrade ? Optional.of(new Reader(columns, dataset, codes)) : Optional.empty();
    }

    /** Belongs to one load and one thread. */
    private static final class Reader implements RowReader {
        private final Map<String, String> columns;
        private final ComtradeMeasures measures;
        private final FlowDataset dataset;
        private final FlowCodes codes;
        private final Periods periods = new Periods();

        Reader(Map<String, String> columns, FlowDataset dataset, FlowCodes codes) {
            this.columns = columns;
            this.measures = new ComtradeMeasures(columns);
            this.dataset = dataset;
            this.codes = codes;
        }

        @Override
        public void read(FileRow row, Rows rows) {
            if (!"C".equals(optional(row, "typecode").orElse("C"))) {
                throw row.rejected(column("typecode"), "is not C: only trade in goods is loaded");
            }
            if (isPart(row)) {
                return;
            }
            String partner = area(row, "partner");
            if (partner == null) {
                return;
            }
            String reporter = area(row, "reporter");
            if (reporter == null) {
                throw row.rejected(columns.getOrDefault("reportercode", "reporterISO"), "is no country");
            }
            String flow = row.oneOf(column("flowcode"), FLOWS).code();
            Periods.PeriodOfFigure period = period(row);
            new Figure(
                            dataset.number(),
                            period.frequency(),
                            period.start(),
                            reporter,
                            partner,
                            flow,
                            product(row),
                            "USD",
                            row.amountText(column("primaryvalue")),
                            valuation(row, flow),
                            quality(row),
                            source(row),
                            measures.of(row))
                    .addTo(rows);
        }

        private boolean isPart(FileRow row) {
            if (PARTS_OF_FLOWS.contains(row.text(column("flowcode")))) {
                return true;
            }
            for (Map.Entry<String, Set<String>> whole : WHOLE.entrySet()) {
                Optional<String> value = optional(row, whole.getKey());
                if (value.isPresent() && !whole.getValue().contains(value.get())) {
                    return true;
                }
            }
            return false;
        }

        /** The code of a partner; null for an area that is none. */
        private @Nullable String area(FileRow row, String role) {
            Optional<String> iso = optional(row, role + "iso");
            if (iso.isPresent()) {
                String code = OWN_ISO.getOrDefault(iso.get(), iso.get());
                if (WORLD_ISO.equals(code)) {
                    return TradeFlowTable.WORLD;
                }
                if (codes.partners().contains(code)) {
                    return code;
                }
            }
            Optional<String> number = optional(row, role + "code").map(Reader::withoutZeros);
            if (number.isEmpty()) {
                throw row.rejected(
                        columns.getOrDefault(role + "iso", role + "ISO"),
                        iso.map(code -> "'" + code + "' is no known area").orElse("is blank and must not be"));
            }
            return ofNumber(row, role, number.get());
        }

        private @Nullable String ofNumber(FileRow row, String role, String number) {
            if (WORLD_NUMBER.equals(number)) {
                return TradeFlowTable.WORLD;
            }
            if (RESIDUAL_AREAS.contains(number)) {
                return null;
            }
            String code = OWN_NUMBERS.getOrDefault(number, codes.byNumber().get(number));
            if (code == null) {
                throw row.rejected(column(role + "code"), "'" + number + "' is no known area");
            }
            return code;
        }

        private static String withoutZeros(String number) {
            String stripped = number;
            while (stripped.length() > 1 && stripped.charAt(0) == '0') {
                stripped = stripped.substring(1);
            }
            return stripped;
        }

        private Periods.PeriodOfFigure period(FileRow row) {
            Periods.PeriodOfFigure period = periods.read(row, column("period"));
            if (columns.containsKey("freqcode")
                    && !row.oneOf(column("freqcode"), FREQUENCIES).equals(period.frequency())) {
                throw row.rejected(column("freqcode"), "does not fit the period " + row.text(column("period")));
            }
            return period;
        }

        private String product(FileRow row) {
            String code = row.text(column("cmdcode"));
            if (TradeFlowTable.ALL_GOODS.equals(code)) {
                return code;
            }
            String key = row.text(column("classificationcode")) + ":" + code;
            if (!codes.products().contains(key)) {
                throw row.rejected(
                        column("cmdcode"),
                        "'" + key + "' is no known product; load its classification as a release of products first");
            }
            return key;
        }

        /** Imports are valued CIF unless the value is declared to be the FOB one. */
        private String valuation(FileRow row, String flow) {
            String usual = TradeFlowTable.valuationOf(flow);
            Optional<String> cif = optional(row, "cifvalue");
            Optional<String> fob = optional(row, "fobvalue");
            Optional<String> primary = optional(row, "primaryvalue");
            boolean isOther = "CIF".equals(usual) && cif.isEmpty() && fob.isPresent() && fob.equals(primary);
            return isOther ? "FOB" : usual;
        }

        private String quality(FileRow row) {
            if (says(row, "isreported", true)) {
                return Quality.REPORTED.code();
            }
            return says(row, "isaggregate", false) ? Quality.DERIVED.code() : Quality.ESTIMATED.code();
        }

        private boolean says(FileRow row, String name, boolean otherwise) {
            return optional(row, name).map(YES::contains).orElse(otherwise);
        }

        private String source(FileRow row) {
            String source = dataset.source();
            if (source == null) {
                throw row.rejected("source", "is missing: dataset " + dataset.code() + " has no source of its own");
            }
            return source;
        }

        private Optional<String> optional(FileRow row, String name) {
            String column = columns.get(name);
            return column == null ? Optional.empty() : row.optional(column);
        }

        private String column(String name) {
            return Objects.requireNonNull(columns.get(name), name);
        }
    }
}
