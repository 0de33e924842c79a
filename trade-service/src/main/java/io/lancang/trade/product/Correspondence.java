package io.lancang.trade.product;

import io.lancang.kit.provenance.SourceReference;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A code of another classification that means the same goods.
 *
 * @param citation who says so, served as {@code source}
 */
@Description("A code of another classification that a concordance relates a product to.")
public record Correspondence(
        @Description("The other classification.") @NonNull Classification classification,
        @Description("The code there.") @Id @NonNull String code,
        @Ignore SourceReference citation) {
    /** The id that the product there has, if its title is loaded. */
    String productId() {
        return classification.keyOf(code);
    }
}
