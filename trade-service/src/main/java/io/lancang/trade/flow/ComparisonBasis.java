package io.lancang.trade.flow;

import io.lancang.trade.partner.PartnerReference;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Over which partners a bloc, or another set of partners, is compared.
 *
 * @param joinedMembers who is a member in the later period only
 * @param leftMembers who is a member in the earlier period only
 * @param uncomparedMembers who counts in neither period, for want of a figure in one
 */
@Description("Over which partners a bloc, or another set of partners, is compared in two periods.")
public record ComparisonBasis(
        @Description("Whose trade is compared.") @NonNull Composition composition,

        @Description("The year whose members are compared in both periods; null unless `composition` is LIKE_FOR_LIKE,"
                + " and for sets of partners that do not change.")
        @Nullable
        Integer membersOf,

        @Ignore List<PartnerReference> joinedMembers,
        @Ignore List<PartnerReference> leftMembers,
        @Ignore List<PartnerReference> uncomparedMembers) {}
