package io.lancang.corridor.changes.release;

import io.lancang.corridor.feature.finding.FindingKind;
import io.lancang.corridor.ground.citation.Cited;
import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.Doubt;
import io.lancang.kit.dataset.DoubtFinder;
import io.lancang.kit.dataset.FileRow;
import io.lancang.kit.dataset.RowCheck;
import io.lancang.kit.dataset.Target;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The part of a file that says what is doubtful about its rows: a kind, a colon and what is doubtful, joined by {@code |}. A row
 * without a doubt takes away those that its fact had.
 */
final class Doubts {
    /** A file may lack it. */
    static final String COLUMN = "doubts";

    /** The kinds that nothing but a statement can tell; all others follow from facts. */
    private static final Map<String, FindingKind> KINDS = EnumSet.of(
                    FindingKind.SOURCES_DISAGREE, FindingKind.UNVERIFIED, FindingKind.DERIVED, FindingKind.APPROXIMATE)
            .stream()
            .collect(Collectors.toUnmodifiableMap(FindingKind::name, Function.identity()));

    private static final String STATED = "select " + RowCheck.LINE + " as line, detail from " + RowCheck.STAGED
            + " where kind is not null order by 1, 2";

    private Doubts() {}

    private record Stated(FindingKind kind, String detail) {}

    /** The doubts of the rows of a file, each of which is identified by {@code id}. */
    static Dataset.Part of(Cited kind, Function<FileRow, String> id) {
        return new Dataset.Part(
                        new Target.Facts(
                                "stated_doubt",
                                List.of("subject_kind", "subject", "kind"),
                                List.of("detail"),
                                "subject_kind = '" + kind.name() + "'",
                                List.of("subject")),
                        List.of(),
                        (row, rows) -> {
                            List<Stated> stated = stated(row);
                            if (stated.isEmpty()) {
                                rows.add(kind.name(), id.apply(row), null, null);
                            }
                            for (Stated doubt : stated) {
                                rows.add(Cells.of(kind.name())
                                        .and(id.apply(row))
                                        .and(doubt.kind())
                                        .and(doubt.detail())
                                        .list());
                            }
                        })
                .filledBy(Map.of("kind", COLUMN))
                .doubtedBy(find());
    }

    private static List<Stated> stated(FileRow row) {
        return Cells.given(row, COLUMN)
                .map(text -> Cells.distinct(text, "\\|", Function.identity()).stream()
                        .map(doubt -> stated(row, doubt))
                        .toList())
                .orElse(List.of());
    }

    private static Stated stated(FileRow row, String doubt) {
        int colon = doubt.indexOf(':');
        FindingKind kind =
                colon < 0 ? null : KINDS.get(doubt.substring(0, colon).strip());
        String detail = doubt.substring(colon + 1).strip();
        if (kind == null || detail.isEmpty()) {
            row.refuse(
                    COLUMN,
                    "'" + doubt + "' is no doubt: one of "
                            + KINDS.keySet().stream().sorted().toList() + ", a colon and what is doubtful");
        }
        return new Stated(kind == null ? FindingKind.UNVERIFIED : kind, detail);
    }

    private static DoubtFinder find() {
        return (connection, doubts) -> {
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(RowDoubts.PIECE);
                try (ResultSet rows = statement.executeQuery(STATED)) {
                    while (rows.next()) {
                        doubts.accept(new Doubt(rows.getLong("line"), COLUMN, rows.getString("detail")));
                    }
                }
            }
        };
    }
}
