package io.lancang.corridor.changes.change;

import io.lancang.kit.event.PublishedRelease;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** The event that a release is served from now on. */
@Description("A release of the network that is served from now on: a file, a single fact, or a withdrawal.")
public record NetworkReleased(
        @Description("Number of the release; later ones have higher numbers.") @Id @NonNull
        String release,

        @Description("Id of its dataset; `single_facts` for what a steward changed by a mutation.") @Id @NonNull
        String datasetId,

        @Description("When it was published.") @NonNull OffsetDateTime publishedAt,

        @Description("Number of the release that it withdraws; null for others.") @Id @Nullable
        String withdraws,

        @Description("Its place among the releases: what to send as `after` to go on behind it.") @Id @NonNull
        String cursor) {

    static NetworkReleased of(PublishedRelease release) {
        Long withdrawn = release.withdraws();
        return new NetworkReleased(
                String.valueOf(release.id()),
                release.dataset(),
                release.publishedAt(),
                withdrawn == null ? null : withdrawn.toString(),
                String.valueOf(release.id()));
    }
}
