package io.lancang.trade.mirror;

import static java.util.Objects.requireNonNullElse;

import io.lancang.kit.batch.References;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.history.Vantages;
import io.lancang.kit.provenance.SourceRepository;
import io.lancang.trade.bloc.Bloc;
import io.lancang.trade.bloc.BlocRepository;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.figure.YearRange;
import io.lancang.trade.flow.TradeApi;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.partner.Partners;
import io.lancang.trade.totals.Reporter;
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

/** Mirror figures in the graph. */
@GraphQLApi
public class MirrorApi {
    private static final int EXAMPLE = 2015;
    private static final String FLOW = "The flow, as the reporter sees it.";
    private static final String FROM = "First year; the first with a mirror figure if left out.";
    private static final String TO = "Last year; the last with a mirror figure if left out.";

    private final Mirrors mirrors;
    private final Partners partners;
    private final BlocRepository blocs;
    private final SourceRepository sources;

    MirrorApi(Mirrors mirrors, Partners partners, BlocRepository blocs, SourceRepository sources) {
        this.mirrors = mirrors;
        this.partners = partners;
        this.blocs = blocs;
        this.sources = sources;
    }

    @Query
    @Description(
            "What China, or another reporter, reports beside what the partner reports of the same goods, in US dollars,"
                    + " for the years of which partners' reports are loaded: China's imports in 1995, 2005 and 2015 as packaged."
                    + " Of a bloc both sums are over the members of the year that both sides have figures of. An error says why"
                    + " there is nothing.")
    @Cost(weight = 2)
    @ListSize(assumedSize = 30)
    public @NonNull Uni<List<@NonNull MirrorFigure>> mirror(
            @Name("partner") @Description("The partner or bloc, by code; a code of both is the bloc.") @Id @NonNull
                    String partner,
            @Name("flow") @Description(FLOW) @DefaultValue("IMPORTS") @Nullable Flow flow,
            @Name("from") @Description(FROM) @Nullable Integer from,
            @Name("to") @Description(TO) @Nullable Integer to,
            @Name("reporter") @Description(TradeApi.REPORTER) @DefaultValue("CHN") @Id @Nullable String reporter,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        MirrorKey.Arguments arguments = arguments(flow, from, to, reporter, asOf);
        Uni<Mirror> ofPartner = mirrors.of(new MirrorKey(partner, false, arguments));
        Uni<Mirror> ofBloc = mirrors.of(new MirrorKey(partner, true, arguments));
        return blocs.byCodes(List.of(partner))
                .chain(found -> found.isEmpty() ? partners.byCode(partner).chain(() -> ofPartner) : ofBloc)
                .map(MirrorApi::figuresOf);
    }

    private static List<MirrorFigure> figuresOf(Mirror mirror) {
        Gap gap = mirror.gap();
        if (gap != null) {
            throw ServiceException.badInput(gap.detail(), "Leave `from` and `to` out, or ask for the other `flow`.");
        }
        return mirror.figures();
    }

    /** What both sides report of a partner's trade. */
    @Description("What China, or another reporter, and the partner report of the same goods, in US dollars.")
    @Cost(weight = 10)
    public Uni<Mirror> mirror(
            @Source Partner partner,
            @Name("flow") @Description(FLOW) @DefaultValue("IMPORTS") @Nullable Flow flow,
            @Name("from") @Description(FROM) @Nullable Integer from,
            @Name("to") @Description(TO) @Nullable Integer to,
            @Name("reporter") @Description(TradeApi.REPORTER) @DefaultValue("CHN") @Id @Nullable String reporter,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        return mirrors.of(new MirrorKey(partner.code(), false, arguments(flow, from, to, reporter, asOf)));
    }

    /** What both sides report of the trade of a bloc's members. */
    @Description(
            "What China, or another reporter, and the members of the bloc report of the same goods, in US dollars: sums"
                    + " over the members of each year that both sides have figures of.")
    @Cost(weight = 10)
    public @NonNull Uni<Mirror> mirror(
            @Source Bloc bloc,
            @Name("flow") @Description(FLOW) @DefaultValue("IMPORTS") @Nullable Flow flow,
            @Name("from") @Description(FROM) @Nullable Integer from,
            @Name("to") @Description(TO) @Nullable Integer to,
            @Name("reporter") @Description(TradeApi.REPORTER) @DefaultValue("CHN") @Id @Nullable String reporter,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        return mirrors.of(new MirrorKey(bloc.code(), true, arguments(flow, from, to, reporter, asOf)));
    }

    private static MirrorKey.Arguments arguments(
            @Nullable Flow flow,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String reporter,
            @Nullable OffsetDateTime asOf) {
        YearRange.check(from, to, EXAMPLE);
        return new MirrorKey.Arguments(
                requireNonNullElse(reporter, Reporter.CHINA.code()),
                requireNonNullElse(flow, Flow.IMPORTS),
                from,
                to,
                asOf);
    }

    @Description("Who gives the two figures.")
    @ListSize(assumedSize = 3)
    public @NonNull Uni<List<@NonNull List<io.lancang.kit.provenance.@NonNull Source>>> sources(
            @Source List<MirrorFigure> figures) {
        return References.many(figures, MirrorFigure::citations, sources::byReferences);
    }
}
