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
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What complementarities refer to. One statement a field, however many there are. */
@GraphQLApi
@RegisterForReflection(fields = false)
public class ComplementarityReferenceApi {
    private final ProductRepository products;
    private final DatasetCatalog datasets;

    ComplementarityReferenceApi(ProductRepository products, DatasetCatalog datasets) {
        this.products = products;
        this.datasets = datasets;
    }

    /** The products of matches. */
    @Description("The product.")
    public Uni<List<@Nullable Product>> product(@Source List<ProductMatch> matches) {
        return References.one(matches, ProductMatch::productId, products::byIds);
    }

    /** The datasets of intra-industry trade. */
    @Name("dataset")
    @Description("The dataset that the figures are from; null with `gap`.")
    public Uni<List<@Nullable TradeDataset>> datasetOfIntraIndustry(@Source List<IntraIndustryTrade> trades) {
        return References.one(trades, IntraIndustryTrade::datasetNumber, datasets::byNumbers);
    }

    /** The datasets of matches. */
    @Description("The dataset that the figures are from; null with `gap`.")
    public Uni<List<@Nullable TradeDataset>> dataset(@Source List<Complementarity> compared) {
        return References.one(compared, Complementarity::datasetNumber, datasets::byNumbers);
    }
}
