package io.lancang.kit.provenance;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import io.lancang.kit.text.Brief;
import java.util.List;

/** The dataset {@code sources}: the catalogue that the rows of all other datasets cite by id. */
public final class SourceDataset {
    /** To be loaded before every dataset whose rows cite sources. */
    public static final Dataset SOURCES = new Dataset(
            "sources",
            List.of("source_id", "title", "locator", "licence", "date"),
            new Target.Terms("source", List.of("id"), List.of("title", "locator", "licence", "date")),
            List.of(),
            SourceDataset::read);

    private SourceDataset() {}

    private static void read(FileRow row, RowReader.Rows rows) {
        String id = row.text("source_id");
        if (!SourceId.isOne(id)) {
            row.refuse("source_id", "'" + Brief.value(id) + "' " + SourceId.RULE);
        }
        SourceRules.check(row);
        rows.add(
                id,
                row.text("title"),
                row.optional("locator").orElse(null),
                row.optional("licence").orElse(null),
                row.optional("date").orElse(null));
    }
}
