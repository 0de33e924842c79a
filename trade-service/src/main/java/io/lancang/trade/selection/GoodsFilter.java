package io.lancang.trade.selection;

import io.lancang.kit.error.ServiceException;
import io.lancang.trade.product.Classification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which products a filter names.
 *
 * @param keys keys of products; empty if the level says which
 */
record GoodsFilter(
        @Nullable Classification classification, @Nullable Integer level, List<String> keys) {

    /** Fails with BAD_USER_INPUT for codes or a level without a classification, and for one without either. */
    static GoodsFilter of(TradeFlowFilter filter) {
        Classification classification = filter.classification();
        Integer level = filter.level();
        List<String> codes = filter.products() == null
                ? List.of()
                : filter.products().stream().distinct().toList();
        if (codes.stream().allMatch(Classification.ALL_GOODS::equals) && level == null) {
            if (codes.isEmpty() && classification != null) {
                throw ServiceException.badInput(
                        "`classification` is " + classification + ", and neither `level` nor `products` says which of"
                                + " its products.",
                        "Add `level`, such as 1 for sections, or `products`.");
            }
            return new GoodsFilter(null, null, List.of(Classification.ALL_GOODS));
        }
        if (classification == null) {
            throw ServiceException.badInput(
                    "`products` or `level` is given, but no `classification`: a code means other goods in another one.",
                    "Add `classification`, such as HS2022 or SITC3.");
        }
        if (level != null && !codes.isEmpty()) {
            throw ServiceException.badInput(
                    "`level` and `products` are both given.", "Say which products by one of them.");
        }
        return new GoodsFilter(
                classification, level, codes.stream().map(classification::keyOf).toList());
    }
}
