package io.lancang.trade.file;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import java.util.List;

/** The file of blocs. */
final class BlocFile {
    static final Dataset BLOCS = new Dataset(
            "blocs",
            List.of("code", "name_en", "name_zh"),
            new Target.Terms("bloc", List.of("code"), List.of("name_en", "name_zh")),
            List.of(),
            BlocFile::read);

    private BlocFile() {}

    private static void read(FileRow row, RowReader.Rows rows) {
        rows.add(row.text("code"), row.text("name_en"), row.optional("name_zh").orElse(null));
    }
}
