package io.lancang.corridor.changes.correction;

import io.lancang.corridor.feature.zone.Zone;
import io.lancang.corridor.feature.zone.ZoneRepository;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** Changes of zones in the graph. */
@GraphQLApi
public class ZoneEditApi {
    private final ZoneEdits edits;
    private final ZoneRepository zones;

    ZoneEditApi(ZoneEdits edits, ZoneRepository zones) {
        this.edits = edits;
        this.zones = zones;
    }

    @Mutation
    @Description("Adds a zone. Needs the role `steward`.")
    public @NonNull Uni<Zone> addZone(@Name("zone") @Description("The zone.") @NonNull NewZone zone) {
        return edits.add(zone).chain(() -> byId(zone.id()));
    }

    /** Corrects a zone. */
    @Mutation
    @Description("Puts what is right of a zone in the place of all that was on record of it. Needs the role `steward`.")
    public @NonNull Uni<Zone> correctZone(
            @Name("zone") @Description("What is right, with the id of the zone.") @NonNull NewZone zone) {
        return edits.correct(zone).chain(() -> byId(zone.id()));
    }

    private Uni<Zone> byId(String id) {
        return zones.byIds(List.of(id)).map(found -> Objects.requireNonNull(found.get(id)));
    }
}
