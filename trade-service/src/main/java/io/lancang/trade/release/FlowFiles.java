package io.lancang.trade.release;

import io.lancang.kit.release.Dataset;
import io.lancang.kit.release.FileRow;
import io.lancang.kit.release.RowReader;
import io.lancang.kit.release.Target;
import java.util.List;
import java.util.Map;

/** The files of annual flows by partner. One row of the table is one figure in one currency. */
final class FlowFiles {
    /** No file of this subgraph tells of years outside of these: a year beyond them is a slip of the pen. */
    static final int FIRST_YEAR = 1900;

    static final int LAST_YEAR = 2100;

    /** The number of this dataset in the table {@code dataset}. */
    private static final String DOTS_NUMBER = "1";

    private static final String GACC_NUMBER = "2";

    static final Dataset DOTS = new Dataset(
            "trade_annual",
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
            flowsOf(DOTS_NUMBER),
            references(),
            FlowFiles::readDots);

    static final Dataset GACC = new Dataset(
            "trade_annual_gacc_2023_2024",
            List.of(
                    "year",
                    "partner_code",
                    "flow",
                    "value_cny",
                    "value_usd_est",
                    "cny_per_usd_used",
                    "basis",
                    "source"),
            flowsOf(GACC_NUMBER),
            references(),
            FlowFiles::readGacc);

    private static final String ANNUAL = "A";
    private static final String CHINA = "CHN";
    private static final String ALL_GOODS = "TOTAL";
    private static final String REPORTED = "R";
    private static final String DERIVED = "D";
    private static final String ESTIMATED = "E";
    private static final Map<String, String> FLOWS = Map.of("export", "X", "import", "M");
    private static final Map<String, String> REPORTERS = Map.of(CHINA, CHINA);
    private static final Map<String, String> VALUATIONS = Map.of("FOB", "FOB", "CIF", "CIF");
    private static final Map<String, String> BASES =
            Map.of("reported CNY", REPORTED, "derived from 2024 value and published y/y (0.1% rounding)", DERIVED);

    private FlowFiles() {}

    private static Target flowsOf(String dataset) {
        return new Target.Facts(
                "trade_flow",
                List.of(
                        "dataset_id",
                        "frequency",
                        "period",
                        "reporter_code",
                        "partner_code",
                        "flow",
                        "product_code",
                        "currency"),
                List.of("amount", "valuation", "quality", "source_id"),
                "t.dataset_id = " + dataset);
    }

    private static List<Dataset.TableReference> references() {
        return List.of(
                new Dataset.TableReference("partner_code", "partner", "code", "partner code"),
                new Dataset.TableReference("source_id", "source", "id", "source"));
    }

    private static void readDots(FileRow row, RowReader.Rows rows) {
        rows.add(
                DOTS_NUMBER,
                ANNUAL,
                firstDay(row),
                row.oneOf("reporter_iso3", REPORTERS),
                row.text("partner_code"),
                row.oneOf("flow", FLOWS),
                ALL_GOODS,
                "USD",
                row.amount("value_usd").toPlainString(),
                row.oneOf("valuation", VALUATIONS),
                REPORTED,
                row.text("source"));
    }

    private static void readGacc(FileRow row, RowReader.Rows rows) {
        addGacc(row, rows, "CNY", "value_cny", row.oneOf("basis", BASES));
        addGacc(row, rows, "USD", "value_usd_est", ESTIMATED);
    }

    private static void addGacc(FileRow row, RowReader.Rows rows, String currency, String column, String quality) {
        String flow = row.oneOf("flow", FLOWS);
        rows.add(
                GACC_NUMBER,
                ANNUAL,
                firstDay(row),
                CHINA,
                row.text("partner_code"),
                flow,
                ALL_GOODS,
                currency,
                row.amount(column).toPlainString(),
                "X".equals(flow) ? "FOB" : "CIF",
                quality,
                row.text("source"));
    }

    private static String firstDay(FileRow row) {
        return row.integer("year", FIRST_YEAR, LAST_YEAR) + "-01-01";
    }
}
