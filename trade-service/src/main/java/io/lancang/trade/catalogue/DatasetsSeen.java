package io.lancang.trade.catalogue;

import io.lancang.kit.history.Vantage;

/**
 * The datasets in the order in which figures are taken from them, for statements that choose between datasets: nothing else says
 * which comes first. A steward moves them, so what is asked about the past is answered in the order of then.
 */
public final class DatasetsSeen {
    /** SQL of the order of datasets {@code d}: the lowest precedence first, those without one last, of equals the older. */
    private static final String ORDER = "d.precedence nulls last, d.id";

    /** SQL of whether figures of dataset {@code d} count in series: of China those with a precedence, of others all. */
    private static final String COUNTS = "(d.precedence is not null or {reporter} <> 'CHN')";

    /** The same of a place that the dataset {@code d} had once. */
    private static final String COUNTED =
            "exists (select from dataset_past p where p.id = d.id and " + COUNTS.replace("d.", "p.") + ")";

    private DatasetsSeen() {}

    /**
     * SQL of whether figures of dataset {@code d} count in series now, or did as of some release.
     *
     * @param reporter the parameter with the code of the reporter, such as {@code $1}
     */
    public static String countsEver(String reporter) {
        return ("(" + COUNTS + " or " + COUNTED + ")").replace("{reporter}", reporter);
    }

    /**
     * A statement with what it leaves out about datasets, which it calls {@code d}: {@code {datasets}} is a table of them with
     * {@code id}, {@code code} and {@code precedence}, {@code {dataset order}} their order, and {@code {dataset counts}}
     * whether one counts in series.
     *
     * @param reporter the parameter with the code of the reporter, such as {@code $8}
     */
    public static String in(String sql, Vantage seen, String reporter) {
        return in(sql.replace("{dataset counts}", COUNTS.replace("{reporter}", reporter)), seen);
    }

    /** The same of a statement that does not ask which datasets count. */
    public static String in(String sql, Vantage seen) {
        Long release = seen.release();
        String datasets = release == null ? "dataset" : "dataset_at(" + release + ")";
        return sql.replace("{datasets}", datasets).replace("{dataset order}", ORDER);
    }
}
