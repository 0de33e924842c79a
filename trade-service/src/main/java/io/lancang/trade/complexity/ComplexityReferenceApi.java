package io.lancang.trade.complexity;

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
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What indices of complexity refer to. One statement a field, however many there are. */
@GraphQLApi
@RegisterForReflection(fields = false)
public class ComplexityReferenceApi {
    private final ProductRepository products;
    private final DatasetCatalog datasets;

    ComplexityReferenceApi(ProductRepository products, DatasetCatalog datasets) {
        this.products = products;
        this.datasets = datasets;
    }

    @Name("product")
    @Description("The product.")
    public Uni<List<@Nullable Product>> productOfIndex(@Source List<ComplexProduct> complex) {
        return References.one(complex, ComplexProduct::productId, products::byIds);
    }

    /** The products nearby. */
    @Name("product")
    @Description("The product.")
    public Uni<List<@Nullable Product>> productNearby(@Source List<NearProduct> near) {
        return References.one(near, NearProduct::productId, products::byIds);
    }

    /** The datasets of indices. */
    @Name("dataset")
    @Description("The dataset that the figures are from; null with `gap`.")
    public Uni<List<@Nullable TradeDataset>> datasetOfComplexity(@Source List<EconomicComplexity> complexities) {
        return References.one(complexities, EconomicComplexity::datasetNumber, datasets::byNumbers);
    }

    /** The datasets of similarities. */
    @Name("dataset")
    @Description("The dataset that the figures are from; null with `gap`.")
    public Uni<List<@Nullable TradeDataset>> datasetOfSimilarity(@Source List<ExportSimilarity> similarities) {
        return References.one(similarities, ExportSimilarity::datasetNumber, datasets::byNumbers);
    }
}
