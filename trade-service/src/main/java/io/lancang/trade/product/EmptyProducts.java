package io.lancang.trade.product;

import io.lancang.kit.connection.PageRequest;
import io.lancang.kit.text.Brief;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.GapReason;
import java.util.ArrayList;
import java.util.List;

/** Says why lists about products are empty, from what was asked for. */
final class EmptyProducts {
    private static final int SUBHEADINGS = 6;

    private EmptyProducts() {}

    /** Why a search finds nothing. */
    static Gap ofSearch(ProductSearchRepository.Search asked, PageRequest page) {
        List<String> conditions = new ArrayList<>();
        if (asked.level() != null) {
            conditions.add("is of level " + asked.level());
        }
        if (asked.parentId() != null) {
            conditions.add("is a part of " + asked.parentId() + ", one level down");
        }
        if (asked.text() != null) {
            conditions.add("has '" + Brief.value(asked.text()) + "' in a title, or at the beginning of its code");
        }
        if (page.after() != null) {
            conditions.add("comes after the cursor");
        }
        if (page.before() != null) {
            conditions.add("comes before the cursor");
        }
        return Gap.of(
                GapReason.NO_MATCH,
                "Nothing is found: no product of " + asked.classification() + " " + String.join(" and ", conditions)
                        + ".");
    }

    /** Why nothing is related to a product. */
    static Gap ofConcordance(Product product) {
        return product.level() < SUBHEADINGS && isOfTheHs(product)
                ? Gap.of(
                        GapReason.NO_MATCH,
                        "Nothing is found: concordances relate subheadings of the HS and codes of the SITC, and "
                                + product.id() + " is a group above.")
                : Gap.of(
                        GapReason.NOT_COVERED,
                        "Nothing is found: no concordance that is loaded names " + product.id() + ".");
    }

    private static boolean isOfTheHs(Product product) {
        Classification classification = product.classification();
        return classification == null || classification.name().startsWith("HS");
    }
}
