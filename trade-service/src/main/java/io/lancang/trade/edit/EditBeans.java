package io.lancang.trade.edit;

import io.lancang.kit.edit.EditTerms;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The names that this service's graph has for what services share of single changes. */
@Singleton
class EditBeans {
    /** The mutation that undoes. */
    static final String UNDO = "undoEdit";

    /** Where numbers of releases are found. */
    static final String NUMBERS = "`tradeEdits` and `datasets { releases { id } }` tell numbers.";

    @Produces
    @Singleton
    EditTerms terms() {
        return new EditTerms(
                UNDO, "tradeEdits", NUMBERS, "`sources` lists all; `registerSource` adds one.", "registerSource");
    }
}
