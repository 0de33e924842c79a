package io.lancang.corridor.release;

import io.lancang.kit.release.Dataset;
import io.lancang.kit.release.FileRow;
import io.lancang.kit.release.RowReader;
import io.lancang.kit.release.Target;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code names.csv}: names in other languages and scripts, former ones and other spellings. */
final class NamesFile implements CorridorTable {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern SCRIPT = Pattern.compile("[A-Z][a-z]{3}");

    @Override
    public Columns columns() {
        return new Columns(
                List.of("subject_kind", "subject_id", "language", "script", "name", "note", "source"), List.of());
    }

    @Override
    public Dataset dataset(List<String> header) {
        Target facts = new Target.Facts(
                "name",
                List.of("subject_kind", "subject", "language", "name"),
                List.of("script", "note", "source"),
                "true",
                List.of("subject_kind", "subject"));
        return new Dataset(
                "names",
                header,
                List.of(new Dataset.Part(
                                facts,
                                List.of(new Dataset.TableReference("source", "source", "id", "source")),
                                NamesFile::read)
                        .filledBy(Map.of("subject", "subject_id"))
                        .checkedBy(KnownSubjects.check())));
    }

    private static void read(FileRow row, RowReader.Rows rows) {
        rows.add(Cells.of(row.oneOf("subject_kind", KnownSubjects.OF_NAMES).name())
                .and(row.text("subject_id"))
                .and(code(row, "language", LANGUAGE, "an ISO 639 code of two or three small letters, or und"))
                .and(row.text("name"))
                .and(code(row, "script", SCRIPT, "an ISO 15924 code such as Latn"))
                .andText(row, "note")
                .and(row.text("source"))
                .list());
    }

    private static String code(FileRow row, String column, Pattern form, String meaning) {
        String code = row.text(column);
        if (!form.matcher(code).matches()) {
            throw row.rejected(column, "'" + code + "' is not " + meaning);
        }
        return code;
    }
}
