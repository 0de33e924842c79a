package io.lancang.corridor.changes.correction;

import io.lancang.corridor.changes.edit.EntityEdits;
import io.lancang.corridor.ground.choice.NamedThing;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.kit.error.ServiceException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Adds and corrects zones. */
@Singleton
class ZoneEdits implements PanacheRepositoryBase<ZoneEntity, ZoneEntity.Key> {
    private static final String DATASET = "zones";

    private final EntityEdits edits;

    ZoneEdits(EntityEdits edits) {
        this.edits = edits;
    }

    /** Fails with BAD_USER_INPUT for an id that a zone has, or once had. */
    Uni<Long> add(NewZone zone) {
        zone.check();
        return edits.make(change("addZone", zone), release -> claim(zone.id()).chain(() -> write(zone, release)));
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
                        .chain(known -> EntityEdits.close(known, release))
                        .chain(() -> write(zone, release)));
    }

    private static Uni<Void> write(NewZone zone, long release) {
        return EntityEdits.keep(new ZoneEntity(zone, release))
                .chain(() -> EntityEdits.doubt(Cited.ZONE, zone.id(), zone.doubts(), release))
                .chain(() -> EntityEdits.cite(Cited.ZONE, zone.id(), zone.source(), release));
    }

    private static Uni<Void> claim(String id) {
        return Panache.getSession()
                .chain(session -> session.find(ZoneIdentity.class, id))
                .invoke(known -> {
                    if (known != null) {
                        throw ServiceException.badInput(
                                "There is, or once was, a zone '" + id + "'.", "Choose another id.");
                    }
                })
                .chain(() -> EntityEdits.keep(new ZoneIdentity(id)));
    }

    private static EntityEdits.Change change(String action, NewZone zone) {
        return new EntityEdits.Change(
                action,
                DATASET,
                List.of(new EntityEdits.Reference(NamedThing.LOCATION, "locations", zone.location())),
                zone.id(),
                zone.content(),
                zone.source());
    }
}
