package io.lancang.trade.corridor;

import io.lancang.trade.partner.Partner;
import io.smallrye.graphql.api.federation.External;
import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A corridor as far as this subgraph has to know it. Another subgraph owns it and sends what is external here. */
@Key(fields = @FieldSet("id"))
@Description("A transport, logistics, energy or digital corridor.")
public record Corridor(
        @Description("Stable id.") @Id @NonNull String id,

        @External
        @Description("Day on which the corridor opened; null if it has not, or if the day is not known.")
        @Nullable
        LocalDate openedOn,

        @External
        @Description("Calendar year in which the corridor opened; null if it has not, or if the year is not known.")
        @Nullable
        Integer openedYear,

        @External @Description("The partners that the corridor links.") @NonNull
        List<@NonNull Partner> partners) {}
