package io.lancang.trade.edit;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Changes that can be undone; implemented by the beans that make them. */
interface Undoable {
    /** Names of the mutations that make them. */
    Set<String> actions();

    /** The dataset whose files say the same as such a change. */
    String datasetOf(EditEntity edit);

    /**
     * Puts back what was before, within a session with a transaction.
     *
     * @param release number of the release that undoes the change
     * @return fails with CONFLICT if it was changed again since
     */
    Uni<Void> undo(EditEntity edit, long release);
}
