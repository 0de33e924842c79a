package io.lancang.corridor.changes.correction;

import io.lancang.corridor.changes.edit.Identity;
import io.lancang.corridor.changes.edit.NetworkEdits;
import io.lancang.corridor.ground.choice.NamedThing;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.kit.edit.Edits;
import io.lancang.kit.error.ServiceException;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;

/** Adds and corrects zones. */
@Singleton
class ZoneEdits implements PanacheRepositoryBase<ZoneEntity, ZoneEntity.Key> {
    private static final String DATASET = "zones";

    private final NetworkEdits edits;

    ZoneEdits(NetworkEdits edits) {
        this.edits = edits;
    }

    /** Fails with BAD_USER_INPUT for an id that a zone has, or once had. */
    Uni<Long> add(NewZone zone) {
        zone.check();
        return edits.make(
                change("addZone", zone),
                release -> Identity.claim("zone", zone.id(), new ZoneIdentity(zone.id()))
                        .chain(() -> write(zone, release))
                        .map(added -> new JsonObject()));
    }

    /** Fails with NOT_FOUND if there is no such zone. */
    Uni<Long> correct(NewZone zone) {
        zone.check();
        return edits.make(
                change("correctZone", zone),
                release -> find("id = ?1 and supersededBy is null", zone.id())
                        .firstResult()
                        .onItem()
                        .ifNull()
                        .failWith(() -> ServiceException.notFound(
                                "There is no zone '" + zone.id() + "'.",
                                "`zones { id }` lists all; `addZone` adds one."))
                        .call(known -> NetworkEdits.close(known, release))
                        .call(() -> write(zone, release))
                        .map(ZoneEntity::stated));
    }

    private static Uni<Void> write(NewZone zone, long release) {
        return Edits.keep(new ZoneEntity(zone, release))
                .chain(() -> NetworkEdits.doubt(Cited.ZONE, zone.id(), zone.doubts(), release))
                .chain(() -> NetworkEdits.cite(Cited.ZONE, zone.id(), zone.source(), release));
    }

    private static NetworkEdits.Change change(String action, NewZone zone) {
        return new NetworkEdits.Change(
                action,
                DATASET,
                List.of(new NetworkEdits.Reference(NamedThing.LOCATION, "locations", zone.location())),
                zone.id(),
                zone.content(),
                zone.source());
    }
}
