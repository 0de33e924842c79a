package io.lancang.corridor.changes.release;

import io.lancang.corridor.ground.rule.IdForm;
import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.Target;
import java.util.List;
import java.util.Map;

/** The part of a file that makes its ids known, before anything refers to them. */
final class Identities {
    private Identities() {}

    /** Fills the table of identities {@code table} with the ids in {@code column}. */
    static Dataset.Part of(String table, String column) {
        return new Dataset.Part(
                        new Target.Terms(table, List.of("id"), List.of()),
                        List.of(),
                        (row, rows) -> rows.add(Cells.of(id(row, column)).list()))
                .filledBy(Map.of("id", column));
    }

    private static String id(FileRow row, String column) {
        String id = row.text(column);
        Cells.refuse(row, column, IdForm.faultOf(id));
        return id;
    }
}
