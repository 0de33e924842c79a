package io.lancang.trade.file;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Quality;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.storage.Classifications;
import io.lancang.trade.storage.Figure;
import io.lancang.trade.storage.TradeFlowTable;
import java.util.List;
import java.util.Map;

/** The files of annual flows by product. The exporter reported them, so that each row is an export of its reporter. */
final class ProductFlowFiles {
    private static final String UNCTAD_NUMBER = "12";
    private static final String BACI_NUMBER = "13";

    static final Dataset UNCTAD = TradeFlowTable.dataset(
            "trade_by_sitc_section",
            UNCTAD_NUMBER,
            List.of("year", "exporter_iso3", "importer_iso3", "sitc_section", "value_usd", "source"),
            ProductFlowFiles::readUnctad);

    static final Dataset BACI = TradeFlowTable.dataset(
            "china_exports_by_hs2_baci",
            BACI_NUMBER,
            List.of(
                    "year",
                    "exporter_iso3",
                    "importer_code",
                    "hs2",
                    "hs_revision",
                    "title_short",
                    "value_usd",
                    "source"),
            ProductFlowFiles::readBaci);

    /** The matrix is by sections of the third revision. */
    private static final String UNCTAD_CLASSIFICATION = "SITC3";

    private static final Map<String, String> BACI_CLASSIFICATION = Map.of("HS1992", "HS1992");

    private ProductFlowFiles() {}

    private static void readUnctad(FileRow row, RowReader.Rows rows) {
        String product = Classifications.keyOf(UNCTAD_CLASSIFICATION, row.text("sitc_section"));
        add(row, rows, UNCTAD_NUMBER, row.text("importer_iso3"), product, Quality.REPORTED.code());
    }

    private static void readBaci(FileRow row, RowReader.Rows rows) {
        String product = Classifications.keyOf(row.oneOf("hs_revision", BACI_CLASSIFICATION), row.text("hs2"));
        add(row, rows, BACI_NUMBER, row.text("importer_code"), product, Quality.RECONCILED.code());
    }

    private static void add(
            FileRow row, RowReader.Rows rows, String dataset, String importer, String product, String quality) {
        new Figure(
                        dataset,
                        Frequency.ANNUAL.code(),
                        TradeFlowTable.firstDayOf(
                                row.integer("year", TradeFlowTable.FIRST_YEAR, TradeFlowTable.LAST_YEAR)),
                        row.text("exporter_iso3"),
                        importer,
                        Flow.EXPORTS.code(),
                        product,
                        "USD",
                        row.amount("value_usd").toPlainString(),
                        TradeFlowTable.valuationOf(Flow.EXPORTS.code()),
                        quality,
                        row.text("source"))
                .addTo(rows);
    }
}
