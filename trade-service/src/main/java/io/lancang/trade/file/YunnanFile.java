package io.lancang.trade.file;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import io.lancang.trade.province.ProvincialFlow;
import io.lancang.trade.storage.TradeFlowTable;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The file of quoted figures of Yunnan's trade, each for a year or for January to a month of it. */
final class YunnanFile {
    static final Dataset YUNNAN = new Dataset(
            "yunnan_trade",
            List.of("year", "period", "flow", "partner_code", "value", "currency", "note", "source"),
            new Target.Facts(
                    "dated_trade",
                    List.of("reporter_code", "starts", "ends", "flow", "partner_code", "currency", "source_id"),
                    List.of("amount", "note"),
                    "t.reporter_code = 'CN-YN'"),
            List.of(
                    new Dataset.TableReference("partner_code", "partner", "code", "partner code"),
                    new Dataset.TableReference("source_id", "source", "id", "source")),
            YunnanFile::read);

    /** ISO 3166-2. */
    private static final String REPORTER = "CN-YN";

    private static final Map<String, String> FLOWS = Map.of(
            "export",
            ProvincialFlow.EXPORTS.code(),
            "import",
            ProvincialFlow.IMPORTS.code(),
            "total",
            ProvincialFlow.TOTAL.code(),
            "services_total",
            ProvincialFlow.SERVICES.code());
    private static final Map<String, String> CURRENCIES = Map.of("USD", "USD", "CNY", "CNY");
    private static final String WHOLE_YEAR = "year";
    private static final Pattern TO_MONTH = Pattern.compile("Jan-([A-Z][a-z]{2})");
    private static final Map<String, Month> MONTHS = Arrays.stream(Month.values())
            .collect(Collectors.toUnmodifiableMap(
                    month -> month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH), Function.identity()));

    private YunnanFile() {}

    private static void read(FileRow row, RowReader.Rows rows) {
        YearMonth last =
                YearMonth.of(row.integer("year", TradeFlowTable.FIRST_YEAR, TradeFlowTable.LAST_YEAR), lastMonth(row));
        rows.add(
                REPORTER,
                last.withMonth(1).atDay(1).toString(),
                last.atEndOfMonth().toString(),
                row.oneOf("flow", FLOWS),
                row.text("partner_code"),
                row.oneOf("currency", CURRENCIES),
                row.text("source"),
                row.amount("value").toPlainString(),
                row.optional("note").orElse(null));
    }

    private static Month lastMonth(FileRow row) {
        String period = row.text("period");
        if (WHOLE_YEAR.equals(period)) {
            return Month.DECEMBER;
        }
        Matcher toMonth = TO_MONTH.matcher(period);
        Month month = toMonth.matches() ? MONTHS.get(toMonth.group(1)) : null;
        if (month == null) {
            throw row.rejected("period", "'" + period + "' is neither 'year' nor 'Jan-' and a month, as 'Jan-Sep'");
        }
        return month;
    }
}
