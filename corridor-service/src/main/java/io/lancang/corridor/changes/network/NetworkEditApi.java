package io.lancang.corridor.changes.network;

import io.lancang.corridor.feature.corridor.Corridor;
import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.location.LocationRepository;
import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.feature.segment.SegmentRepository;
import io.lancang.corridor.ground.fact.Status;
import io.lancang.kit.cost.ListSize;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Changes of the network in the graph, and how a status came about. */
@GraphQLApi
public class NetworkEditApi {
    private final StatusEdits statuses;
    private final StatusChangeRepository history;
    private final LocationEdits newLocations;
    private final SegmentEdits newSegments;
    private final LocationRepository locations;
    private final SegmentRepository segments;

    NetworkEditApi(
            StatusEdits statuses,
            StatusChangeRepository history,
            LocationEdits newLocations,
            SegmentEdits newSegments,
            LocationRepository locations,
            SegmentRepository segments) {
        this.statuses = statuses;
        this.history = history;
        this.newLocations = newLocations;
        this.newSegments = newSegments;
        this.locations = locations;
        this.segments = segments;
    }

    @Mutation
    @Description(
            "Changes the status of a corridor or a segment. What comes into service opens on that day, unless an opening"
                    + " is on record. Needs the role `steward`.")
    public @NonNull Uni<StatusChange> changeStatus(
            @Name("kind") @Description("What has the status.") @NonNull StatusSubject kind,
            @Name("id") @Description("Id of the corridor or segment.") @Id @NonNull String id,
            @Name("status") @Description("The status since `date`.") @NonNull Status status,
            @Name("date")
                    @Description("The day on which it changed; not after today, wherever on earth it is today.")
                    @NonNull
                    LocalDate date,
            @Name("source") @Description("Id of the source that says so.") @Id @NonNull String source,
            @Name("note") @Description("What else there is to say.") @Nullable String note) {
        return statuses.change(new StatusEdits.Request(kind, id, status, date, source, note))
                .chain(history::ofRelease);
    }

    @Mutation
    @Description("Adds a location. Needs the role `steward`.")
    public @NonNull Uni<Location> addLocation(
            @Name("location") @Description("The location.") @NonNull NewLocation location) {
        return newLocations
                .add(location)
                .chain(id -> locations.byIds(List.of(id)).map(found -> Objects.requireNonNull(found.get(id))));
    }

    @Mutation
    @Description("Adds a segment to a corridor, before another or behind the last one. Needs the role `steward`.")
    public @NonNull Uni<Segment> addSegment(@Name("segment") @Description("The segment.") @NonNull NewSegment segment) {
        return newSegments
                .add(segment)
                .chain(id -> segments.byIds(List.of(id)).map(found -> Objects.requireNonNull(found.get(id))));
    }

    /** How the status of a corridor came about. */
    @Name("statusHistory")
    @Description(
            "Changes of its status that stewards recorded, in the order in which they happened. What only files say is"
                    + " not among them.")
    @ListSize(assumedSize = 3)
    public @NonNull Uni<List<@NonNull StatusChange>> ofCorridor(@Source Corridor corridor) {
        return history.of(StatusSubject.CORRIDOR, corridor.id(), corridor.seen());
    }

    /** How the status of a segment came about. */
    @Name("statusHistory")
    @Description(
            "Changes of its status that stewards recorded, in the order in which they happened. What only files say is"
                    + " not among them.")
    @ListSize(assumedSize = 2)
    public @NonNull Uni<List<@NonNull StatusChange>> ofSegment(@Source Segment segment) {
        return history.of(StatusSubject.SEGMENT, segment.id(), segment.seen());
    }
}
