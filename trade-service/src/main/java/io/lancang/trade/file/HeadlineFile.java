package io.lancang.trade.file;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import io.lancang.trade.storage.TradeFlowTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The file of quoted figures. Its free-text flag decides which quotation may stand for a year, and before which. */
final class HeadlineFile {
    static final Dataset HEADLINES = new Dataset(
            "trade_headline_customs",
            List.of("year", "partner_code", "flow", "value", "unit", "source", "flag"),
            new Target.Facts(
                    "trade_headline",
                    List.of("year", "partner_code", "flow", "currency", "source_id", "flag"),
                    List.of("amount", "whole_year", "preference"),
                    "true"),
            List.of(
                    new Dataset.TableReference("partner_code", "partner", "code", "partner code"),
                    new Dataset.TableReference("source_id", "source", "id", "source")),
            HeadlineFile::read);

    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);
    private static final Map<String, String> CURRENCIES = Map.of("USD bn", "USD", "CNY bn", "CNY");
    /** "Jan-Sep only; +12.3%": a part of the year. */
    private static final Pattern PART_OF_YEAR = Pattern.compile("\\b[A-Z][a-z]{2}-[A-Z][a-z]{2} only\\b");

    private static final String SECONDARY_WITH_BOTH_FLOWS = "secondary publisher citing GACC";
    private static final Pattern OTHER_SECONDARY = Pattern.compile("secondary publisher|mirror of");

    private HeadlineFile() {}

    private static void read(FileRow row, RowReader.Rows rows) {
        String flag = row.optional("flag").orElse("");
        rows.add(
                String.valueOf(row.integer("year", TradeFlowTable.FIRST_YEAR, TradeFlowTable.LAST_YEAR)),
                row.text("partner_code"),
                row.oneOf("flow", FlowWords.SELECTIONS),
                row.oneOf("unit", CURRENCIES),
                row.text("source"),
                flag,
                row.amount("value").multiply(BILLION).stripTrailingZeros().toPlainString(),
                String.valueOf(!PART_OF_YEAR.matcher(flag).find()),
                String.valueOf(preference(flag)));
    }

    /** Who quotes Customs directly comes first, then the table with both flows, so that a partner's two flows match. */
    private static int preference(String flag) {
        if (flag.contains(SECONDARY_WITH_BOTH_FLOWS)) {
            return 2;
        }
        return OTHER_SECONDARY.matcher(flag).find() ? 3 : 1;
    }
}
