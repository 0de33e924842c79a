package io.lancang.trade.file;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import io.lancang.trade.storage.TradeFlowTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The files of direct investment and of members' quoted shares in their bloc's trade. */
final class InvestmentFiles {
    static final Dataset INVESTMENT = new Dataset(
            "fdi",
            List.of("year", "source_economy", "destination", "measure", "value", "unit", "note", "source"),
            new Target.Facts(
                    "investment",
                    List.of("year", "concept", "source_code", "destination", "source_id", "note"),
                    List.of("amount_usd"),
                    "true"),
            List.of(
                    new Dataset.TableReference("source_code", "partner", "code", "partner code"),
                    new Dataset.TableReference("source_id", "source", "id", "source")),
            InvestmentFiles::readInvestment);

    static final Dataset MEMBER_SHARES = new Dataset(
            "asean_member_shares",
            List.of("year", "bloc", "partner_code", "flow", "share_pct", "source"),
            new Target.Facts(
                    "member_share",
                    List.of("year", "bloc_code", "partner_code", "flow", "source_id"),
                    List.of("percent"),
                    "true"),
            List.of(
                    new Dataset.TableReference("bloc_code", "bloc", "code", "bloc code"),
                    new Dataset.TableReference("partner_code", "partner", "code", "partner code"),
                    new Dataset.TableReference("source_id", "source", "id", "source")),
            InvestmentFiles::readShare);

    private static final Map<String, String> CONCEPTS =
            Map.of("net inflow", "N", "inflow", "I", "outflow", "O", "outward stock", "S");
    private static final Map<String, BigDecimal> UNITS =
            Map.of("USD mn", BigDecimal.valueOf(1_000_000), "USD bn", BigDecimal.valueOf(1_000_000_000));
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private InvestmentFiles() {}

    private static void readInvestment(FileRow row, RowReader.Rows rows) {
        rows.add(
                year(row),
                row.oneOf("measure", CONCEPTS),
                row.text("source_economy"),
                row.text("destination"),
                row.text("source"),
                row.text("note"),
                amount(row)
                        .multiply(row.oneOf("unit", UNITS))
                        .stripTrailingZeros()
                        .toPlainString());
    }

    /** Unlike trade, a net flow may be negative: more was withdrawn than came. */
    private static BigDecimal amount(FileRow row) {
        return row.number("value");
    }

    private static void readShare(FileRow row, RowReader.Rows rows) {
        BigDecimal percent = row.amount("share_pct");
        if (percent.compareTo(ALL) > 0) {
            throw row.rejected("share_pct", percent + " is more than 100 percent");
        }
        rows.add(
                year(row),
                row.text("bloc"),
                row.text("partner_code"),
                row.oneOf("flow", FlowWords.SELECTIONS),
                row.text("source"),
                percent.toPlainString());
    }

    private static String year(FileRow row) {
        return String.valueOf(row.integer("year", TradeFlowTable.FIRST_YEAR, TradeFlowTable.LAST_YEAR));
    }
}
