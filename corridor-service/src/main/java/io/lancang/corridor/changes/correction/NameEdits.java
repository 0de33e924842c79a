package io.lancang.corridor.changes.correction;

import io.lancang.corridor.changes.edit.NetworkEdits;
import io.lancang.kit.edit.Edits;
import io.lancang.kit.error.ServiceException;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;

/** Adds and removes names. */
@Singleton
class NameEdits implements PanacheRepositoryBase<NameEntity, NameEntity.Key> {
    private static final String DATASET = "names";

    private final NetworkEdits edits;

    NameEdits(NetworkEdits edits) {
        this.edits = edits;
    }

    /** What tells one name from another. */
    record Which(NamedKind kind, String subject, String language, String name) {}

    /** Fails with CONFLICT if it has the name in this language already. */
    Uni<Long> add(NewName given) {
        given.check();
        Which which = new Which(given.kind(), given.subject(), given.language(), given.name());
        JsonObject content = content(which).put("script", given.script()).put("note", given.note());
        return edits.make(
                change("addName", which, content, given.source()),
                release -> present(which)
                        .invoke(known -> {
                            if (known != null) {
                                throw NetworkEdits.onRecord(
                                        "'" + given.name() + "' as a name of " + given.subject() + " in '"
                                                + given.language() + "'",
                                        "`removeName` takes it away first.");
                            }
                        })
                        .chain(() -> Edits.keep(new NameEntity(given, release)))
                        .map(added -> new JsonObject()));
    }

    /** Fails with NOT_FOUND if it has no such name. */
    Uni<Long> remove(Which which, String source) {
        return edits.make(
                change("removeName", which, content(which), source),
                release -> present(which)
                        .onItem()
                        .ifNull()
                        .failWith(() -> ServiceException.notFound(
                                which.subject() + " has no name '" + which.name() + "' in '" + which.language() + "'.",
                                "`alternateNames { language name }` lists those that it has."))
                        .call(known -> NetworkEdits.close(known, release))
                        .map(NameEntity::stated));
    }

    private static JsonObject content(Which which) {
        return new JsonObject()
                .put("kind", which.kind().name())
                .put("language", which.language())
                .put("name", which.name());
    }

    private static NetworkEdits.Change change(String action, Which which, JsonObject content, String source) {
        return new NetworkEdits.Change(
                action, DATASET, List.of(which.kind().reference(which.subject())), which.subject(), content, source);
    }

    private Uni<NameEntity> present(Which which) {
        return find(
                        "kind = ?1 and subject = ?2 and language = ?3 and name = ?4 and supersededBy is null",
                        which.kind(),
                        which.subject(),
                        which.language(),
                        which.name())
                .firstResult();
    }
}
