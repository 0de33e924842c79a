package io.lancang.trade.partner;

import static java.util.Objects.requireNonNullElse;

import io.lancang.kit.batch.References;
import io.lancang.kit.connection.PageRequest;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.history.Vantages;
import io.lancang.kit.provenance.Language;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Partners in the graph. No method waits for anything, so all run on the event loop. */
@GraphQLApi
@NonBlocking
public class PartnerApi {
    private final Partners partners;
    private final PartnerRepository repository;
    private final PartnerPageRepository pages;
    private final PartnerGroupRepository groups;
    private final Vantages vantages;

    PartnerApi(
            Partners partners,
            PartnerRepository repository,
            PartnerPageRepository pages,
            PartnerGroupRepository groups,
            Vantages vantages) {
        this.partners = partners;
        this.repository = repository;
        this.pages = pages;
        this.groups = groups;
        this.vantages = vantages;
    }

    @Query
    @Description("One partner by code. An unknown code is an error that suggests the nearest codes.")
    public Uni<Partner> partner(
            @Name("code") @Description("ISO 3166 alpha-3 code, or the code of an aggregate.") @Id @NonNull String code,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        return vantages.at(asOf).flatMap(seen -> partners.byCode(code, seen));
    }

    @Query
    @Description("Partners, page by page.")
    @ListSize(
            assumedSize = 50,
            slicingArguments = {"first", "last"},
            sizedFields = {"edges", "nodes"},
            requireOneSlicingArgument = false)
    public @NonNull Uni<PartnerConnection> partners(
            @Name("filter") @Description("Which partners; all if left out.") @Nullable PartnerFilter filter,
            @Name("orderBy") @Description("In which order.") @DefaultValue("CODE") @Nullable PartnerOrder orderBy,
            @Name("first") @Description(PageRequest.FIRST) @Nullable Integer first,
            @Name("after") @Description(PageRequest.AFTER) @Nullable String after,
            @Name("last") @Description(PageRequest.LAST) @Nullable Integer last,
            @Name("before") @Description(PageRequest.BEFORE) @Nullable String before,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        return vantages.at(asOf)
                .flatMap(seen -> partners.page(
                        requireNonNullElse(filter, PartnerFilter.ALL),
                        requireNonNullElse(orderBy, PartnerOrder.CODE),
                        new PageRequest(first, after, last, before),
                        seen));
    }

    @Query
    @Description("Every region that partners belong to, ordered by name: those of the United Nations' standard M49.")
    @ListSize(assumedSize = 25)
    public @NonNull Uni<List<@NonNull Region>> regions() {
        return groups.regions();
    }

    /** Who took the place of former states. */
    @Description("Who took the place of a former unit of reporting, all of it and nothing else; empty for others. In"
            + " comparisons it counts for those where they have no figure of their own.")
    @ListSize(assumedSize = 1)
    public @NonNull Uni<List<@NonNull List<@NonNull Partner>>> succeededBy(@Source List<Partner> former) {
        return References.many(former, Partner::successorCodes, repository::byCodes);
    }

    /** The partners that other subgraphs name, in one statement; null for a code that does not exist. */
    @Resolver
    public Uni<List<@Nullable Partner>> partnersByCode(@Name("code") @Id List<String> code) {
        return repository
                .byCodes(code)
                .map(found -> code.stream().map(found::get).toList());
    }

    /** The name in one of two languages. */
    @Description("The name; null where the language has none.")
    public @Nullable String name(
            @Source Partner partner,
            @Name("language") @Description("Language of the name.") @DefaultValue("EN") @Nullable Language language) {
        return switch (requireNonNullElse(language, Language.EN)) {
            case EN -> partner.nameEn();
            case ZH -> partner.nameZh();
        };
    }

    /** How many partners there are on all pages. */
    @Description("How many partners the filter finds, on all pages together.")
    @Cost(weight = 5)
    public @NonNull Uni<Integer> totalCount(@Source PartnerConnection connection) {
        return pages.count(connection.asked().filter(), connection.asked().seen());
    }
}
