package io.lancang.trade.mirror;

import static java.util.Objects.requireNonNullElse;

import io.lancang.kit.batch.References;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.history.Vantages;
import io.lancang.kit.provenance.SourceCatalog;
import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.YearRange;
import io.lancang.trade.partner.Partners;
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
    private final MirrorRepository repository;
    private final Partners partners;
    private final Vantages vantages;
    private final SourceCatalog sources;

    MirrorApi(MirrorRepository repository, Partners partners, Vantages vantages, SourceCatalog sources) {
        this.repository = repository;
        this.partners = partners;
        this.vantages = vantages;
        this.sources = sources;
    }

    /** What both sides report. */
    @Query
    @Description("What China reports beside what the partner reports of the same goods, in US dollars, for the years of"
            + " which partners' reports are loaded: China's imports in 1995, 2005 and 2015 as packaged.")
    @Cost(weight = 2)
    @ListSize(assumedSize = 30)
    public @NonNull Uni<List<@NonNull MirrorFigure>> mirror(
            @Name("partner") @Description("The partner, by code.") @Id @NonNull String partner,
            @Name("flow") @Description("The flow, as China sees it.") @DefaultValue("IMPORTS") @Nullable Flow flow,
            @Name("from") @Description("First year; the first with a mirror figure if left out.") @Nullable
                    Integer from,
            @Name("to") @Description("Last year; the last with a mirror figure if left out.") @Nullable Integer to,
            @Name("asOf") @Description(Vantages.AS_OF) @Nullable OffsetDateTime asOf) {
        YearRange.check(from, to, 2015);
        return vantages.at(asOf)
                .flatMap(vantage -> partners.byCode(partner)
                        .chain(() -> repository.figures(
                                partner, requireNonNullElse(flow, Flow.IMPORTS), from, to, vantage)));
    }

    /** Who gives figures. */
    @Description("Who gives the two figures.")
    @ListSize(assumedSize = 3)
    public @NonNull Uni<List<@NonNull List<io.lancang.kit.provenance.@NonNull Source>>> sources(
            @Source List<MirrorFigure> figures) {
        return References.many(figures, MirrorFigure::citations, sources::byReferences);
    }
}
