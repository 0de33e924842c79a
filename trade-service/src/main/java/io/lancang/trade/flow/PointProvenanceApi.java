package io.lancang.trade.flow;

import io.lancang.kit.batch.References;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.provenance.SourceReference;
import io.lancang.kit.provenance.SourceRepository;
import io.lancang.trade.figure.Gap;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.partner.PartnerRepository;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What points and gaps refer to by id. One statement for all points, one for all gaps of a request's level. */
@GraphQLApi
@RegisterForReflection(fields = false)
public class PointProvenanceApi {
    private final SourceRepository sources;
    private final PartnerRepository partners;

    PointProvenanceApi(SourceRepository sources, PartnerRepository partners) {
        this.sources = sources;
        this.partners = partners;
    }

    /** The sources of points. */
    @Description("Where the amounts of this point come from.")
    @ListSize(assumedSize = 3)
    public @NonNull Uni<List<@NonNull List<io.lancang.kit.provenance.@NonNull Source>>> sources(
            @Source List<TradePoint> points) {
        return References.many(
                points,
                point -> SourceReference.all(point.sourceIds(), point.terms().vantage()),
                sources::byReferences);
    }

    /** The members that gaps name. */
    @Description("The members without a figure; empty where the gap is about no member in particular.")
    @ListSize(assumedSize = 5)
    public @NonNull Uni<List<@NonNull List<@NonNull Partner>>> missingPartners(@Source List<Gap> gaps) {
        return References.many(gaps, Gap::missingMembers, partners::byReferences);
    }
}
