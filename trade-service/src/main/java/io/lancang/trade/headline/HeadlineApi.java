package io.lancang.trade.headline;

import io.lancang.kit.argument.Choice;
import io.lancang.kit.batch.References;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.history.Vantages;
import io.lancang.kit.provenance.SourceRepository;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.YearRange;
import io.lancang.trade.flow.TradeApi;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.partner.PartnerReference;
import io.lancang.trade.partner.PartnerRepository;
import io.lancang.trade.selection.EmptyListRepository;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Quoted figures in the graph. */
@GraphQLApi
public class HeadlineApi {
    private static final EmptyListRepository.Kind QUOTED =
            EmptyListRepository.Kind.ofYears("quoted figures", "trade_headline");

    private final Headlines headlines;
    private final PartnerRepository partners;
    private final SourceRepository sources;
    private final Vantages vantages;
    private final EmptyListRepository emptyLists;

    HeadlineApi(
            Headlines headlines,
            PartnerRepository partners,
            SourceRepository sources,
            Vantages vantages,
            EmptyListRepository emptyLists) {
        this.emptyLists = emptyLists;
        this.headlines = headlines;
        this.partners = partners;
        this.sources = sources;
        this.vantages = vantages;
    }

    /** Quoted figures. */
    @Query
    @Description("Figures that China Customs announced, as sources quote them, and how far each is from the computed"
            + " figure; by code, year and flow.")
    @ListSize(assumedSize = 20)
    public @NonNull Uni<List<@NonNull Headline>> headlines(
            @Name("partners")
                    @Description("Codes of partners and blocs; all that are quoted if left out.")
                    @Id
                    @io.smallrye.graphql.api.Nullable
                    @Nullable
                    List<@NonNull String> codes,
            @Name("from") @Description(TradeApi.FROM) @Nullable Integer from,
            @Name("to") @Description(TradeApi.TO) @Nullable Integer to,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        return vantages.at(asOf).flatMap(vantage -> found(codes, from, to, vantage));
    }

    /** Why there are none. */
    @Query
    @Description("Why `headlines` with the same arguments is empty; null if it is not.")
    public Uni<@Nullable Gap> headlinesGap(
            @Name("partners")
                    @Description("Codes of partners and blocs; all that are quoted if left out.")
                    @Id
                    @io.smallrye.graphql.api.Nullable
                    @Nullable
                    List<@NonNull String> codes,
            @Name("from") @Description(TradeApi.FROM) @Nullable Integer from,
            @Name("to") @Description(TradeApi.TO) @Nullable Integer to,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        return vantages.at(asOf)
                .flatMap(vantage -> found(codes, from, to, vantage)
                        .flatMap(list ->
                                emptyLists.gapOf(list, QUOTED, new EmptyListRepository.Years(from, to), vantage)));
    }

    private Uni<List<Headline>> found(
            @Nullable List<String> codes, @Nullable Integer from, @Nullable Integer to, Vantage vantage) {
        YearRange.checkOrder(from, to);
        Choice.refuseEmpty("partners", codes);
        return headlines.of(Optional.ofNullable(codes), from, to, vantage);
    }

    @Description("What the figure is about: a country, or a bloc as one partner.")
    public Uni<List<@Nullable Partner>> partner(@Source List<Headline> quoted) {
        return References.one(
                quoted,
                each -> new PartnerReference(each.code(), each.citation().seen()),
                partners::byReferences);
    }

    /** The sources of figures. */
    @Description("Who quotes the figure.")
    public Uni<List<io.lancang.kit.provenance.@Nullable Source>> source(@Source List<Headline> quoted) {
        return References.one(quoted, Headline::citation, sources::byReferences);
    }
}
