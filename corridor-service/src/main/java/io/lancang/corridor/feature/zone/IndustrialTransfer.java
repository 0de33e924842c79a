package io.lancang.corridor.feature.zone;

import io.lancang.kit.history.Vantage;
import io.lancang.kit.scalar.Decimal;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An industry that moved, or what is reported about such moves. */
@Description("A reported fact about industries that moved to Yunnan from other provinces or settled in its zones.")
public record IndustrialTransfer(
        @Description("Its id: the zone, the subject and the fact.") @Id @NonNull
        String id,

        @Ignore @Nullable String zoneId,

        @Description("The company, project group or place that the fact is about.") @NonNull
        String subject,

        @Description("The industry, such as `electronics`; `all` if the fact is about all of them.") @NonNull
        String sector,

        @Description("What happened, in the words of the source.") @NonNull
        String fact,

        @Description("The year that the fact or value is of; null if the source states none.") @Nullable
        Integer year,

        @Description("The value, exact as reported; null if the fact has none.") @Nullable
        Decimal value,

        @Description("The unit of the value, such as `projects` or `CNY revenue`; null where there is no value.")
        @Nullable
        String unit,

        @Ignore Vantage seen) {}
