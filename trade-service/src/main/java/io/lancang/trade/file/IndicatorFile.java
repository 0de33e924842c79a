package io.lancang.trade.file;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import io.lancang.trade.storage.TradeFlowTable;
import java.math.BigDecimal;
import java.util.List;

/** The file of indicators: one row a partner and year, with blanks where nothing is known. */
final class IndicatorFile {
    static final Dataset INDICATORS = new Dataset(
            "indicators",
            List.of("iso3", "year", "gdp_current_usd", "population"),
            new Target.Facts("indicator", List.of("partner_code", "year"), List.of("gdp_usd", "population"), "true"),
            List.of(new Dataset.TableReference("partner_code", "partner", "code", "partner code")),
            IndicatorFile::read);

    private IndicatorFile() {}

    private static void read(FileRow row, RowReader.Rows rows) {
        rows.add(
                row.text("iso3"),
                String.valueOf(row.integer("year", TradeFlowTable.FIRST_YEAR, TradeFlowTable.LAST_YEAR)),
                row.optionalAmount("gdp_current_usd")
                        .map(BigDecimal::toPlainString)
                        .orElse(null),
                row.optionalAmount("population").map(BigDecimal::toPlainString).orElse(null));
    }
}
