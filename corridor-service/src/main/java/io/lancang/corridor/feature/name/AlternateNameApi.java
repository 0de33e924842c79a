package io.lancang.corridor.feature.name;

import io.lancang.corridor.feature.corridor.Corridor;
import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.kit.cost.ListSize;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** Alternate names in the graph. */
@GraphQLApi
public class AlternateNameApi {
    private static final String OF =
            "Its names in other languages and scripts, former names and other spellings, by language. Empty if none is on record.";

    private final AlternateNameRepository names;

    AlternateNameApi(AlternateNameRepository names) {
        this.names = names;
    }

    /** Those of a location. */
    @Name("alternateNames")
    @Description(OF)
    @ListSize(assumedSize = 5)
    public @NonNull Uni<List<@NonNull AlternateName>> ofLocation(@Source Location location) {
        return names.of(Cited.LOCATION, location.id(), location.seen());
    }

    /** Those of a segment. */
    @Name("alternateNames")
    @Description(OF)
    @ListSize(assumedSize = 1)
    public @NonNull Uni<List<@NonNull AlternateName>> ofSegment(@Source Segment segment) {
        return names.of(Cited.SEGMENT, segment.id(), segment.seen());
    }

    /** Those of a corridor. */
    @Name("alternateNames")
    @Description(OF)
    @ListSize(assumedSize = 1)
    public @NonNull Uni<List<@NonNull AlternateName>> ofCorridor(@Source Corridor corridor) {
        return names.of(Cited.CORRIDOR, corridor.id(), corridor.seen());
    }
}
