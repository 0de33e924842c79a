package io.lancang.trade.complexity;

import io.lancang.kit.cost.ListSize;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * How complex a product is.
 *
 * @param productId its key, served as {@code product}
 */
@Description("How complex a product is.")
public record ComplexProduct(
        @Ignore String productId,

        @Description(
                "Product complexity index, with mean 0 and standard deviation 1 over all products; null for one that nobody"
                        + " has an advantage in.")
        @Nullable
        Double index,

        @Description("How many exporters have a comparative advantage in it.")
        int ubiquity,

        @Description("The five products that are nearest to it, nearest first; those with proximity 0 are left out.")
        @ListSize(assumedSize = 5)
        @NonNull
        List<@NonNull NearProduct> nearest) {}
