package io.lancang.trade.release;

import io.lancang.kit.release.Dataset;
import io.lancang.kit.release.RowReader;
import io.lancang.kit.release.Target;
import java.util.List;

/** The table of flows, which several datasets share, and the words that its rows are written in. */
final class TradeFlowTable {
    /** No file of this subgraph tells of years outside of these: a year beyond them is a slip of the pen. */
    static final int FIRST_YEAR = 1900;

    static final int LAST_YEAR = 2100;

    static final String ANNUAL = "A";
    static final String MONTHLY = "M";
    /** From January to the month of the period. */
    static final String CUMULATIVE = "C";

    static final String EXPORTS = "X";
    static final String CHINA = "CHN";
    static final String WORLD = "WORLD";
    /** The key of all goods. */
    static final String ALL_GOODS = "TOTAL";

    static final String REPORTED = "R";
    static final String DERIVED = "D";
    static final String ESTIMATED = "E";
    static final String RECONCILED = "C";

    private TradeFlowTable() {}

    /**
     * A dataset whose rows are flows.
     *
     * @param id its stable id
     * @param number its number in the table {@code dataset}
     */
    static Dataset dataset(String id, String number, List<String> header, RowReader reader) {
        return new Dataset(id, header, target(number), references(), reader).deriving(new RollupDerivation(number));
    }

    private static Target target(String dataset) {
        return new Target.Facts(
                "trade_flow",
                List.of(
                        "partner_code",
                        "product_code",
                        "frequency",
                        "period",
                        "flow",
                        "reporter_code",
                        "currency",
                        "dataset_id"),
                List.of("amount", "valuation", "quality", "source_id"),
                "t.dataset_id = " + dataset,
                List.of("frequency", "period", "reporter_code"));
    }

    private static List<Dataset.TableReference> references() {
        return List.of(
                new Dataset.TableReference("reporter_code", "partner", "code", "partner code"),
                new Dataset.TableReference("partner_code", "partner", "code", "partner code"),
                new Dataset.TableReference("product_code", "product", "key", "product"),
                new Dataset.TableReference("source_id", "source", "id", "source"));
    }

    /** Exports are told free on board, imports with cost, insurance and freight. */
    static String valuation(String flow) {
        return EXPORTS.equals(flow) ? "FOB" : "CIF";
    }

    static String firstDayOf(int year) {
        return firstDayOf(year, 1);
    }

    static String firstDayOf(int year, int month) {
        return "%04d-%02d-01".formatted(year, month);
    }
}
