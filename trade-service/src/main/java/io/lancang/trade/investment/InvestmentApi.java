package io.lancang.trade.investment;

import io.lancang.kit.batch.References;
import io.lancang.kit.cost.ListSize;
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
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Direct investment in the graph. */
@GraphQLApi
public class InvestmentApi {
    private static final EmptyListRepository.Kind SHARES =
            EmptyListRepository.Kind.ofYears("quoted shares of members", "member_share");

    private final InvestmentRepository repository;
    private final Vantages vantages;
    private final Partners knownPartners;
    private final PartnerRepository partners;
    private final SourceRepository sources;
    private final EmptyListRepository emptyLists;

    InvestmentApi(
            InvestmentRepository repository,
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

    /** Figures of one concept. */
    @Query
    @Description(
            "Direct investment of one concept by year: what ASEAN received from whom, and what China invested abroad.")
    @ListSize(assumedSize = 50)
    public @NonNull Uni<List<@NonNull Investment>> fdi(
            @Name("concept") @Description("What is measured. One at a time: the concepts are not comparable.") @NonNull
                    InvestmentConcept concept,
            @Name("investor") @Description("Only by this economy, by code; `WORLD` for all together.") @Id @Nullable
                    String investor,
            @Name("destination") @Description("Only into this economy or region, by code.") @Id @Nullable
                    String destination,
            @Name("from") @Description("First year.") @Nullable Integer from,
            @Name("to") @Description("Last year.") @Nullable Integer to,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        InvestmentRepository.Wanted wanted = new InvestmentRepository.Wanted(investor, destination, from, to);
        return vantages.at(asOf).flatMap(vantage -> found(concept, wanted, vantage));
    }

    /** Why there are none. */
    @Query
    @Description("Why `fdi` with the same arguments is empty; null if it is not.")
    public Uni<@Nullable Gap> fdiGap(
            @Name("concept") @Description("What is measured.") @NonNull InvestmentConcept concept,
            @Name("investor") @Description("Only by this economy, by code.") @Id @Nullable String investor,
            @Name("destination") @Description("Only into this economy or region, by code.") @Id @Nullable
                    String destination,
            @Name("from") @Description("First year.") @Nullable Integer from,
            @Name("to") @Description("Last year.") @Nullable Integer to,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        InvestmentRepository.Wanted wanted = new InvestmentRepository.Wanted(investor, destination, from, to);
        EmptyListRepository.Kind kind = new EmptyListRepository.Kind(
                "figures of " + concept, "investment", "t.year", "t.concept::text = $1", List.of(concept.code()));
        return vantages.at(asOf)
                .flatMap(vantage -> found(concept, wanted, vantage)
                        .flatMap(list ->
                                emptyLists.gapOf(list, kind, new EmptyListRepository.Years(from, to), vantage)));
    }

    /** The figures that are asked for; a code that means nothing is refused where none is found. */
    private Uni<List<Investment>> found(
            InvestmentConcept concept, InvestmentRepository.Wanted wanted, Vantage vantage) {
        YearRange.checkOrder(wanted.from(), wanted.to());
        checkCode(wanted.investor());
        checkCode(wanted.destination());
        return repository
                .investments(concept, wanted, vantage)
                .call(found -> found.isEmpty()
                        ? checkNamed(wanted.investor(), wanted.destination())
                        : Uni.createFrom().voidItem());
    }

    @Query
    @Description("Shares of members in their bloc's trade with China where they were quoted; by bloc, year and flow.")
    @ListSize(assumedSize = 15)
    public @NonNull Uni<List<@NonNull MemberShare>> memberShares(
            @Name("bloc") @Description("Only of this bloc, by code.") @Id @Nullable String bloc,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        return vantages.at(asOf).flatMap(vantage -> shares(bloc, vantage));
    }

    /** Why there are none. */
    @Query
    @Description("Why `memberShares` with the same arguments is empty; null if it is not.")
    public Uni<@Nullable Gap> memberSharesGap(
            @Name("bloc") @Description("Only of this bloc, by code.") @Id @Nullable String bloc,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        return vantages.at(asOf)
                .flatMap(vantage -> shares(bloc, vantage)
                        .flatMap(list -> emptyLists.gapOf(list, SHARES, EmptyListRepository.Years.ANY, vantage)));
    }

    private Uni<List<MemberShare>> shares(@Nullable String bloc, Vantage vantage) {
        checkCode(bloc);
        return repository
                .shares(bloc, vantage)
                .call(found -> found.isEmpty() && bloc != null
                        ? knownPartners.checkBloc(bloc)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> checkNamed(@Nullable String... codes) {
        return repository
                .named()
                .flatMap(others -> Multi.createFrom()
                        .iterable(Stream.of(codes).filter(Objects::nonNull).toList())
                        .onItem()
                        .transformToUniAndConcatenate(code -> knownPartners.checkNamed(code, others))
                        .onItem()
                        .ignoreAsUni());
    }

    private static void checkCode(@Nullable String code) {
        if (code != null) {
            PartnerCode.check(code);
        }
    }

    /** Who invests. */
    @Description("The economy that invests.")
    public Uni<List<@Nullable Partner>> investor(@Source List<Investment> investments) {
        return References.one(
                investments,
                each -> PartnerReference.of(each.investorCode(), each.citation().seen()),
                partners::byReferences);
    }

    /** In whom. */
    @Description("The economy that receives; null for a region that is no partner.")
    public Uni<List<@Nullable Partner>> destination(@Source List<Investment> investments) {
        return References.one(
                investments,
                each -> PartnerReference.of(
                        each.destinationCode(), each.citation().seen()),
                partners::byReferences);
    }

    @Description("Who gives the figure.")
    public Uni<List<io.lancang.kit.provenance.@Nullable Source>> source(@Source List<Investment> investments) {
        return References.one(investments, Investment::citation, sources::byReferences);
    }
}
