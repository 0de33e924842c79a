package io.lancang.trade.edit;

import io.lancang.kit.entity.OwnSession;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.steward.Stewards;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Undoes single changes: puts back what was before, as a release of its own. */
@Singleton
class Undoing {
    private static final String ACTION = "undoEdit";

    private final Edits edits;
    private final Stewards stewards;
    private final List<Undoable> kinds;

    Undoing(Edits edits, Stewards stewards, @All List<Undoable> kinds) {
        this.edits = edits;
        this.stewards = stewards;
        this.kinds = kinds;
    }

    private record Found(EditEntity edit, Undoable kind) {}

    /**
     * Undoes the change of a release.
     *
     * @return the entry of the undoing; fails with NOT_FOUND if there is no such change, and with CONFLICT if it was undone or
     *     changed again since
     */
    Uni<TradeEdit> undo(long release) {
        stewards.require("Facts can be changed only");
        return OwnSession.read(() -> edits.find(release)
                        .call(edit ->
                                edits.count("undoes", edit.release()).invoke(times -> requireNotUndone(edit, times)))
                        .map(edit -> new Found(edit, kindOf(edit))))
                .chain(this::undo);
    }

    private Uni<TradeEdit> undo(Found found) {
        EditEntity edit = found.edit();
        Change change = new Change(
                ACTION, found.kind().datasetOf(edit), edit.subject(), edit.before(), edit.source(), edit.release());
        return edits.<Long>make(
                        change,
                        number ->
                                found.kind().undo(edit, number).map(undone -> new Edits.Made<>(edit.content(), number)))
                .chain(edits::of);
    }

    private Undoable kindOf(EditEntity edit) {
        return kinds.stream()
                .filter(kind -> kind.actions().contains(edit.action()))
                .findFirst()
                .orElseThrow(() -> ServiceException.badInput(
                        "Release " + edit.release() + " is a change by `" + edit.action()
                                + "`, which cannot be undone.",
                        "Sources stay, since facts cite them; a withdrawn file is loaded again; an undone change is made"
                                + " again."));
    }

    private static void requireNotUndone(EditEntity edit, long times) {
        if (times > 0) {
            throw new ServiceException(
                    ErrorCode.CONFLICT,
                    "Release " + edit.release() + " was undone already.",
                    "`tradeEdits(subject: \"" + edit.subject() + "\")` tells by which.");
        }
    }
}
