package io.lancang.corridor.changes.release;

import io.lancang.corridor.ground.fact.Programme;
import io.lancang.corridor.ground.vocabulary.Vocabulary;
import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The part of the corridors' file that says which programmes its rows belong to, by a column or by the vocabulary. */
final class Programmes {
    /** Names of programmes, joined by {@code ;}; files that ship lack it. */
    static final String COLUMN = "programmes";

    private static final Map<String, Programme> NAMES = Arrays.stream(Programme.values())
            .collect(Collectors.toUnmodifiableMap(Programme::name, Function.identity()));

    private Programmes() {}

    /** What the file tells; of what the vocabulary tells too, with the reason that it gives. */
    private static List<Vocabulary.Membership> given(FileRow row, List<Vocabulary.Membership> known) {
        return row
                .optional(COLUMN)
                .map(text -> Cells.distinct(text, ";", name -> name(row, name)))
                .orElse(List.of())
                .stream()
                .map(name -> known.stream()
                        .filter(each -> each.programme().equals(name))
                        .findFirst()
                        .orElse(new Vocabulary.Membership(name, "listed in the file")))
                .toList();
    }

    private static String name(FileRow row, String name) {
        if (!NAMES.containsKey(name)) {
            row.refuse(COLUMN, "'" + name + "' is none of " + new TreeSet<>(NAMES.keySet()));
        }
        return name;
    }

    static Dataset.Part of(Vocabulary vocabulary, String idColumn) {
        return new Dataset.Part(
                new Target.Facts(
                        "corridor_programme",
                        List.of("corridor", "programme"),
                        List.of("why"),
                        "true",
                        List.of("corridor")),
                List.of(),
                (row, rows) -> {
                    String corridor = row.text(idColumn);
                    List<Vocabulary.Membership> memberships = row.has(COLUMN)
                            ? given(row, vocabulary.programmesOf(corridor))
                            : vocabulary.programmesOf(corridor);
                    if (memberships.isEmpty()) {
                        rows.add(corridor, null, null);
                    }
                    for (Vocabulary.Membership membership : memberships) {
                        rows.add(Cells.of(corridor)
                                .and(membership.programme())
                                .and(membership.why())
                                .list());
                    }
                });
    }
}
