package io.lancang.trade.edit;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.provenance.Source;
import io.lancang.trade.catalogue.SourceEntity;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Registers sources. They stay, since facts cite them: a file of {@code sources} corrects what they are called. */
@Singleton
class SourceEdits {
    private final Edits edits;
    private final InputRules rules;

    SourceEdits(Edits edits, InputRules rules) {
        this.edits = edits;
        this.rules = rules;
    }

    /** Fails with CONFLICT if something has the id. */
    Uni<Source> register(NewSource told) {
        rules.check(told);
        JsonObject content = new JsonObject()
                .put("title", told.title())
                .put("locator", told.locator())
                .put("licence", told.licence())
                .put("date", told.date());
        Change change = new Change("registerSource", "sources", told.id(), content, null);
        SourceEntity source = new SourceEntity(told.id(), told.title(), told.locator(), told.licence(), told.date());
        return edits.make(
                change,
                release -> Panache.getSession()
                        .chain(session -> session.find(SourceEntity.class, told.id())
                                .invoke(known -> requireNew(told, known))
                                .chain(() -> session.persist(source)))
                        .map(kept -> new Edits.Made<>(new JsonObject(), source.told())));
    }

    private static void requireNew(NewSource told, @Nullable SourceEntity known) {
        if (known != null) {
            throw new ServiceException(
                    ErrorCode.CONFLICT,
                    "There is a source '" + told.id() + "' already: "
                            + known.told().title() + ".",
                    "Cite it, or choose another id.");
        }
    }
}
