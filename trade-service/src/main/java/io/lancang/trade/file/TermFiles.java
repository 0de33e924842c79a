package io.lancang.trade.file;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import java.util.List;
import java.util.Map;

/** The files of what figures are about: partners and blocs. */
final class TermFiles {
    static final Dataset PARTNERS = new Dataset(
            "partners",
            List.of("code", "iso2", "iso_numeric", "name_en", "name_zh", "region", "kind", "succeeded_by", "source"),
            new Target.Terms(
                    "partner",
                    List.of("code"),
                    List.of("iso2", "iso_numeric", "kind", "name_en", "name_zh", "region", "succeeded_by"),
                    List.of("name_en", "name_zh", "region")),
            List.of(),
            TermFiles::readPartner);

    static final Dataset BLOCS = new Dataset(
            "blocs",
            List.of("code", "name_en", "name_zh"),
            new Target.Terms("bloc", List.of("code"), List.of("name_en", "name_zh")),
            List.of(),
            TermFiles::readBloc);

    private static final Map<String, String> KINDS =
            Map.of("country", "COUNTRY", "historical", "HISTORICAL", "aggregate", "AGGREGATE");

    private TermFiles() {}

    private static void readPartner(FileRow row, RowReader.Rows rows) {
        rows.add(
                row.text("code"),
                row.optional("iso2").orElse(null),
                row.optional("iso_numeric").orElse(null),
                row.oneOf("kind", KINDS),
                row.text("name_en"),
                row.optional("name_zh").orElse(null),
                row.optional("region").orElse(null),
                "{" + row.optional("succeeded_by").orElse("").replace(';', ',') + "}");
    }

    private static void readBloc(FileRow row, RowReader.Rows rows) {
        rows.add(row.text("code"), row.text("name_en"), row.optional("name_zh").orElse(null));
    }
}
