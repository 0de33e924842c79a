package io.lancang.trade.complexity;

import static java.util.Objects.requireNonNullElse;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.batch.References;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.history.Vantages;
import io.lancang.trade.figure.YearRange;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.partner.PartnerReference;
import io.lancang.trade.partner.PartnerRepository;
import io.lancang.trade.partner.Partners;
import io.lancang.trade.product.Classification;
import io.lancang.trade.product.ProductLevel;
import io.lancang.trade.product.Products;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Complexity and similarity of exports, in the graph. One statement for all that ask about the same market and year. */
@GraphQLApi
@RegisterForReflection(fields = false)
public class ComplexityApi {
    private static final String CHINA = "CHN";
    private static final int EXAMPLE = 2015;
    private static final String YEAR = "The calendar year; packaged are 1995, 2005 and 2015.";
    private static final String MARKET =
            "Code of the market, or `WORLD` for exports to everywhere, which needs the exports of"
                    + " several reporters to the world to be loaded.";
    private static final String CLASSIFICATION = "The classification that trade is compared by.";
    private static final String LEVEL =
            "The level of the products: the number of digits of their codes, 1 for sections.";

    private final ExportMatrixRepository repository;
    private final Vantages vantages;
    private final Partners partners;
    private final PartnerRepository known;
    private final Products products;

    ComplexityApi(
            ExportMatrixRepository repository,
            Vantages vantages,
            Partners partners,
            PartnerRepository known,
            Products products) {
        this.repository = repository;
        this.vantages = vantages;
        this.partners = partners;
        this.known = known;
        this.products = products;
    }

    @Query
    @Description(
            "Which economies export what few others can, and which products those are: indices of economic and product"
                    + " complexity, and how near products are to each other. As packaged: by exports to China, by SITC section.")
    @Cost(weight = 100)
    public @NonNull Uni<EconomicComplexity> economicComplexity(
            @Name("year") @Description(YEAR) int year,
            @Name("market") @Description(MARKET) @Id @DefaultValue(CHINA) @Nullable String market,
            @Name("classification") @Description(CLASSIFICATION) @DefaultValue("SITC3") @Nullable
                    Classification classification,
            @Name("level") @Description(LEVEL) @DefaultValue("1") @Nullable Integer level,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        return load(year, market, classification, level, asOf).map(Complexities::complexity);
    }

    /** How alike two exporters are. */
    @Description(
            "How alike what the partner and another economy export to a market is: whether the two compete there. As"
                    + " packaged: in China's market, by SITC section.")
    @Cost(weight = 50)
    public Uni<ExportSimilarity> exportSimilarity(
            @Source Partner partner,
            @Name("with") @Description("Code of the other economy.") @Id @NonNull String with,
            @Name("year") @Description(YEAR) int year,
            @Name("market") @Description(MARKET) @Id @DefaultValue(CHINA) @Nullable String market,
            @Name("classification") @Description(CLASSIFICATION) @DefaultValue("SITC3") @Nullable
                    Classification classification,
            @Name("level") @Description(LEVEL) @DefaultValue("1") @Nullable Integer level,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        return load(year, market, classification, level, asOf)
                .call(() -> partners.byCode(with))
                .map(all -> all.similarity(partner.code(), with));
    }

    private record Asked(
            String market,
            int year,
            ProductLevel goods,
            @Nullable OffsetDateTime asOf) {}

    private Uni<Complexities> load(
            int year,
            @Nullable String market,
            @Nullable Classification classification,
            @Nullable Integer level,
            @Nullable OffsetDateTime asOf) {
        YearRange.check(year, year, EXAMPLE);
        ProductLevel goods = new ProductLevel(
                requireNonNullElse(classification, ProductLevel.SITC_SECTIONS.classification()),
                requireNonNullElse(level, ProductLevel.SITC_SECTIONS.level()));
        return Batches.load(
                "export-matrices", new Asked(requireNonNullElse(market, CHINA), year, goods, asOf), this::read);
    }

    private Uni<Map<Asked, Complexities>> read(List<Asked> asked) {
        return Multi.createFrom()
                .iterable(asked)
                .onItem()
                .transformToUniAndConcatenate(each -> read(each).map(found -> Map.entry(each, found)))
                .collect()
                .in(HashMap::new, (all, each) -> all.put(each.getKey(), each.getValue()));
    }

    /** What is computed of it takes a worker, not the thread that answers others. */
    private Uni<Complexities> read(Asked asked) {
        return products.checkLevel(asked.goods().classification(), asked.goods().level())
                .chain(() -> partners.byCode(asked.market()))
                .chain(() -> vantages.lookUp(asked.asOf()))
                .chain(vantage -> repository
                        .exports(asked.market(), asked.year(), asked.goods(), vantage)
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(exports ->
                                new Complexities(asked.market(), asked.year(), asked.goods(), vantage, exports)));
    }

    /** The economies. */
    @Description("The exporter.")
    public Uni<List<@Nullable Partner>> partner(@Source List<ComplexEconomy> economies) {
        return References.one(
                economies, economy -> new PartnerReference(economy.code(), economy.seen()), known::byReferences);
    }
}
