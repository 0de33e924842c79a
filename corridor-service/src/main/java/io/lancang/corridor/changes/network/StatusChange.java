package io.lancang.corridor.changes.network;

import io.lancang.corridor.ground.fact.Status;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("A change of status that a steward recorded.")
public record StatusChange(
        @Description("The day on which the status changed.") @NonNull
        LocalDate date,

        @Description("The status before.") @NonNull Status from,

        @Description("The status since.") @NonNull Status to,

        @Description("What else there is to say.") @Nullable String note,

        @Description("When it was recorded.") @NonNull OffsetDateTime recordedAt,

        @Description("Who says so.") io.lancang.kit.provenance.@NonNull Source source) {}
