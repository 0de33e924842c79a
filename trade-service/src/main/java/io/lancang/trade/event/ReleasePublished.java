package io.lancang.trade.event;

import io.lancang.kit.event.PublishedRelease;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** The event that a release is served from now on. */
@Description("A release that is served from now on: figures were added, revised or, by a withdrawal, put back.")
public record ReleasePublished(
        @Description("Number of the release; later ones have higher numbers.") @Id @NonNull
        String release,

        @Description("Id of its dataset.") @Id @NonNull String datasetId,

        @Description("Name of the file.") @NonNull String fileName,
        @Description("Rows that the file gave.") long rows,

        @Description("Facts that are new or new states of known ones.")
        long added,

        @Description("Facts that are served no more: replaced or left out.")
        long closed,

        @Description("When it was published.") @NonNull OffsetDateTime publishedAt,

        @Description("Number of the release that it withdraws; null for a file.") @Id @Nullable
        String withdraws,

        @Description("Its place among the releases: what to send as `after` to go on behind it.") @Id @NonNull
        String cursor) {

    static ReleasePublished of(PublishedRelease release) {
        Long withdrawn = release.withdraws();
        return new ReleasePublished(
                String.valueOf(release.id()),
                release.dataset(),
                release.fileName(),
                release.rows(),
                release.added(),
                release.closed(),
                release.publishedAt(),
                withdrawn == null ? null : withdrawn.toString(),
                String.valueOf(release.id()));
    }
}
