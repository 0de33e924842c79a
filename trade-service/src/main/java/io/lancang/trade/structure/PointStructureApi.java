package io.lancang.trade.structure;

import io.lancang.kit.batch.References;
import io.lancang.kit.cost.ListSize;
import io.lancang.trade.flow.ComparedMembers;
import io.lancang.trade.flow.Composition;
import io.lancang.trade.flow.GrowthApi;
import io.lancang.trade.flow.TradePoint;
import io.lancang.trade.partner.Partner;
import io.lancang.trade.partner.PartnerReference;
import io.lancang.trade.partner.PartnerRepository;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What a point is made of, and how large it is. One statement a field for all points of a request's level. */
@GraphQLApi
@RegisterForReflection(fields = false)
public class PointStructureApi {
    private final SizeRepository sizes;
    private final PartnerRepository partners;

    PointStructureApi(SizeRepository sizes, PartnerRepository partners) {
        this.sizes = sizes;
        this.partners = partners;
    }

    /** Trade to gross domestic product. */
    @Description(
            "The total in percent of the partner's gross domestic product of the year, both in US dollars:"
                    + " total / gdp * 100. For a bloc of the sum over its members, if each has one; for the world of the reporter's own.")
    public @NonNull Uni<List<@NonNull Ratio>> tradeToGdp(@Source List<TradePoint> points) {
        return sizes.sizes(points)
                .map(found -> points.stream()
                        .map(point -> SizeRatios.toGdp(point, sizeOf(point, found)))
                        .toList());
    }

    /** Trade per head. */
    @Description("The total per head of the partner's population of the year, in the currency of the total:"
            + " total / population. For a bloc of the sum over its members, if each has one; for the world of the"
            + " reporter's own.")
    public @NonNull Uni<List<@NonNull Ratio>> tradePerHead(@Source List<TradePoint> points) {
        return sizes.sizes(points)
                .map(found -> points.stream()
                        .map(point -> SizeRatios.perHead(point, sizeOf(point, found)))
                        .toList());
    }

    private static SizeRepository.Size sizeOf(TradePoint point, Map<TradePoint, SizeRepository.Size> found) {
        return found.getOrDefault(point, SizeRepository.Size.UNKNOWN);
    }

    /** The contributions of members. */
    @Description(
            "What each member of the bloc contributes in this period, largest total first; members without a figure"
                    + " come last and say so. For a partner it is the partner itself.")
    @ListSize(assumedSize = 15)
    public @NonNull List<@NonNull Contribution> contributions(
            @Source TradePoint point,
            @Name("composition") @Description(GrowthApi.COMPOSITION) @Nullable Composition composition,
            @Name("membersOf") @Description(GrowthApi.MEMBERS_OF) @Nullable Integer membersOf) {
        return Contributions.to(point, new ComparedMembers(composition, membersOf));
    }

    /** The partners that contribute. */
    @Description("The member.")
    public Uni<List<@Nullable Partner>> partner(@Source List<Contribution> members) {
        return References.one(
                members, member -> new PartnerReference(member.code(), member.seen()), partners::byReferences);
    }
}
