package io.lancang.corridor.changes.change;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What happened to a work, when. */
@Description(
        "What happened to a corridor or a segment by its real date, whenever it was recorded. What is only announced is not"
                + " among these: `segments(filter: {opensBetween})` finds that.")
public record NetworkEvent(
        @Description("What happened.") @NonNull NetworkEventKind kind,

        @Description("The first day that it can have been.") @NonNull
        LocalDate earliest,

        @Description("The last day that it can have been.") @NonNull
        LocalDate latest,

        @Description("What it happened to.") @NonNull ChangedSubject subjectKind,

        @Description("Id of the corridor or segment.") @Id @NonNull
        String subject,

        @Description("What else there is to know.") @Nullable
        String note) {}
