package io.lancang.corridor.changes.release;

import io.lancang.corridor.ground.rule.SameLine;
import io.lancang.kit.dataset.Rejection;
import io.lancang.kit.dataset.Replacement;
import io.lancang.kit.dataset.RowCheck;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/** The rule about the segment that is the same line, for those of a file and of those that stay beside it. */
final class SameLines {
    static final String COLUMN = "counted_in";

    private static final String IN_FILE = """
            select s.%1$s as line, s.counted_in, s.corridor, %3$s as its_corridor
            from %2$s s
            left join (select id, min(corridor) as corridor from %2$s group by id) o on o.id = s.counted_in
            """.formatted(RowCheck.LINE, RowCheck.STAGED, "%s");

    private static final String OF_FILE = IN_FILE.formatted("o.corridor") + "where o.corridor is not null order by 1";

    private static final String OF_ALL = IN_FILE.formatted("coalesce(o.corridor, v.corridor)")
            + "left join current_segment v on v.id = s.counted_in"
            + " where coalesce(o.corridor, v.corridor) is not null order by 1";

    private SameLines() {}

    static void check(Connection connection, RowCheck.Beside beside, Consumer<Rejection> rejections)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(RowDoubts.PIECE);
            try (ResultSet rows =
                    statement.executeQuery(beside.replacement() == Replacement.DATASET ? OF_FILE : OF_ALL)) {
                while (rows.next()) {
                    report(rows, beside, rejections);
                }
            }
        }
    }

    private static void report(ResultSet rows, RowCheck.Beside beside, Consumer<Rejection> rejections)
            throws SQLException {
        String other = rows.getString(COLUMN);
        long line = rows.getLong("line");
        if (!beside.refused().contains(other)) {
            SameLine.faultOf(other, rows.getString("its_corridor"), rows.getString("corridor"))
                    .ifPresent(fault -> rejections.accept(new Rejection(line, COLUMN, fault.reason())));
        }
    }
}
