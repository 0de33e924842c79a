package io.lancang.corridor.release;

import io.lancang.corridor.vocabulary.Vocabulary;
import io.lancang.kit.release.Dataset;
import io.lancang.kit.release.Target;
import java.util.List;

/** The part of the corridors' file that says which programmes its rows belong to, by the vocabulary. */
final class Programmes {
    private Programmes() {}

    static Dataset.Part of(Vocabulary vocabulary, String idColumn) {
        return new Dataset.Part(
                new Target.Facts("corridor_programme", List.of("corridor", "programme"), List.of("why"), "true"),
                List.of(),
                (row, rows) -> {
                    String corridor = row.text(idColumn);
                    for (Vocabulary.Membership membership : vocabulary.programmesOf(corridor)) {
                        rows.add(Cells.of(corridor)
                                .and(membership.programme())
                                .and(membership.why())
                                .list());
                    }
                });
    }
}
