package io.lancang.trade.partner;

import io.lancang.kit.connection.PageInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * One page of partners.
 *
 * @param filter the filter that the page was read with, to count by when the count is asked for
 */
@Description("One page of partners.")
public record PartnerConnection(
        @Description("The partners of this page with their cursors.") @NonNull
        List<@NonNull PartnerEdge> edges,

        @Description("The partners of this page.") @NonNull List<@NonNull Partner> nodes,

        @Description("Where this page stands.") @NonNull PageInfo pageInfo,

        @Ignore PartnerFilter filter) {}
