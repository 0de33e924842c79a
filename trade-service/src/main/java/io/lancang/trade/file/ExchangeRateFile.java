package io.lancang.trade.file;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import io.lancang.trade.period.Frequency;
import io.lancang.trade.storage.TradeFlowTable;
import java.util.List;
import java.util.Map;

/** The file of average exchange rates: yuan for one US dollar. */
final class ExchangeRateFile {
    static final Dataset RATES = new Dataset(
            "exchange_rates_cny_usd",
            List.of("period", "year", "month", "cny_per_usd", "source"),
            new Target.Facts(
                    "exchange_rate", List.of("frequency", "period"), List.of("cny_per_usd", "source_id"), "true"),
            List.of(new Dataset.TableReference("source_id", "source", "id", "source")),
            ExchangeRateFile::read);

    private static final Map<String, String> FREQUENCIES =
            Map.of("year", Frequency.ANNUAL.code(), "month", Frequency.MONTHLY.code());

    private ExchangeRateFile() {}

    private static void read(FileRow row, RowReader.Rows rows) {
        String frequency = row.oneOf("period", FREQUENCIES);
        int month = Frequency.MONTHLY.code().equals(frequency) ? row.integer("month", 1, 12) : 1;
        int year = row.integer("year", TradeFlowTable.FIRST_YEAR, TradeFlowTable.LAST_YEAR);
        if (row.amount("cny_per_usd").signum() == 0) {
            throw row.rejected("cny_per_usd", "is zero, which is no rate");
        }
        rows.add(
                frequency,
                TradeFlowTable.firstDayOf(year, month),
                row.amount("cny_per_usd").toPlainString(),
                row.text("source"));
    }
}
