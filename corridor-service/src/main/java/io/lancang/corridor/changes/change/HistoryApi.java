package io.lancang.corridor.changes.change;

import io.lancang.corridor.feature.corridor.Corridor;
import io.lancang.corridor.feature.corridor.CorridorRepository;
import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.location.LocationRepository;
import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.feature.segment.SegmentRepository;
import io.lancang.corridor.ground.choice.DateRange;
import io.lancang.kit.argument.ReleaseNumbers;
import io.lancang.kit.batch.Batches;
import io.lancang.kit.connection.CursorScope;
import io.lancang.kit.connection.PageArguments;
import io.lancang.kit.connection.PageRequest;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What changed and what happened, in the graph. */
@GraphQLApi
public class HistoryApi {
    private static final String NUMBERS = "Send the `release` of an event or a change, or 0.";

    private final NetworkEventRepository history;
    private final RevisedFieldRepository fields;
    private final CorridorRepository corridors;
    private final SegmentRepository segments;
    private final LocationRepository locations;

    HistoryApi(
            NetworkEventRepository history,
            RevisedFieldRepository fields,
            CorridorRepository corridors,
            SegmentRepository segments,
            LocationRepository locations) {
        this.history = history;
        this.fields = fields;
        this.corridors = corridors;
        this.segments = segments;
        this.locations = locations;
    }

    /** What changed since a release or a moment. */
    @Query
    @Description(
            "What releases did to corridors, segments and locations, in the order of releases: files, withdrawals, and single"
                    + " facts of stewards. Each fact of each release once.")
    @Cost(weight = 50)
    @ListSize(
            assumedSize = 50,
            slicingArguments = {"first", "last"},
            sizedFields = "nodes",
            requireOneSlicingArgument = false)
    public @NonNull Uni<NetworkChangeConnection> changes(
            @Name("sinceRelease")
                    @Description(
                            "Only what releases after this one did: its number, such as the last one seen; 0 for all.")
                    @Id
                    @Nullable
                    String sinceRelease,
            @Name("since") @Description("Only what was published after this moment.") @Nullable OffsetDateTime since,
            @Name("first") @Description(PageRequest.FIRST) @Nullable Integer first,
            @Name("after") @Description(PageRequest.AFTER) @Nullable String after,
            @Name("last") @Description(PageRequest.LAST) @Nullable Integer last,
            @Name("before") @Description(PageRequest.BEFORE) @Nullable String before) {
        long release = sinceRelease == null ? 0 : ReleaseNumbers.read("sinceRelease", sinceRelease, NUMBERS);
        PageArguments arguments = new PageRequest(first, after, last, before)
                .of(new CursorScope("changes", String.valueOf(release), String.valueOf(since)), PageRequest.USUAL);
        return history.changes(release, since, arguments).map(page -> NetworkChangeConnection.of(arguments, page));
    }

    /** What happened within a range of days. */
    @Query
    @Description(
            "What happened to corridors and segments by its real date: what opened, was approved, begun, done, or changed its"
                    + " status; earliest first. A date of which only the month or year is known counts if all of that month or year lies in"
                    + " the range.")
    @Cost(weight = 20)
    @ListSize(
            assumedSize = 50,
            slicingArguments = {"first", "last"},
            sizedFields = "nodes",
            requireOneSlicingArgument = false)
    public @NonNull Uni<NetworkEventConnection> networkEvents(
            @Name("from") @Description("The first day.") @NonNull LocalDate from,
            @Name("to") @Description("The last day; today if left out.") @Nullable LocalDate to,
            @Name("first") @Description(PageRequest.FIRST) @Nullable Integer first,
            @Name("after") @Description(PageRequest.AFTER) @Nullable String after,
            @Name("last") @Description(PageRequest.LAST) @Nullable Integer last,
            @Name("before") @Description(PageRequest.BEFORE) @Nullable String before) {
        LocalDate lastDay = to == null ? LocalDate.now(ZoneOffset.UTC) : to;
        new DateRange(from, lastDay).check("networkEvents");
        PageArguments arguments = new PageRequest(first, after, last, before)
                .of(new CursorScope("networkEvents", from.toString(), lastDay.toString()), PageRequest.USUAL);
        return history.events(from, lastDay, arguments).map(page -> NetworkEventConnection.of(arguments, page));
    }

    /** The fields that a change revised. */
    @Name("fields")
    @Description(
            "Names of the fields that it changed, such as `lengthKm`, by the alphabet; empty if it added or removed the fact."
                    + " `position` is the place of a segment in its corridor.")
    @ListSize(assumedSize = 2)
    public @NonNull Uni<List<@NonNull String>> revisedFields(@Source NetworkChange change) {
        return fields.of(change);
    }

    /** The segment of a change. */
    @Name("segment")
    @Description("The segment as it is now; null if it is about something else, or left out since.")
    public Uni<Segment> changedSegment(@Source NetworkChange change) {
        return segment(change.subjectKind(), change.subject());
    }

    /** The corridor of a change. */
    @Name("corridor")
    @Description("The corridor as it is now; null if it is about something else, or left out since.")
    public Uni<Corridor> changedCorridor(@Source NetworkChange change) {
        return corridor(change.subjectKind(), change.subject());
    }

    /** The location of a change. */
    @Name("location")
    @Description("The location as it is now; null if it is about something else, or left out since.")
    public Uni<Location> changedLocation(@Source NetworkChange change) {
        return found(
                change.subjectKind() == ChangedSubject.LOCATION,
                "changed locations",
                change.subject(),
                locations::byIds);
    }

    /** The segment of an event. */
    @Name("segment")
    @Description("The segment; null if it happened to a corridor.")
    public Uni<Segment> segmentOfEvent(@Source NetworkEvent event) {
        return segment(event.subjectKind(), event.subject());
    }

    /** The corridor of an event. */
    @Name("corridor")
    @Description("The corridor; null if it happened to a segment.")
    public Uni<Corridor> corridorOfEvent(@Source NetworkEvent event) {
        return corridor(event.subjectKind(), event.subject());
    }

    private Uni<Segment> segment(ChangedSubject kind, String id) {
        return found(kind == ChangedSubject.SEGMENT, "changed segments", id, segments::byIds);
    }

    private Uni<Corridor> corridor(ChangedSubject kind, String id) {
        return found(kind == ChangedSubject.CORRIDOR, "changed corridors", id, corridors::byIds);
    }

    private record SubjectId(String id) {}

    /** One statement for all of a level; null where it is about something else. */
    private static <T> Uni<T> found(
            boolean isAsked, String batch, String id, Function<List<String>, Uni<Map<String, T>>> read) {
        if (!isAsked) {
            return Uni.createFrom().nullItem();
        }
        return Batches.<SubjectId, Optional<T>>load(
                        batch,
                        new SubjectId(id),
                        keys -> read.apply(keys.stream().map(SubjectId::id).toList())
                                .map(byId -> {
                                    Map<SubjectId, Optional<T>> byKey = new HashMap<>();
                                    keys.forEach(key -> byKey.put(key, Optional.ofNullable(byId.get(key.id()))));
                                    return byKey;
                                }))
                .map(each -> each.orElse(null));
    }
}
