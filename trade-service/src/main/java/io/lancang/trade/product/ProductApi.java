package io.lancang.trade.product;

import io.lancang.kit.batch.Batches;
import io.lancang.kit.batch.References;
import io.lancang.kit.connection.PageRequest;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.history.Vantages;
import io.lancang.kit.provenance.SourceRepository;
import io.lancang.trade.figure.Gap;
import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Products in the graph. */
@GraphQLApi
public class ProductApi {
    private final Products products;
    private final ProductRepository repository;
    private final ProductSearchRepository searches;
    private final ConcordanceRepository concordances;
    private final SourceRepository sources;
    private final Vantages vantages;

    ProductApi(
            Products products,
            ProductRepository repository,
            ProductSearchRepository searches,
            ConcordanceRepository concordances,
            SourceRepository sources,
            Vantages vantages) {
        this.vantages = vantages;
        this.products = products;
        this.repository = repository;
        this.searches = searches;
        this.concordances = concordances;
        this.sources = sources;
    }

    @Query
    @Description("One product by code. An unknown code is an error that suggests the nearest codes.")
    public Uni<Product> product(
            @Name("classification") @Description("The classification that the code is of.") @NonNull
                    Classification classification,
            @Name("code") @Description("The code, without points, such as `8542`; `TOTAL` for all goods.") @Id @NonNull
                    String code) {
        return products.byCode(classification, code);
    }

    @Query
    @Description("Products of a classification, by level and code, page by page.")
    @ListSize(
            assumedSize = 100,
            slicingArguments = {"first", "last"},
            sizedFields = {"edges", "nodes"},
            requireOneSlicingArgument = false)
    public @NonNull Uni<ProductConnection> products(
            @Name("classification") @Description("Which classification.") @NonNull Classification classification,
            @Name("level")
                    @Description("Only this level: the number of digits of a code, 1 for sections; all if left out.")
                    @Nullable
                    Integer level,
            @Name("search")
                    @Description("Only products whose English title has these words, in any of their forms (`\"as they"
                            + " stand\"`, `-without`, `or`), whose Chinese title has these words (each pair of"
                            + " characters, such as `橡胶轮胎`), or whose code begins with this.")
                    @Nullable
                    String search,
            @Name("parent") @Description("Only the parts of the product with this id, one level down.") @Id @Nullable
                    String parent,
            @Name("first") @Description(PageRequest.FIRST_OF_MANY) @Nullable Integer first,
            @Name("after") @Description(PageRequest.AFTER) @Nullable String after,
            @Name("last") @Description(PageRequest.LAST) @Nullable Integer last,
            @Name("before") @Description(PageRequest.BEFORE) @Nullable String before) {
        return page(new Asked(
                new ProductSearchRepository.Search(classification, level, parent, search),
                new PageRequest(first, after, last, before)));
    }

    /** How many products there are on all pages. */
    @Description("How many products are found, on all pages together. Counted only where it is asked for.")
    @Cost(weight = 5)
    public @NonNull Uni<Integer> totalCount(@Source ProductConnection connection) {
        return searches.count(connection.search());
    }

    /** Why there are none. */
    @Query
    @Description(
            "Why `products` with the same arguments is empty; null if it is not. Asked in one request both are one reading.")
    public Uni<@Nullable Gap> productsGap(
            @Name("classification") @Description("Which classification.") @NonNull Classification classification,
            @Name("level") @Description("As in `products`.") @Nullable Integer level,
            @Name("search") @Description("As in `products`.") @Nullable String search,
            @Name("parent") @Description("As in `products`.") @Id @Nullable String parent,
            @Name("first") @Description("As in `products`.") @Nullable Integer first,
            @Name("after") @Description("As in `products`.") @Nullable String after,
            @Name("last") @Description("As in `products`.") @Nullable Integer last,
            @Name("before") @Description("As in `products`.") @Nullable String before) {
        Asked asked = new Asked(
                new ProductSearchRepository.Search(classification, level, parent, search),
                new PageRequest(first, after, last, before));
        return page(asked)
                .map(page -> page.nodes().isEmpty() ? EmptyProducts.ofSearch(asked.search(), asked.page()) : null);
    }

    private record Asked(ProductSearchRepository.Search search, PageRequest page) {}

    private Uni<ProductConnection> page(Asked asked) {
        return Batches.load("products", asked, this::pages);
    }

    private Uni<Map<Asked, ProductConnection>> pages(List<Asked> keys) {
        return Batches.byArguments(
                keys,
                Function.identity(),
                (asked, same) -> products.page(asked.search(), asked.page()).map(page -> Map.of(asked, page)));
    }

    /** Products by key; null for one that does not exist. */
    @Resolver
    public Uni<List<@Nullable Product>> productsById(@Name("id") @Id List<String> id) {
        return repository.byIds(id).map(found -> id.stream().map(found::get).toList());
    }

    /** What products are parts of. */
    @Description("What it is a part of; null for all goods.")
    public Uni<List<@Nullable Product>> parent(@Source List<Product> parts) {
        return References.one(parts, Product::parentId, repository::byIds);
    }

    private record Related(Product product, @Nullable OffsetDateTime asOf) {}

    /** What concordances say of a product. */
    @Description("What concordances relate it to: for a subheading of the HS its SITC code and the subheadings of other"
            + " revisions that have goods in common with it, for a SITC code every subheading that leads to it. Empty for"
            + " groups above, and for the few codes without a counterpart.")
    @ListSize(assumedSize = 10)
    public @NonNull Uni<List<@NonNull Correspondence>> concordance(
            @Source Product product, @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        return Batches.load("concordances", new Related(product, asOf), this::related);
    }

    /** Why there is nothing. */
    @Description("Why `concordance` with the same arguments is empty; null if it is not.")
    public Uni<@Nullable Gap> concordanceGap(
            @Source Product product, @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        return concordance(product, asOf)
                .map(related -> related.isEmpty() ? EmptyProducts.ofConcordance(product) : null);
    }

    private Uni<Map<Related, List<Correspondence>>> related(List<Related> keys) {
        return Batches.byArguments(
                keys,
                key -> Optional.ofNullable(key.asOf()),
                (asOf, ofThem) -> vantages.lookUp(asOf.orElse(null))
                        .chain(vantage -> concordances.correspondences(
                                ofThem.stream().map(Related::product).toList(), vantage))
                        .map(found -> Batches.lists(ofThem, key -> key.product().id(), found)));
    }

    /** Who gives the titles. */
    @Description("Where the title is from; null for all goods.")
    public Uni<List<io.lancang.kit.provenance.@Nullable Source>> source(@Source List<Product> titled) {
        return References.one(titled, Product::sourceId, sources::byIds);
    }
}
