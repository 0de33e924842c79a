package io.lancang.corridor.changes.edit;

import io.lancang.kit.edit.EditTerms;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The names that this service's graph has for what services share of single changes. */
@Singleton
class EditBeans {
    /** The mutation that registers sources. */
    static final String REGISTER_SOURCE = "registerNetworkSource";

    @Produces
    @Singleton
    EditTerms terms() {
        return new EditTerms(
                "undoNetworkEdit",
                "edits",
                "`edits { nodes { release } }` lists them; a file is withdrawn by DELETE /releases/ID.",
                "GET /export/sources.csv lists all; `" + REGISTER_SOURCE + "` adds one.",
                REGISTER_SOURCE);
    }
}
