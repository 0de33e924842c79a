package io.lancang.trade.release;

import io.lancang.kit.release.RowReader;

/**
 * One row of the table of flows, in the words of the table.
 *
 * @param dataset the number of the dataset
 * @param period the first day of the period
 * @param product the key of the product
 * @param amount in units of the currency
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
        String source) {
    static final int PLACE_OF_FREQUENCY = 2;
    static final int PLACE_OF_PERIOD = 3;
    static final int PLACE_OF_DATASET = 7;

    /** Adds the figure to the table: values in the order of {@link TradeFlowTable#target}. */
    public void addTo(RowReader.Rows rows) {
        rows.add(
                partner, product, frequency, period, flow, reporter, currency, dataset, amount, valuation, quality,
                source);
    }
}
