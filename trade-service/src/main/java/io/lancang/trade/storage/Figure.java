package io.lancang.trade.storage;

import io.lancang.kit.dataset.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of flows, in the words of the table.
 *
 * @param dataset the number of the dataset
 * @param period the first day of the period
 * @param product the key of the product
 * @param amount in units of the currency
 * @param measures how much it was
 */
public record Figure(
        String dataset,
        String frequency,
        String period,
        String reporter,
        String partner,
        String flow,
        String product,
        String currency,
        String amount,
        String valuation,
        String quality,
        String source,
        Measures measures) {
    static final int PLACE_OF_FREQUENCY = 2;
    static final int PLACE_OF_PERIOD = 3;
    static final int PLACE_OF_DATASET = 7;

    /** A figure of a file that tells amounts alone. */
    public Figure(
            String dataset,
            String frequency,
            String period,
            String reporter,
            String partner,
            String flow,
            String product,
            String currency,
            String amount,
            String valuation,
            String quality,
            String source) {
        this(
                dataset,
                frequency,
                period,
                reporter,
                partner,
                flow,
                product,
                currency,
                amount,
                valuation,
                quality,
                source,
                Measures.NONE);
    }

    /** Adds the figure to the table: values in the order of {@link TradeFlowTable#target}. */
    public void addTo(RowReader.Rows rows) {
        rows.add(
                partner,
                product,
                frequency,
                period,
                flow,
                reporter,
                currency,
                dataset,
                amount,
                valuation,
                quality,
                source,
                measures.quantity(),
                measures.unit(),
                measures.isQuantityEstimated(),
                measures.netWeight(),
                measures.isWeightEstimated());
    }

    /**
     * How much was traded, as a file says it, in the words of the table.
     *
     * @param quantity not negative; null if the file gives none
     * @param unit of the quantity, such as {@code u} for items; null without a quantity
     * @param quantityEstimated whether the quantity is an estimate
     * @param netWeight in kilograms, not negative; null if the file gives none
     * @param weightEstimated whether the weight is an estimate
     */
    public record Measures(
            @Nullable String quantity,
            @Nullable String unit,
            boolean quantityEstimated,
            @Nullable String netWeight,
            boolean weightEstimated) {
        /** Of a file that tells amounts alone. */
        public static final Measures NONE = new Measures(null, null, false, null, false);

        public Measures {
            if ((quantity == null) != (unit == null)) {
                throw new IllegalArgumentException("A quantity and its unit come together.");
            }
        }

        @Nullable
        String isQuantityEstimated() {
            return quantity == null ? null : String.valueOf(quantityEstimated);
        }

        @Nullable
        String isWeightEstimated() {
            return netWeight == null ? null : String.valueOf(weightEstimated);
        }
    }
}
