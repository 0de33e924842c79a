package io.lancang.trade.complexity;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/**
 * How near a product is to another one.
 *
 * @param productId its key, served as {@code product}
 */
@Description("How near a product is to another one.")
public record NearProduct(
        @Ignore String productId,

        @Description(
                "The lesser of the two chances that who has an advantage in one has it in the other (Hidalgo and others"
                        + " 2007): exporters with both / the larger number with one of them.")
        double proximity) {}
