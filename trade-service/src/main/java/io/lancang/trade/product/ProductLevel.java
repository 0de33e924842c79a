package io.lancang.trade.product;

/**
 * The products of one level of a classification, over which trade is compared.
 *
 * @param level number of digits of the codes, 1 for sections
 */
public record ProductLevel(Classification classification, int level) {
    /** The deepest level that sums by partner are kept of. */
    private static final int DEEPEST_SUMS = 2;

    /** SITC Rev. 3 by section: what the packaged figures by partner and product are by. */
    public static final ProductLevel SITC_SECTIONS = new ProductLevel(Classification.SITC3, 1);

    /** The table whose rows are figures of these products by partner. */
    public String table() {
        return level <= DEEPEST_SUMS ? "trade_rollup" : "trade_flow";
    }

    /** How a sentence names it. */
    public String label() {
        return classification + " at level " + level;
    }
}
