package io.lancang.trade.file;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import io.lancang.trade.storage.TradeFlowTable;
import java.util.List;
import java.util.Map;

/** Files of deflators: price levels by currency and year, by a base of their own. None ships. */
final class DeflatorFile {
    static final Dataset DEFLATORS = new Dataset(
            "deflators",
            List.of("currency", "year", "index", "source"),
            new Target.Facts("deflator", List.of("currency", "year"), List.of("price_index", "source_id"), "true"),
            List.of(new Dataset.TableReference("source_id", "source", "id", "source")),
            DeflatorFile::read);

    private static final Map<String, String> CURRENCIES = Map.of("USD", "USD", "CNY", "CNY");

    private DeflatorFile() {}

    private static void read(FileRow row, RowReader.Rows rows) {
        if (row.amount("index").signum() == 0) {
            throw row.rejected("index", "is zero, which is no price level");
        }
        rows.add(
                row.oneOf("currency", CURRENCIES),
                String.valueOf(row.integer("year", TradeFlowTable.FIRST_YEAR, TradeFlowTable.LAST_YEAR)),
                row.amount("index").toPlainString(),
                row.text("source"));
    }
}
