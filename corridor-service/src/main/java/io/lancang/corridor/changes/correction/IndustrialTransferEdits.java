package io.lancang.corridor.changes.correction;

import io.lancang.corridor.changes.edit.NetworkEdits;
import io.lancang.corridor.ground.choice.NamedThing;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.kit.edit.Edits;
import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.error.ServiceException;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds and removes reported facts about transfers of industry. */
@Singleton
class IndustrialTransferEdits implements PanacheRepositoryBase<IndustrialTransferEntity, IndustrialTransferEntity.Key> {
    private static final String DATASET = "industrial_transfers";

    private final NetworkEdits edits;

    IndustrialTransferEdits(NetworkEdits edits) {
        this.edits = edits;
    }

    /** Fails with CONFLICT if the same fact of the subject is on record, and with NOT_FOUND if there is no such zone. */
    Uni<Long> add(NewIndustrialTransfer given) {
        given.check();
        String id = given.id();
        return edits.make(
                change("addIndustrialTransfer", given.zone(), id, given.content(), given.source()),
                release -> present(id)
                        .invoke(known -> {
                            if (known != null) {
                                throw NetworkEdits.onRecord(
                                        "The industrial transfer '" + id + "'",
                                        "`removeIndustrialTransfer` takes it away first.");
                            }
                        })
                        .chain(() -> Edits.keep(new IndustrialTransferEntity(given, release)))
                        .chain(() -> NetworkEdits.doubt(Cited.INDUSTRIAL_TRANSFER, id, given.doubts(), release))
                        .chain(() -> NetworkEdits.cite(Cited.INDUSTRIAL_TRANSFER, id, given.source(), release))
                        .map(added -> new JsonObject()));
    }

    /** Fails with NOT_FOUND if there is no such fact. */
    Uni<Long> remove(String id, String source) {
        return OwnSession.read(() -> required(id))
                .chain(known -> edits.make(
                        change("removeIndustrialTransfer", known.zone(), id, new JsonObject().put("id", id), source),
                        release -> required(id)
                                .call(still -> NetworkEdits.close(still, release))
                                .call(() -> NetworkEdits.forget(Cited.INDUSTRIAL_TRANSFER, id, release))
                                .map(IndustrialTransferEntity::stated)));
    }

    /** In the audit it is about its zone, or about itself where it has none. */
    private static NetworkEdits.Change change(
            String action, @Nullable String zone, String id, JsonObject content, String source) {
        return zone == null
                ? new NetworkEdits.Change(action, DATASET, List.of(), id, content, source)
                : new NetworkEdits.Change(
                        action,
                        DATASET,
                        List.of(new NetworkEdits.Reference(NamedThing.ZONE, "zones", zone)),
                        zone,
                        content,
                        source);
    }

    private Uni<IndustrialTransferEntity> required(String id) {
        return present(id)
                .onItem()
                .ifNull()
                .failWith(() -> ServiceException.notFound(
                        "There is no industrial transfer '" + id + "'.",
                        "`industrialTransfers { id }` lists those on record."));
    }

    private Uni<IndustrialTransferEntity> present(String id) {
        return find("id = ?1 and supersededBy is null", id).firstResult();
    }
}
