package io.lancang.trade.sdmx.structure;

import io.lancang.trade.product.Classification;
import java.util.List;

/**
 * The products of a classification, from sections to the finest, each with what it is a part of.
 *
 * @param classification which one
 */
record ProductCodelist(Classification classification) implements Codelist {
    @Override
    public String id() {
        return "CL_" + classification.name();
    }

    @Override
    public String title() {
        return "Products of the classification " + classification.name();
    }

    @Override
    public List<Code> codes(Codes read) {
        return read.products(classification);
    }
}
