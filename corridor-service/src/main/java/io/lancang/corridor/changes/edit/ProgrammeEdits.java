package io.lancang.corridor.changes.edit;

import io.lancang.corridor.ground.choice.NamedThing;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.corridor.ground.fact.Programme;
import io.lancang.kit.edit.Edits;
import io.lancang.kit.error.ServiceException;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says that corridors belong to programmes, and that they do no longer. */
@Singleton
class ProgrammeEdits implements PanacheRepositoryBase<ProgrammeEntity, ProgrammeEntity.Key> {
    private static final String DATASET = "corridors";

    private final NetworkEdits edits;

    ProgrammeEdits(NetworkEdits edits) {
        this.edits = edits;
    }

    /** Fails with CONFLICT if the corridor belongs to it already. */
    Uni<Long> add(String corridor, Programme programme, String why, String source) {
        Arguments.requireText("why", why);
        return edits.make(
                change("addProgramme", corridor, programme, source, why),
                release -> present(corridor, programme)
                        .invoke(known -> {
                            if (known != null) {
                                throw NetworkEdits.onRecord(
                                        corridor + " as a part of " + programme, "`endProgramme` ends that first.");
                            }
                        })
                        .chain(() -> Edits.keep(new ProgrammeEntity(corridor, programme, why, release)))
                        .chain(() -> NetworkEdits.cite(Cited.CORRIDOR, corridor, source, release))
                        .map(added -> new JsonObject()));
    }

    /** Fails with NOT_FOUND if the corridor does not belong to it. */
    Uni<Long> end(String corridor, Programme programme, String source) {
        return edits.make(
                change("endProgramme", corridor, programme, source, null),
                release -> present(corridor, programme)
                        .onItem()
                        .ifNull()
                        .failWith(() -> ServiceException.notFound(
                                corridor + " does not belong to " + programme + ".",
                                "`corridor(id: \"" + corridor + "\") { programmes }` lists what it belongs to."))
                        .call(known -> NetworkEdits.close(known, release))
                        .call(() -> NetworkEdits.cite(Cited.CORRIDOR, corridor, source, release))
                        .map(ProgrammeEntity::stated));
    }

    private static NetworkEdits.Change change(
            String action, String corridor, Programme programme, String source, @Nullable String why) {
        JsonObject content = new JsonObject().put("programme", programme.name()).put("why", why);
        return new NetworkEdits.Change(
                action,
                DATASET,
                List.of(new NetworkEdits.Reference(NamedThing.CORRIDOR, DATASET, corridor)),
                corridor,
                content,
                source);
    }

    private Uni<ProgrammeEntity> present(String corridor, Programme programme) {
        return find("corridor = ?1 and programme = ?2 and supersededBy is null", corridor, programme)
                .firstResult();
    }
}
