package io.lancang.corridor.feature.throughput;

import io.lancang.corridor.ground.fact.Basis;
import io.lancang.corridor.ground.fact.ThroughputMetric;
import io.lancang.corridor.ground.partner.Partner;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.history.Vantage;
import io.lancang.kit.scalar.Decimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("One reported figure of what passes. Figures of different bases are never added or subtracted.")
public record Throughput(
        @Ignore String id,

        @Description("What is counted.") @NonNull ThroughputMetric metric,

        @Description("The first day that the figure covers; null if the source states no period.") @Nullable
        LocalDate periodStart,

        @Description("The last day that the figure covers, or the day that a stock is of; null if the source states no"
                + " period.")
        @Nullable
        LocalDate periodEnd,

        @Description("The figure, exact as reported, in `unit`.") @NonNull
        Decimal value,

        @Description("Unit of `value`: `t` (tonnes), `TEU`, `m3`, `kWh`, `MW`, `USD`, `CNY`, `trips` and others.")
        @NonNull
        String unit,

        @Description("What `value` counts.") @NonNull Basis basis,

        @Description(
                "The countries that the figure is about, the reporter first; empty where it is about one corridor or"
                        + " location.")
        @NonNull
        @ListSize(assumedSize = 2)
        List<@NonNull Partner> partners,

        @Description("What else the source says, such as `\"more than\"` or the growth on a year earlier.") @Nullable
        String note,

        @Ignore Vantage seen) {}
