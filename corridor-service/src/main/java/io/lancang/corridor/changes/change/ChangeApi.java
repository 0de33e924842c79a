package io.lancang.corridor.changes.change;

import io.lancang.corridor.feature.corridor.Corridor;
import io.lancang.corridor.feature.corridor.CorridorRepository;
import io.lancang.kit.argument.ReleaseNumbers;
import io.lancang.kit.event.PublishedRelease;
import io.lancang.kit.event.ReleaseEvents;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Changes of corridors in the graph. */
@GraphQLApi
public class ChangeApi {
    private static final String NUMBERS = "Send the `cursor` of an event, the `release` of a change, or 0 for all.";

    private final ReleaseEvents releases;
    private final CorridorChangeRepository changes;
    private final CorridorRepository corridors;

    ChangeApi(ReleaseEvents releases, CorridorChangeRepository changes, CorridorRepository corridors) {
        this.releases = releases;
        this.changes = changes;
        this.corridors = corridors;
    }

    /** Each change when it is published. Nullable, since what is refused is sent as an event without content. */
    @Subscription
    @Description(
            "Each change of a corridor when it is published, through whichever instance: one event for a release and a"
                    + " corridor, in the order of releases, then of ids. An unknown id is an error"
                    + " that suggests the nearest ids.")
    public Multi<CorridorChange> corridorChanged(
            @Name("id") @Description("Only of this corridor; of all if left out.") @Id @Nullable String id,
            @Name("after")
                    @Description(
                            "The `cursor` of the last event that was seen, or the number of a release: what was published after"
                                    + " it comes first, so that nothing is lost between two connections. Without it events begin"
                                    + " with the subscription.")
                    @Id
                    @Nullable
                    String after) {
        Multi<CorridorChange> changed = after == null
                ? changes(releases.published(), ChangeCursor.BEFORE_ALL)
                : changesAfter(ChangeCursor.read("after", after, NUMBERS));
        if (id == null) {
            return changed;
        }
        return corridors
                .byId(id)
                .onItem()
                .transformToMulti(known -> changed.select().where(change -> id.equals(change.corridorId())));
    }

    /** Of the release of a cursor some changes may have been seen and others not, so that it is read again. */
    private Multi<CorridorChange> changesAfter(ChangeCursor seen) {
        return changes(releases.publishedAfter(seen.releaseBefore()), seen);
    }

    private Multi<CorridorChange> changes(Multi<PublishedRelease> published, ChangeCursor seen) {
        return published
                .onItem()
                .transformToMultiAndConcatenate(release -> changes.of(release)
                        .onItem()
                        .transformToMulti(all -> Multi.createFrom().iterable(seen.unseen(all))));
    }

    /** Each release when it is published. Nullable, since what is refused is sent as an event without content. */
    @Subscription
    @Description(
            "Each release of the network when it is published, through whichever instance, in order and once, also one"
                    + " that changes no corridor. Without `after` it begins with the subscription. Whoever keeps answers drops them then.")
    public Multi<NetworkReleased> networkReleased(
            @Name("after")
                    @Description(
                            "The `cursor` of the last event that was seen, or the number of a release: what was published after"
                                    + " it comes first.")
                    @Id
                    @Nullable
                    String after) {
        Multi<PublishedRelease> published = after == null
                ? releases.published()
                : releases.publishedAfter(ReleaseNumbers.read("after", after, NUMBERS));
        return published.map(NetworkReleased::of);
    }

    /** The corridor of a change. */
    @Description("The corridor as it is now; null if it was left out.")
    public Uni<Corridor> corridor(@Source CorridorChange change) {
        String id = change.corridorId();
        return corridors.byIds(List.of(id)).map(found -> found.get(id));
    }
}
