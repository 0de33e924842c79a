package io.lancang.corridor.changes.change;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("What a release did to one fact of the network. `asOf` shows what was there before.")
public record NetworkChange(
        @Description("Number of the release; numbers grow as releases are published.") @Id @NonNull
        String release,

        @Description("When it was published.") @NonNull OffsetDateTime publishedAt,

        @Description("The dataset that was loaded or withdrawn, such as `segments`; `single_facts` for a fact that a"
                + " steward gave.")
        @NonNull
        String dataset,

        @Description("What it did.") @NonNull ChangeKind kind,

        @Description("What the fact is about.") @NonNull ChangedSubject subjectKind,

        @Description("Id of the corridor, segment or location.") @Id @NonNull
        String subject) {}
