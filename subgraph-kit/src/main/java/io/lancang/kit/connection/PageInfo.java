package io.lancang.kit.connection;

import io.lancang.kit.cost.Cost;
import io.smallrye.graphql.api.federation.Shareable;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

@Shareable
@Cost(weight = 0)
@Description("Where a page stands in its list.")
public record PageInfo(
        @Description("Whether there are items after this page.")
        boolean hasNextPage,

        @Description("Whether there are items before this page.")
        boolean hasPreviousPage,

        @Description(
                "Cursor of the first item of this page, to be sent as `before` of the one before; null on an empty page.")
        @Nullable
        String startCursor,

        @Description("Cursor of the last item of this page, to be sent as `after` of the next; null on an empty page.")
        @Nullable
        String endCursor) {}
