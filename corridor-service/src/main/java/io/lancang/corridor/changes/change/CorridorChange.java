package io.lancang.corridor.changes.change;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

@Description("What a release changed of one corridor: a file, its withdrawal, or a single fact of a steward.")
public record CorridorChange(
        @Description("Id of the corridor.") @Id @NonNull String corridorId,

        @Description("What changed of it, each once.") @NonNull
        List<@NonNull ChangedPart> parts,

        @Description("Ids of the segments that changed, ordered by id; the first 100 of them.") @NonNull @Id
        List<@NonNull String> segments,

        @Description("How many segments changed.") int segmentCount,

        @Description("Number of the release; numbers grow as releases are published.") @Id @NonNull
        String release,

        @Description("The dataset that was loaded or withdrawn, such as `segments`; `single_facts` for a fact that a"
                + " steward gave.")
        @NonNull
        String dataset,

        @Description("When it was published.") @NonNull OffsetDateTime publishedAt,

        @Description("Its place among the changes: what to send as `after` to go on behind it.") @Id @NonNull
        String cursor) {}
