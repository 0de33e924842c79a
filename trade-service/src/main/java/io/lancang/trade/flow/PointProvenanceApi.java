package io.lancang.trade.flow;

import io.lancang.kit.provenance.SourceCatalog;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.partner.PartnerRepository;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What points and gaps refer to by id. One statement for all points, one for all gaps of a request's level. */
@GraphQLApi
public class PointProvenanceApi {
    private final SourceCatalog sources;
    private final PartnerRepository partners;

    PointProvenanceApi(SourceCatalog sources, PartnerRepository partners) {
        this.sources = sources;
        this.partners = partners;
    }

    /** The sources of points. */
    @Description("Where the amounts of this point come from.")
    public @NonNull Uni<List<@NonNull List<io.lancang.kit.provenance.@NonNull Source>>> sources(
            @Source List<TradePoint> points) {
        return sources.byIds(points.stream()
                        .flatMap(point -> point.sourceIds().stream())
                        .toList())
                .map(found -> points.stream()
                        .map(point -> point.sourceIds().stream()
                                .map(found::get)
                                .filter(Objects::nonNull)
                                .toList())
                        .toList());
    }

    /** The members that gaps name. */
    @Description("The members without a figure; empty where the gap is about no member in particular.")
    public @NonNull Uni<List<@NonNull List<@NonNull Partner>>> missingPartners(@Source List<Gap> gaps) {
        List<String> codes =
                gaps.stream().flatMap(gap -> gap.missingCodes().stream()).toList();
        return partners.byCodes(codes)
                .map(found -> gaps.stream()
                        .map(gap -> gap.missingCodes().stream()
                                .map(found::get)
                                .filter(Objects::nonNull)
                                .toList())
                        .toList());
    }
}
