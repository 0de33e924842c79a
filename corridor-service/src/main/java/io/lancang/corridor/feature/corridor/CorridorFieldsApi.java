package io.lancang.corridor.feature.corridor;

import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.location.LocationKind;
import io.lancang.corridor.feature.location.LocationRepository;
import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.feature.segment.SegmentRepository;
import io.lancang.corridor.ground.citation.CitationRepository;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.kit.argument.Choice;
import io.lancang.kit.cost.Cost;
import io.lancang.kit.cost.ListSize;
import io.lancang.kit.provenance.Language;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What a corridor and its segments consist of. */
@GraphQLApi
public class CorridorFieldsApi {
    private final CorridorRepository corridors;
    private final SegmentRepository segments;
    private final LocationRepository locations;
    private final CitationRepository citations;

    CorridorFieldsApi(
            CorridorRepository corridors,
            SegmentRepository segments,
            LocationRepository locations,
            CitationRepository citations) {
        this.corridors = corridors;
        this.segments = segments;
        this.locations = locations;
        this.citations = citations;
    }

    /** The name in a language. */
    @Description("The name.")
    public @NonNull Uni<String> name(
            @Source Corridor corridor,
            @Name("language") @DefaultValue("EN") @Description("The language of the name.") Language language) {
        return Uni.createFrom().item(corridor.names().in(language));
    }

    @Description("Its segments in order. Some are the whole of others, or run beside them: see `countsInLength`.")
    @ListSize(assumedSize = 10)
    public @NonNull Uni<List<@NonNull Segment>> segments(@Source Corridor corridor) {
        return segments.of(corridor.id(), corridor.seen());
    }

    /** The corridor on a day. */
    @Description("How it stood on a day, or is to stand on one to come: which segments were open.")
    @Cost(weight = 10)
    public @NonNull Uni<CorridorOnDay> onDay(
            @Source Corridor corridor,
            @Name("date") @Description("The day; on one to come segments open as was announced last.") @NonNull
                    LocalDate date) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        if (!date.isAfter(today)) {
            return segments.of(corridor.id(), corridor.seen()).map(all -> CorridorOnDay.of(date, today, all, Map.of()));
        }
        return Uni.combine()
                .all()
                .unis(segments.of(corridor.id(), corridor.seen()), segments.announcedOf(corridor.id(), corridor.seen()))
                .asTuple()
                .map(parts -> CorridorOnDay.of(date, today, parts.getItem1(), parts.getItem2()));
    }

    @Description("The locations that its segments join, each once, in the order of the segments.")
    @ListSize(assumedSize = 10)
    public @NonNull Uni<List<@NonNull Location>> locations(
            @Source Corridor corridor,
            @Name("kinds")
                    @Description("Only locations of these kinds; all if left out.")
                    @io.smallrye.graphql.api.Nullable
                    @Nullable
                    List<@NonNull LocationKind> kinds) {
        return ofKinds(corridor, Choice.of("kinds", kinds));
    }

    @Description("The border crossings among its locations, on both sides of each border.")
    @ListSize(assumedSize = 4)
    public @NonNull Uni<List<@NonNull Location>> borderCrossings(@Source Corridor corridor) {
        return ofKinds(corridor, new Choice<>(Set.of(LocationKind.BORDER_CROSSING)));
    }

    /** Where the corridor's facts are from. */
    @Description("Where its facts are from.")
    @ListSize(assumedSize = 5)
    public @NonNull Uni<List<io.lancang.kit.provenance.@NonNull Source>> sources(@Source Corridor corridor) {
        return citations.of(Cited.CORRIDOR, corridor.id(), corridor.seen());
    }

    /** The corridor of a segment. */
    @Description("The corridor that it is a piece of.")
    public @NonNull Uni<Corridor> corridor(@Source Segment segment) {
        return corridors.load(segment.corridorId(), segment.seen());
    }

    /** One end of a segment. */
    @Description("The location that it begins at.")
    public @NonNull Uni<Location> from(@Source Segment segment) {
        return locations.load(segment.fromId(), segment.seen());
    }

    /** The other end of a segment. */
    @Description("The location that it ends at.")
    public @NonNull Uni<Location> to(@Source Segment segment) {
        return locations.load(segment.toId(), segment.seen());
    }

    /** Where the segment's facts are from. */
    @Description("Where its facts are from.")
    @Name("sources")
    @ListSize(assumedSize = 2)
    public @NonNull Uni<List<io.lancang.kit.provenance.@NonNull Source>> segmentSources(@Source Segment segment) {
        return citations.of(Cited.SEGMENT, segment.id(), segment.seen());
    }

    private Uni<List<Location>> ofKinds(Corridor corridor, Choice<LocationKind> kinds) {
        return segments.locationsOf(corridor.id(), corridor.seen()).map(all -> kinds.among(all, Location::kind));
    }
}
