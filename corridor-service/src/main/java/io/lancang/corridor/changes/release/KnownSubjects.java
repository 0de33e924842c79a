package io.lancang.corridor.changes.release;

import io.lancang.corridor.ground.citation.Cited;
import io.lancang.kit.dataset.Rejection;
import io.lancang.kit.dataset.RowCheck;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;

/** What rows of several kinds are about, by the words of the column {@code subject_kind}, and the rule that it is known. */
final class KnownSubjects {
    /** What has names. */
    static final Map<String, Cited> OF_NAMES =
            Map.of("corridor", Cited.CORRIDOR, "segment", Cited.SEGMENT, "node", Cited.LOCATION);

    private static final String UNKNOWN = """
            select s.%1$s as line, s.subject, lower(s.subject_kind) as kind from %2$s s
            where not case s.subject_kind
              when 'CORRIDOR' then exists (select from current_corridor_row c where c.id = s.subject)
              when 'SEGMENT' then exists (select from current_segment c where c.id = s.subject)
              else exists (select from current_location c where c.id = s.subject) end
            order by 1
            """.formatted(RowCheck.LINE, RowCheck.STAGED);

    private KnownSubjects() {}

    static RowCheck check() {
        return (connection, beside, rejections) -> {
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(RowDoubts.PIECE);
                try (ResultSet rows = statement.executeQuery(UNKNOWN)) {
                    while (rows.next()) {
                        rejections.accept(new Rejection(
                                rows.getLong("line"),
                                "subject_id",
                                "'" + rows.getString("subject") + "' is no known " + rows.getString("kind")));
                    }
                }
            }
        };
    }
}
