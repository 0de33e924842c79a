package io.lancang.trade.edit;

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
    /** The mutation that undoes. */
    static final String UNDO = "undoEdit";

    /** Where numbers of releases are found. */
    static final String NUMBERS = "`tradeEdits` and `datasets { releases { id } }` tell numbers.";

    private static final EditTerms TERMS =
            new EditTerms(UNDO, "tradeEdits", NUMBERS, "`sources` lists all; `registerSource` adds one.");

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
        return new SourceEdits(edits, "registerSource");
    }
}
