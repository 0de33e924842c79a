package io.lancang.trade.structure;

import io.lancang.trade.figure.FlowSelection;
import io.lancang.trade.flow.Dimension;
import io.lancang.trade.flow.Subject;
import io.lancang.trade.flow.Terms;
import io.lancang.trade.product.ProductLevel;
import org.jspecify.annotations.Nullable;

/**
 * Whose concentration is asked for, in which year and terms, over what and of which flow.
 *
 * @param goods the products that trade spreads over; null if it spreads over partners
 */
record ConcentrationKey(
        Subject subject, int year, Terms terms, @Nullable ProductLevel goods, FlowSelection flow) {
    /** What a statement is the same for. */
    record Arguments(Terms terms, @Nullable ProductLevel goods, FlowSelection flow) {}

    Arguments arguments() {
        return new Arguments(terms, goods, flow);
    }

    Dimension by() {
        return goods == null ? Dimension.PARTNER : Dimension.PRODUCT;
    }
}
