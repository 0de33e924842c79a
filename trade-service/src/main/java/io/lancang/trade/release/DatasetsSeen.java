package io.lancang.trade.release;

import io.lancang.kit.history.Vantage;

/**
 * The datasets in the order in which figures are taken from them. A steward moves them, so what is asked about the past is answered
 * in the order of then: whatever chooses between datasets reads their {@code precedence} from here.
 */
public final class DatasetsSeen {
    private DatasetsSeen() {}

    /**
     * SQL of a table with {@code id}, {@code code} and {@code precedence}: the lowest comes first, of equals the lower id, and
     * null counts in no total.
     */
    public static String from(Vantage seen) {
        Long release = seen.release();
        return release == null ? "dataset" : "dataset_at(" + release + ")";
    }
}
