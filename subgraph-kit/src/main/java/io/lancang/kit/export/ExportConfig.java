package io.lancang.kit.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How files are written. */
@ConfigMapping(prefix = "lancang.export")
public interface ExportConfig {
    /**
     * Whether texts in CSV files that a spreadsheet would run as formulas get an apostrophe before them, unless a request says
     * otherwise by its parameter {@code spreadsheetSafe}. Imports take the apostrophe away again.
     */
    @WithDefault("true")
    boolean spreadsheetSafe();
}
