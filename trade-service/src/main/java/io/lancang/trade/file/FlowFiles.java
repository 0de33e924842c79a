package io.lancang.trade.file;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.storage.Figure;
import io.lancang.trade.storage.TradeFlowTable;
import java.util.List;
import java.util.Map;

/** The files of China's annual flows by partner. One row of the table is one figure in one currency. */
final class FlowFiles {
    /** The number of this dataset in the table {@code dataset}. */
    private static final String DOTS_NUMBER = "1";

    private static final String GACC_NUMBER = "2";

    static final Dataset DOTS = TradeFlowTable.dataset(
            "trade_annual",
            DOTS_NUMBER,
            List.of(
                    "year",
                    "reporter_iso3",
                    "partner_code",
                    "partner_kind",
                    "flow",
                    "value_usd",
                    "valuation",
                    "source",
                    "flag"),
            FlowFiles::readDots);

    static final Dataset GACC = TradeFlowTable.dataset(
            "trade_annual_gacc_2023_2024",
            GACC_NUMBER,
            List.of(
                    "year",
                    "partner_code",
                    "flow",
                    "value_cny",
                    "value_usd_est",
                    "cny_per_usd_used",
                    "basis",
                    "source"),
            FlowFiles::readGacc);

    private static final Map<String, String> REPORTERS = Map.of(TradeFlowTable.CHINA, TradeFlowTable.CHINA);
    private static final Map<String, String> VALUATIONS = Map.of("FOB", "FOB", "CIF", "CIF");
    private static final Map<String, String> BASES = Map.of(
            "reported CNY",
            Quality.REPORTED.code(),
            "derived from 2024 value and published y/y (0.1% rounding)",
            Quality.DERIVED.code());

    private FlowFiles() {}

    private static void readDots(FileRow row, RowReader.Rows rows) {
        new Figure(
                        DOTS_NUMBER,
                        Frequency.ANNUAL.code(),
                        firstDay(row),
                        row.oneOf("reporter_iso3", REPORTERS),
                        row.text("partner_code"),
                        row.oneOf("flow", FlowWords.FLOWS),
                        TradeFlowTable.ALL_GOODS,
                        "USD",
                        row.amount("value_usd").toPlainString(),
                        row.oneOf("valuation", VALUATIONS),
                        Quality.REPORTED.code(),
                        row.text("source"))
                .addTo(rows);
    }

    private static void readGacc(FileRow row, RowReader.Rows rows) {
        addGacc(row, rows, "CNY", "value_cny", row.oneOf("basis", BASES));
        addGacc(row, rows, "USD", "value_usd_est", Quality.ESTIMATED.code());
    }

    private static void addGacc(FileRow row, RowReader.Rows rows, String currency, String column, String quality) {
        String flow = row.oneOf("flow", FlowWords.FLOWS);
        new Figure(
                        GACC_NUMBER,
                        Frequency.ANNUAL.code(),
                        firstDay(row),
                        TradeFlowTable.CHINA,
                        row.text("partner_code"),
                        flow,
                        TradeFlowTable.ALL_GOODS,
                        currency,
                        row.amount(column).toPlainString(),
                        TradeFlowTable.valuationOf(flow),
                        quality,
                        row.text("source"))
                .addTo(rows);
    }

    private static String firstDay(FileRow row) {
        return TradeFlowTable.firstDayOf(row.integer("year", TradeFlowTable.FIRST_YEAR, TradeFlowTable.LAST_YEAR));
    }
}
