package io.lancang.trade.ledger;

import static java.util.Objects.requireNonNullElse;

import io.lancang.kit.batch.References;
import io.lancang.kit.provenance.SourceRepository;
import io.lancang.trade.catalogue.DatasetCatalog;
import io.lancang.trade.catalogue.TradeDataset;
import io.lancang.trade.catalogue.TradeRelease;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.partner.PartnerReference;
import io.lancang.trade.partner.PartnerRepository;
import io.lancang.trade.product.Product;
import io.lancang.trade.product.ProductRepository;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What figures refer to by code. One statement a field, however many figures. */
@GraphQLApi
@RegisterForReflection(fields = false)
public class TradeFlowReferenceApi {
    private final PartnerRepository partners;
    private final ProductRepository products;
    private final DatasetCatalog datasets;
    private final SourceRepository sources;

    TradeFlowReferenceApi(
            PartnerRepository partners, ProductRepository products, DatasetCatalog datasets, SourceRepository sources) {
        this.partners = partners;
        this.products = products;
        this.datasets = datasets;
        this.sources = sources;
    }

    @Description("Who reports.")
    public Uni<List<@Nullable Partner>> reporter(@Source List<TradeFlow> flows) {
        return References.one(
                flows,
                flow -> new PartnerReference(
                        flow.reporterCode(), flow.citation().seen()),
                partners::byReferences);
    }

    /** With whom. */
    @Description("The partner: where exports go, where imports come from.")
    public Uni<List<@Nullable Partner>> partner(@Source List<TradeFlow> flows) {
        return References.one(
                flows,
                flow -> new PartnerReference(flow.partnerCode(), flow.citation().seen()),
                partners::byReferences);
    }

    /** What a unit was worth; one figure at a time, since lists share the arguments of their first field. */
    @Description("What a kilogram was worth, or one unit of the quantity.")
    public @NonNull UnitValue unitValue(
            @Source TradeFlow flow,
            @Name("by") @Description("Which of the two.") @DefaultValue("WEIGHT") @Nullable UnitValueBy by) {
        return UnitValue.of(flow, requireNonNullElse(by, UnitValueBy.WEIGHT));
    }

    /** Which goods. */
    @Description("The product.")
    public Uni<List<@Nullable Product>> product(@Source List<TradeFlow> flows) {
        return References.one(flows, TradeFlow::productId, products::byIds);
    }

    /** From which dataset. */
    @Description("The dataset that has the figure.")
    public Uni<List<@Nullable TradeDataset>> dataset(@Source List<TradeFlow> flows) {
        return References.one(flows, TradeFlow::datasetId, datasets::byNumbers);
    }

    @Description("The release that brought the figure.")
    public Uni<List<@Nullable TradeRelease>> release(@Source List<TradeFlow> flows) {
        return References.one(flows, TradeFlow::releaseId, datasets::releases);
    }

    /** From whom. */
    @Description("Who gives the figure.")
    public Uni<List<io.lancang.kit.provenance.@Nullable Source>> source(@Source List<TradeFlow> flows) {
        return References.one(flows, TradeFlow::citation, sources::byReferences);
    }
}
