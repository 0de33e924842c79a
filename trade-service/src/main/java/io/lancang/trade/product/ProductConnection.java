package io.lancang.trade.product;

import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageInfo;
import io.lancang.kit.connection.Slice;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A page of products.
 *
 * @param search by which the whole list is counted
 */
@Description("A page of products.")
public record ProductConnection(
        @Description("The products of the page, each with its cursor.") @NonNull
        List<@NonNull ProductEdge> edges,

        @Description("The products of the page.") @NonNull List<@NonNull Product> nodes,

        @Description("Where the page stands in its list.") @NonNull
        PageInfo pageInfo,

        @Ignore ProductSearchRepository.Search search) {
    static ProductConnection of(ProductSearchRepository.Search search, PageArguments page, Slice<Product> slice) {
        return new ProductConnection(
                slice.items().stream()
                        .map(product -> new ProductEdge(page.cursor(keyset(product)), product))
                        .toList(),
                slice.items(),
                page.pageInfo(slice, ProductConnection::keyset),
                search);
    }

    /** The order of the list: level and code. */
    private static List<String> keyset(Product product) {
        return List.of(String.valueOf(product.level()), product.code());
    }

    @Description("A product in a page.")
    public record ProductEdge(
            @Description("The cursor of the product, to be sent as `after` or `before`.") @NonNull
            String cursor,

            @Description("The product.") @NonNull Product node) {}
}
