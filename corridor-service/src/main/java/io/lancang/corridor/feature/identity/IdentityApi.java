package io.lancang.corridor.feature.identity;

import io.lancang.corridor.feature.corridor.Corridor;
import io.lancang.corridor.feature.location.Location;
import io.lancang.corridor.feature.segment.Segment;
import io.lancang.corridor.feature.zone.Zone;
import io.lancang.kit.history.Vantage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** From when objects are seen that have an id, in the graph. */
@GraphQLApi
public class IdentityApi {
    private static final String FIELD = "asOfRelease";
    private static final String MEANING =
            "The last release that had been loaded at the moment that this was asked for by `asOf`; null for the present."
                    + " With the id it tells apart what a client keeps: the same object of two moments.";

    /** Of a corridor. */
    @Name(FIELD)
    @Description(MEANING)
    @Id
    public @Nullable String ofCorridor(@Source Corridor corridor) {
        return release(corridor.seen());
    }

    /** Of a segment. */
    @Name(FIELD)
    @Description(MEANING)
    @Id
    public @Nullable String ofSegment(@Source Segment segment) {
        return release(segment.seen());
    }

    /** Of a location. */
    @Name(FIELD)
    @Description(MEANING)
    @Id
    public @Nullable String ofLocation(@Source Location location) {
        return release(location.seen());
    }

    /** Of a zone. */
    @Name(FIELD)
    @Description(MEANING)
    @Id
    public @Nullable String ofZone(@Source Zone zone) {
        return release(zone.seen());
    }

    private static @Nullable String release(Vantage seen) {
        Long release = seen.release();
        return release == null ? null : String.valueOf(release);
    }
}
