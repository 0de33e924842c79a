package io.lancang.corridor.changes.release;

import io.lancang.corridor.ground.citation.Cited;
import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.Target;
import java.util.List;
import java.util.function.Function;

/** The part of a file that says which sources its rows cite: ids joined by {@code ;}. */
final class CitationPart {
    private static final String COLUMN = "source";

    private CitationPart() {}

    /** The citations of the rows of a file, each of which is identified by {@code id}. */
    static Dataset.Part of(Cited kind, Function<FileRow, String> id) {
        return new Dataset.Part(
                new Target.Facts(
                        "citation",
                        List.of("subject_kind", "subject", COLUMN),
                        List.of("position"),
                        "subject_kind = '" + kind.name() + "'",
                        List.of("subject")),
                List.of(new Dataset.TableReference(COLUMN, "source", "id", "source")),
                (row, rows) -> {
                    List<String> sources = row.optional(COLUMN)
                            .map(text -> Cells.distinct(text, ";", Function.identity()))
                            .orElse(List.of());
                    if (sources.isEmpty()) {
                        rows.add(kind.name(), id.apply(row), null, null);
                    }
                    for (int position = 0; position < sources.size(); position++) {
                        rows.add(Cells.of(kind.name())
                                .and(id.apply(row))
                                .and(sources.get(position))
                                .and(position)
                                .list());
                    }
                });
    }
}
