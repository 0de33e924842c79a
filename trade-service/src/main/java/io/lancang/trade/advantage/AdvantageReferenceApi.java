package io.lancang.trade.advantage;

import io.lancang.kit.batch.References;
import io.lancang.trade.catalogue.DatasetCatalog;
import io.lancang.trade.catalogue.TradeDataset;
import io.lancang.trade.product.Product;
import io.lancang.trade.product.ProductRepository;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What comparative advantages refer to. One statement a field, however many there are. */
@GraphQLApi
@RegisterForReflection(fields = false)
public class AdvantageReferenceApi {
    private final ProductRepository products;
    private final DatasetCatalog datasets;

    AdvantageReferenceApi(ProductRepository products, DatasetCatalog datasets) {
        this.products = products;
        this.datasets = datasets;
    }

    /** The products of advantages. */
    @Description("The product.")
    public Uni<List<@Nullable Product>> product(@Source List<ProductAdvantage> advantages) {
        return References.one(advantages, ProductAdvantage::productId, products::byIds);
    }

    /** The datasets of advantages. */
    @Description("The dataset that the figures are from; null with `gap`.")
    public Uni<List<@Nullable TradeDataset>> dataset(@Source List<ComparativeAdvantage> compared) {
        return References.one(compared, ComparativeAdvantage::datasetNumber, datasets::byNumbers);
    }
}
