package io.lancang.trade.summary;

import io.lancang.kit.batch.References;
import io.lancang.kit.cost.ListSize;
import io.lancang.trade.bloc.Bloc;
import io.lancang.trade.bloc.BlocRepository;
import io.lancang.trade.catalogue.DatasetCatalog;
import io.lancang.trade.catalogue.TradeDataset;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.partner.PartnerReference;
import io.lancang.trade.partner.PartnerRepository;
import io.lancang.trade.product.Product;
import io.lancang.trade.product.ProductRepository;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What the keys of groups refer to. One statement a field, however many groups. */
@GraphQLApi
@RegisterForReflection(fields = false)
public class SummaryReferenceApi {
    private final PartnerRepository partners;
    private final BlocRepository blocs;
    private final ProductRepository products;
    private final DatasetCatalog datasets;

    SummaryReferenceApi(
            PartnerRepository partners, BlocRepository blocs, ProductRepository products, DatasetCatalog datasets) {
        this.partners = partners;
        this.blocs = blocs;
        this.products = products;
        this.datasets = datasets;
    }

    @Description("Who reports; null if not grouped by it.")
    public Uni<List<@Nullable Partner>> reporter(@Source List<SummaryRow> rows) {
        return References.one(rows, row -> PartnerReference.of(row.reporterCode(), row.seen()), partners::byReferences);
    }

    /** With whom. */
    @Description("The partner; null if not grouped by it, and for the remainder.")
    public Uni<List<@Nullable Partner>> partner(@Source List<SummaryRow> rows) {
        return References.one(rows, row -> PartnerReference.of(row.partnerCode(), row.seen()), partners::byReferences);
    }

    @Description("The bloc; null if not grouped by it, and for partners in none.")
    public Uni<List<@Nullable Bloc>> bloc(@Source List<SummaryRow> rows) {
        return References.one(rows, SummaryRow::blocCode, blocs::byCodes);
    }

    /** Which goods. */
    @Description("The product; null if not grouped by it, and for the remainder.")
    public Uni<List<@Nullable Product>> product(@Source List<SummaryRow> rows) {
        return References.one(rows, SummaryRow::productId, products::byIds);
    }

    @Description("The datasets that the figures come from.")
    @ListSize(assumedSize = 3)
    public @NonNull Uni<List<@NonNull List<@NonNull TradeDataset>>> datasets(@Source List<SummaryRow> rows) {
        return References.many(rows, SummaryRow::datasetIds, datasets::byNumbers);
    }
}
