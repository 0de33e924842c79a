package io.lancang.trade.province;

import static java.util.Objects.requireNonNullElse;

import io.lancang.kit.batch.References;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.history.Vantages;
import io.lancang.kit.provenance.SourceRepository;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.YearRange;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.partner.PartnerCode;
import io.lancang.trade.partner.PartnerReference;
import io.lancang.trade.partner.PartnerRepository;
import io.lancang.trade.partner.Partners;
import io.lancang.trade.selection.EmptyListRepository;
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

/** Trade of provinces in the graph. */
@GraphQLApi
public class ProvincialTradeApi {
    private static final String YUNNAN = "CN-YN";
    private static final EmptyListRepository.Kind DATED = new EmptyListRepository.Kind(
            "dated facts about the trade of Yunnan", "dated_trade", "extract(year from t.ends)", "true", List.of());

    private final ProvincialTradeRepository repository;
    private final Vantages vantages;
    private final Partners knownPartners;
    private final PartnerRepository partners;
    private final SourceRepository sources;
    private final EmptyListRepository emptyLists;

    ProvincialTradeApi(
            ProvincialTradeRepository repository,
            Vantages vantages,
            Partners knownPartners,
            PartnerRepository partners,
            SourceRepository sources,
            EmptyListRepository emptyLists) {
        this.emptyLists = emptyLists;
        this.repository = repository;
        this.vantages = vantages;
        this.knownPartners = knownPartners;
        this.partners = partners;
        this.sources = sources;
    }

    @Query
    @Description(
            "Dated facts about the trade of a province, ordered by their last day. They form no series: each is about"
                    + " its own days, and none is a part of another's sum.")
    @ListSize(assumedSize = 60)
    public @NonNull Uni<List<@NonNull ProvincialTrade>> provincialTrade(
            @Name("reporter")
                    @Description("Code of the province by ISO 3166-2. Yunnan, `CN-YN`, is the one with figures.")
                    @DefaultValue(YUNNAN)
                    @Id
                    @Nullable
                    String reporter,
            @Name("partner") @Description("Only with this partner, bloc or aggregate, by code.") @Id @Nullable
                    String partner,
            @Name("from") @Description("First year that a figure reaches into.") @Nullable Integer from,
            @Name("to") @Description("Last year that a figure reaches into.") @Nullable Integer to,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        return vantages.at(asOf).flatMap(vantage -> found(reporter, partner, from, to, vantage));
    }

    /** Why there are none. */
    @Query
    @Description("Why `provincialTrade` with the same arguments is empty; null if it is not.")
    public Uni<@Nullable Gap> provincialTradeGap(
            @Name("reporter") @Description("Code of the province.") @DefaultValue(YUNNAN) @Id @Nullable String reporter,
            @Name("partner") @Description("Only with this partner, bloc or aggregate, by code.") @Id @Nullable
                    String partner,
            @Name("from") @Description("First year that a figure reaches into.") @Nullable Integer from,
            @Name("to") @Description("Last year that a figure reaches into.") @Nullable Integer to,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        return vantages.at(asOf)
                .flatMap(vantage -> found(reporter, partner, from, to, vantage)
                        .flatMap(list ->
                                emptyLists.gapOf(list, DATED, new EmptyListRepository.Years(from, to), vantage)));
    }

    /** The figures that are asked for; a code that means nothing is refused where none is found. */
    private Uni<List<ProvincialTrade>> found(
            @Nullable String reporter,
            @Nullable String partner,
            @Nullable Integer from,
            @Nullable Integer to,
            Vantage vantage) {
        String province = requireNonNullElse(reporter, YUNNAN);
        if (!province.equals(YUNNAN)) {
            throw ServiceException.badInput(
                    "There are no figures of the province '" + province + "'.",
                    "Ask for `" + YUNNAN + "`, Yunnan, or leave `reporter` out.");
        }
        if (partner != null) {
            PartnerCode.check(partner);
        }
        YearRange.checkOrder(from, to);
        return repository
                .figures(province, partner, from, to, vantage)
                .call(found -> found.isEmpty() && partner != null
                        ? knownPartners.checkNamed(partner, List.of())
                        : Uni.createFrom().voidItem());
    }

    /** With whom. */
    @Description("The partner, or a bloc or region as one.")
    public Uni<List<@Nullable Partner>> partner(@Source List<ProvincialTrade> figures) {
        return References.one(
                figures,
                each -> PartnerReference.of(each.partnerCode(), each.citation().seen()),
                partners::byReferences);
    }

    @Description("Who quotes the figure.")
    public Uni<List<io.lancang.kit.provenance.@Nullable Source>> source(@Source List<ProvincialTrade> figures) {
        return References.one(figures, ProvincialTrade::citation, sources::byReferences);
    }
}
