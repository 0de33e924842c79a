package io.lancang.kit.edit;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.provenance.Source;
import io.lancang.kit.provenance.SourceEntity;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Registers sources that facts may cite from then on. A file of {@code sources} corrects what they are called. */
@Singleton
public final class SourceEdits implements Undoable {
    private static final String DATASET = "sources";

    private final Edits edits;
    private final String action;

    SourceEdits(Edits edits, EditTerms terms) {
        this.edits = edits;
        this.action = terms.registerSource();
    }

    /** Fails with CONFLICT if something has the id. */
    public Uni<Source> register(Source given) {
        SourceEntity source = new SourceEntity(given);
        return edits.make(
                Change.of(action, DATASET, given.id(), content(given), null),
                release -> known(given.id())
                        .invoke(known -> requireNew(given, known))
                        .chain(() -> Edits.keep(source))
                        .map(kept -> new Edits.Made<>(new JsonObject(), source.asRecord())));
    }

    private static JsonObject content(Source given) {
        return new JsonObject()
                .put("title", given.title())
                .put("locator", given.locator())
                .put("licence", given.licence())
                .put("date", given.date());
    }

    private static void requireNew(Source given, @Nullable SourceEntity known) {
        if (known != null) {
            throw new ServiceException(
                    ErrorCode.CONFLICT,
                    "There is a source '" + given.id() + "' already: "
                            + known.asRecord().title() + ".",
                    "Cite it, or choose another id.");
        }
    }

    private static Uni<@Nullable SourceEntity> known(String id) {
        return Panache.getSession().chain(session -> session.find(SourceEntity.class, id));
    }

    @Override
    public boolean isMadeBy(String mutation) {
        return mutation.equals(action);
    }

    @Override
    public List<String> datasetsOf(EditEntity edit) {
        return List.of(DATASET);
    }

    /** Takes away what the change registered, or registers again what an undoing took away. */
    @Override
    public Uni<Void> undo(EditEntity edit, String made, long release) {
        return known(edit.subject()).chain(known -> {
            if (edit.content().isEmpty()) {
                Source again = sourceOf(edit.subject(), edit.before());
                requireNew(again, known);
                return Edits.keep(new SourceEntity(again));
            }
            if (known == null || !content(known.asRecord()).equals(edit.content())) {
                throw edits.changedSince(edit);
            }
            return requireUncited(edit)
                    .chain(() -> Panache.getSession()
                            .chain(session -> session.remove(known).chain(session::flush)));
        });
    }

    private static Uni<Void> requireUncited(EditEntity edit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select coalesce(cites_source(?1), '')", String.class)
                        .setParameter(1, edit.subject())
                        .getSingleResult())
                .invoke(table -> {
                    if (!table.isEmpty()) {
                        throw new ServiceException(
                                ErrorCode.CONFLICT,
                                "The source '" + edit.subject() + "' cannot be taken away: rows of `" + table
                                        + "`, of the present or the past, refer to it.",
                                "Leave it; a file of `sources` corrects what it is called.");
                    }
                })
                .replaceWithVoid();
    }

    private static Source sourceOf(String id, JsonObject state) {
        return new Source(
                id,
                state.getString("title"),
                state.getString("locator"),
                state.getString("licence"),
                state.getString("date"));
    }
}
