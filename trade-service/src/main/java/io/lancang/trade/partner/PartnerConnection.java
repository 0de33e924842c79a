package io.lancang.trade.partner;

import io.lancang.kit.connection.PageInfo;
import io.lancang.kit.history.Vantage;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * One page of partners.
 *
 * @param asked what the page was read with, to count by when the count is asked for
 */
@Description("One page of partners.")
public record PartnerConnection(
        @Description("The partners of this page with their cursors.") @NonNull
        List<@NonNull PartnerEdge> edges,

        @Description("The partners of this page.") @NonNull List<@NonNull Partner> nodes,

        @Description("Where this page stands.") @NonNull PageInfo pageInfo,

        @Ignore Asked asked) {

    /** Which partners, and as they were called when. */
    public record Asked(PartnerFilter filter, Vantage seen) {}
}
