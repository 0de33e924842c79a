package io.lancang.corridor.changes.correction;

import io.lancang.corridor.changes.edit.Arguments;
import io.lancang.corridor.changes.edit.NetworkEdits;
import io.lancang.corridor.changes.edit.NewDoubt;
import io.lancang.corridor.feature.milestone.Statement;
import io.lancang.corridor.feature.milestone.WorkKind;
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

/** Adds and removes milestones. */
@Singleton
class MilestoneEdits implements PanacheRepositoryBase<MilestoneEntity, MilestoneEntity.Key> {
    private static final String DATASET = "milestones";

    private final NetworkEdits edits;

    MilestoneEdits(NetworkEdits edits) {
        this.edits = edits;
    }

    /** Fails with CONFLICT if the same statement is on record, and with BAD_USER_INPUT for dates that are none. */
    Uni<Long> add(NewMilestone given) {
        Statement stated = given.statement();
        Arguments.refuse("latest", stated.faultOfLatest());
        NewDoubt.check(given.doubts());
        String id = stated.id();
        return edits.make(
                change("addMilestone", given.kind(), given.subject(), given.content(), given.source()),
                release -> present(id)
                        .invoke(known -> {
                            if (known != null) {
                                throw NetworkEdits.onRecord(
                                        "The milestone " + id, "`removeMilestone` takes it away first.");
                            }
                        })
                        .chain(() -> Edits.keep(new MilestoneEntity(stated, given.note(), release)))
                        .chain(() -> NetworkEdits.doubt(Cited.MILESTONE, id, given.doubts(), release))
                        .chain(() -> NetworkEdits.cite(Cited.MILESTONE, id, given.source(), release))
                        .map(added -> new JsonObject()));
    }

    /** Fails with NOT_FOUND if there is no such milestone. */
    Uni<Long> remove(String id, String source) {
        return OwnSession.read(() -> required(id))
                .chain(known -> edits.make(
                        change(
                                "removeMilestone",
                                known.kind(),
                                known.subject(),
                                new JsonObject().put("id", id),
                                source),
                        release -> required(id)
                                .call(still -> NetworkEdits.close(still, release))
                                .call(() -> NetworkEdits.forget(Cited.MILESTONE, id, release))
                                .map(MilestoneEntity::stated)));
    }

    private static NetworkEdits.Change change(
            String action, WorkKind kind, String subject, JsonObject content, String source) {
        return new NetworkEdits.Change(action, DATASET, List.of(reference(kind, subject)), subject, content, source);
    }

    private static NetworkEdits.Reference reference(WorkKind kind, String subject) {
        return switch (kind) {
            case CORRIDOR -> new NetworkEdits.Reference(NamedThing.CORRIDOR, "corridors", subject);
            case SEGMENT -> new NetworkEdits.Reference(NamedThing.SEGMENT, "segments", subject);
        };
    }

    private Uni<MilestoneEntity> required(String id) {
        return present(id)
                .onItem()
                .ifNull()
                .failWith(() -> ServiceException.notFound(
                        "There is no milestone '" + id + "'.",
                        "`milestones { id }` of its work lists those on record."));
    }

    private Uni<MilestoneEntity> present(String id) {
        return find("id = ?1 and supersededBy is null", id).firstResult();
    }
}
