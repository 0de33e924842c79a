package io.lancang.kit.edit;

import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.steward.Stewards;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Undoes single changes: puts back what was before, as a release of its own, which can be undone as well.
 */
@Singleton
public final class Undoing {
    private final Edits edits;
    private final Stewards stewards;
    private final EditTerms terms;
    private final List<Undoable> kinds;

    /** @param kinds what can be undone, each action by one of them at most */
    Undoing(Edits edits, Stewards stewards, EditTerms terms, @All List<Undoable> kinds) {
        this.edits = edits;
        this.stewards = stewards;
        this.terms = terms;
        this.kinds = List.copyOf(kinds);
    }

    /**
     * A change that is to be undone.
     *
     * @param action name of the mutation that made it, or that made what it undid
     */
    public record Asked(EditEntity edit, String action) {}

    /** Looks a change up; fails with UNAUTHENTICATED or FORBIDDEN without the role, and with NOT_FOUND if there is none. */
    public Uni<Asked> find(long release) {
        stewards.require("Facts can be changed only");
        return OwnSession.read(() ->
                edits.find(release).chain(edit -> first(edit).map(first -> new Asked(edit, first.action()))));
    }

    /**
     * Undoes a change.
     *
     * @return the number of the release that does so; fails with CONFLICT if it was undone or changed again since
     */
    public Uni<Long> undo(Asked asked) {
        EditEntity edit = asked.edit();
        Undoable kind = kindOf(asked);
        Change change = new Change(
                terms.undo(), kind.datasetsOf(edit), edit.subject(), edit.before(), edit.source(), edit.release());
        return edits.make(
                change,
                release -> requireNotUndone(edit)
                        .chain(() -> kind.undo(edit, asked.action(), release))
                        .map(undone -> new Edits.Made<>(edit.content(), release)));
    }

    private Uni<EditEntity> first(EditEntity edit) {
        Long undone = edit.undoes();
        return undone == null ? Uni.createFrom().item(edit) : edits.find(undone).chain(this::first);
    }

    private Undoable kindOf(Asked asked) {
        return kinds.stream()
                .filter(kind -> kind.isMadeBy(asked.action()))
                .findFirst()
                .orElseThrow(() -> ServiceException.badInput(
                        "Release " + asked.edit().release() + " is a change by `" + asked.action()
                                + "`, which this version of the service does not know.",
                        "Undo it with the version that made it."));
    }

    /** Asked under the locks of the change, so that of two that ask at once one is refused. */
    private Uni<Void> requireNotUndone(EditEntity edit) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery("from EditEntity where undoes = ?1", EditEntity.class)
                        .setParameter(1, edit.release())
                        .getSingleResultOrNull())
                .invoke(undoing -> {
                    if (undoing != null) {
                        throw new ServiceException(
                                ErrorCode.CONFLICT,
                                "Release " + edit.release() + " was undone already, by release " + undoing.release()
                                        + ".",
                                "Undo release " + undoing.release() + " to have it again.");
                    }
                })
                .replaceWithVoid();
    }
}
