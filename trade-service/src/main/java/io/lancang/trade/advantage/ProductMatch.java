package io.lancang.trade.advantage;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/**
 * How exports of one product meet imports of it.
 *
 * @param productId its key, served as {@code product}
 */
@Description("How much one product weighs in what one side sells and in what the other side buys.")
public record ProductMatch(
        @Description("Share in the exporter's exports, in percent; 0 if none are reported.")
        double exportShare,

        @Description("Share in the importer's imports, in percent; 0 if none are reported.")
        double importShare,

        @Description("The smaller of the two: what the product adds to the index.")
        double overlap,

        @Ignore String productId) {}
