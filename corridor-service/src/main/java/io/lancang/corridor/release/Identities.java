package io.lancang.corridor.release;

import io.lancang.kit.release.Dataset;
import io.lancang.kit.release.Target;
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
                        (row, rows) -> rows.add(Cells.of(row.text(column)).list()))
                .filledBy(Map.of("id", column));
    }
}
