package io.lancang.trade.file;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.storage.Figure;
import io.lancang.trade.storage.TradeFlowTable;
import java.util.List;
import java.util.Map;

/** The files of China's flows within a year: months, and sums from January to a month. */
final class MonthlyFlowFiles {
    private static final String BY_PARTNER_NUMBER = "14";
    private static final String TOTALS_NUMBER = "15";
    private static final String DOLLARS_NUMBER = "16";

    static final Dataset BY_PARTNER = TradeFlowTable.dataset(
            "trade_monthly_2024_cny",
            BY_PARTNER_NUMBER,
            List.of("year", "month", "partner_code", "partner_name_zh", "flow", "value_cny", "flag", "source"),
            MonthlyFlowFiles::readByPartner);

    static final Dataset TOTALS = TradeFlowTable.dataset(
            "china_monthly_total_cny",
            TOTALS_NUMBER,
            List.of("year", "month", "export_cny", "import_cny", "source"),
            MonthlyFlowFiles::readTotals);

    static final Dataset DOLLARS = TradeFlowTable.dataset(
            "trade_2024_sep_usd_gacc",
            DOLLARS_NUMBER,
            List.of("year", "month_from", "month_to", "partner_code", "flow", "value_usd", "source"),
            MonthlyFlowFiles::readDollars);

    private static final Map<String, String> DERIVED = Map.of("derived", Quality.DERIVED.code());

    private MonthlyFlowFiles() {}

    private static void readByPartner(FileRow row, RowReader.Rows rows) {
        String quality = row.optional("flag").isPresent() ? row.oneOf("flag", DERIVED) : Quality.REPORTED.code();
        add(
                row,
                rows,
                new Cell(
                        BY_PARTNER_NUMBER,
                        Frequency.MONTHLY.code(),
                        monthOf(row, "month"),
                        row.text("partner_code"),
                        row.oneOf("flow", FlowWords.FLOWS),
                        "CNY",
                        "value_cny",
                        quality));
    }

    private static void readTotals(FileRow row, RowReader.Rows rows) {
        addTotal(row, rows, Flow.EXPORTS.code(), "export_cny");
        addTotal(row, rows, Flow.IMPORTS.code(), "import_cny");
    }

    private static void addTotal(FileRow row, RowReader.Rows rows, String flow, String column) {
        add(
                row,
                rows,
                new Cell(
                        TOTALS_NUMBER,
                        Frequency.MONTHLY.code(),
                        monthOf(row, "month"),
                        TradeFlowTable.WORLD,
                        flow,
                        "CNY",
                        column,
                        Quality.REPORTED.code()));
    }

    private static void readDollars(FileRow row, RowReader.Rows rows) {
        int last = row.integer("month_to", 1, 12);
        int first = row.integer("month_from", 1, last);
        if (first != 1 && first != last) {
            throw row.rejected("month_from", first + " is neither 1 nor the last month " + last);
        }
        add(
                row,
                rows,
                new Cell(
                        DOLLARS_NUMBER,
                        first == last ? Frequency.MONTHLY.code() : Frequency.CUMULATIVE.code(),
                        monthOf(row, "month_to"),
                        row.text("partner_code"),
                        row.oneOf("flow", FlowWords.FLOWS),
                        "USD",
                        "value_usd",
                        Quality.REPORTED.code()));
    }

    private static String monthOf(FileRow row, String column) {
        return TradeFlowTable.firstDayOf(
                row.integer("year", TradeFlowTable.FIRST_YEAR, TradeFlowTable.LAST_YEAR), row.integer(column, 1, 12));
    }

    /** What differs from file to file; {@code column} holds the amount. */
    private record Cell(
            String dataset,
            String frequency,
            String period,
            String partner,
            String flow,
            String currency,
            String column,
            String quality) {}

    private static void add(FileRow row, RowReader.Rows rows, Cell cell) {
        new Figure(
                        cell.dataset(),
                        cell.frequency(),
                        cell.period(),
                        TradeFlowTable.CHINA,
                        cell.partner(),
                        cell.flow(),
                        TradeFlowTable.ALL_GOODS,
                        cell.currency(),
                        row.amount(cell.column()).toPlainString(),
                        TradeFlowTable.valuationOf(cell.flow()),
                        cell.quality(),
                        row.text("source"))
                .addTo(rows);
    }
}
