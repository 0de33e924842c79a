package io.lancang.corridor.changes.release;

import io.lancang.corridor.feature.name.NameCodes;
import io.lancang.corridor.ground.rule.Fault;
import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowReader;
import io.lancang.kit.dataset.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code names.csv}: names in other languages and scripts, former ones and other spellings. */
final class NamesFile implements CorridorTable {
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
                .and(code(row, "language", NameCodes::faultOfLanguage))
                .and(row.text("name"))
                .and(code(row, "script", NameCodes::faultOfScript))
                .andText(row, "note")
                .and(row.text("source"))
                .list());
    }

    private static String code(FileRow row, String column, Function<String, Optional<Fault>> rule) {
        String code = row.text(column);
        Cells.refuse(row, column, rule.apply(code));
        return code;
    }
}
