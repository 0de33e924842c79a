package io.lancang.corridor.changes.edit;

import io.lancang.kit.edit.EditTerms;
import io.lancang.kit.edit.Edits;
import io.lancang.kit.edit.SourceEdits;
import io.lancang.kit.edit.Undoable;
import io.lancang.kit.edit.Undoing;
import io.lancang.kit.steward.Stewards;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** What services share of single changes, with the names that this one's graph has for it. */
@Singleton
class EditBeans {
    /** The mutation that registers sources. */
    static final String REGISTER_SOURCE = "registerNetworkSource";

    private static final EditTerms TERMS = new EditTerms(
            "undoNetworkEdit",
            "edits",
            "`edits { nodes { release } }` lists them; a file is withdrawn by DELETE /releases/ID.",
            "GET /export/sources.csv lists all; `" + REGISTER_SOURCE + "` adds one.");

    @Produces
    @Singleton
    Edits edits(Stewards stewards) {
        return new Edits(stewards, TERMS);
    }

    @Produces
    @Singleton
    Undoing undoing(Edits edits, Stewards stewards, @All List<Undoable> kinds) {
        return new Undoing(edits, stewards, TERMS, kinds);
    }

    @Produces
    @Singleton
    SourceEdits sources(Edits edits) {
        return new SourceEdits(edits, REGISTER_SOURCE);
    }
}
