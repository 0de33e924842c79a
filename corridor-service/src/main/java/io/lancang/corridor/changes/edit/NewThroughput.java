package io.lancang.corridor.changes.edit;

import io.lancang.corridor.ground.fact.Basis;
import io.lancang.corridor.ground.fact.ThroughputMetric;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("NewThroughputInput")
@Description(
        "A figure of what passes, to be recorded. A figure of the same subject, metric, period and basis is revised.")
public record NewThroughput(
        @Description("Id of the corridor that it is about; this or `location`.") @Id @Nullable
        String corridor,

        @Description("Id of the location that it is about; this or `corridor`.") @Id @Nullable
        String location,

        @Description("What is counted.") @NonNull ThroughputMetric metric,

        @Description("The first day that it covers; only a figure of basis TYPICAL has none.") @Nullable
        LocalDate periodStart,

        @Description("The last day that it covers, or the day that a stock is of; only a figure of basis TYPICAL has"
                + " none.")
        @Nullable
        LocalDate periodEnd,

        @Description("The figure in `unit`, not negative.") double value,

        @Description("Unit of `value`, such as `t`, `TEU`, `kWh`, `USD`, `trips`.") @NonNull
        String unit,

        @Description("What `value` counts.") @NonNull Basis basis,

        @Description("What else the source says.") @Nullable String note,

        @Description("Id of the source that says so.") @Id @NonNull
        String source) {}
