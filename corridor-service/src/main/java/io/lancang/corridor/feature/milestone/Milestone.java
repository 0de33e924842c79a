package io.lancang.corridor.feature.milestone;

import io.lancang.corridor.ground.fact.PartialDate;
import io.lancang.kit.history.Vantage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What happened to a work or is to happen, by one statement. */
@Description(
        "What happened to a corridor or segment or is to happen, by one statement of one day. Earlier and later statements"
                + " stand side by side, so that a date that slipped shows itself.")
public record Milestone(
        @Description("Its id: what it is about, the event, its dates and the day of the statement.") @Id @NonNull
        String id,

        @Description("What it is about.") @NonNull MilestoneEvent event,

        @Description("Whether it was announced rather than reported when it was stated.")
        boolean planned,

        @Description(
                "The first date that it can be of; null if the statement gives none, or only one that it is to be done by.")
        @Nullable
        PartialDate earliest,

        @Description(
                "The last date that it can be of; null if the statement gives none, or only one that it is not to be before.")
        @Nullable
        PartialDate latest,

        @Description("When it was stated, as precisely as that is known; null if it is not.") @Nullable
        PartialDate statedOn,

        @Description("What else there is to know, such as the part that it is about.") @Nullable
        String note,

        @Ignore Vantage seen) {}
