package io.lancang.trade.file;

import io.lancang.trade.figure.Flow;
import io.lancang.trade.figure.FlowSelection;
import java.util.Map;

/** What packaged files call flows, with the codes of the database. */
final class FlowWords {
    /** Of files of figures. */
    static final Map<String, String> FLOWS = Map.of("export", Flow.EXPORTS.code(), "import", Flow.IMPORTS.code());

    /** Of files of what is quoted, which may be both flows together. */
    static final Map<String, String> SELECTIONS = Map.of(
            "export",
            FlowSelection.EXPORTS.code(),
            "import",
            FlowSelection.IMPORTS.code(),
            "total",
            FlowSelection.TOTAL.code());

    private FlowWords() {}
}
