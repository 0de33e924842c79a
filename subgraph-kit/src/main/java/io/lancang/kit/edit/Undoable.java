package io.lancang.kit.edit;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Changes of one kind, which can be undone. */
public interface Undoable {
    /** Whether the mutation of this name makes them. */
    boolean isMadeBy(String action);

    /** The datasets whose files say the same as such a change. */
    List<String> datasetsOf(EditEntity edit);

    /**
     * Puts back what was before, within the session of a transaction.
     *
     * @param edit the change, or one that undid such a change, or undid that
     * @param action name of the mutation that changes of the kind are made by
     * @param release number of the release that puts it back
     * @return fails with CONFLICT if it was changed again since
     */
    Uni<Void> undo(EditEntity edit, String action, long release);
}
