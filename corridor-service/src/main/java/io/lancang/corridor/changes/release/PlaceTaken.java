package io.lancang.corridor.changes.release;

import io.lancang.kit.dataset.Rejection;
import io.lancang.kit.dataset.Replacement;
import io.lancang.kit.dataset.RowCheck;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/** Rules about what only one row may have: those of the file among themselves, and with those that stay beside it. */
final class PlaceTaken {
    /** Two locations of a file with one code have one key, which the loader tells. */
    private static final String CODES = """
            select s.%1$s as line, s.unlocode as value, 'location' as kind, t.location as owner
            from %2$s s join location_unlocode t on t.unlocode = s.unlocode and t.superseded_by is null
            where t.location <> s.location and not exists (select from %2$s o where o.location = t.location)
            order by 1
            """.formatted(RowCheck.LINE, RowCheck.STAGED);

    private static final String POSITIONS_IN_FILE = """
            select line, value, 'segment' as kind, owner
            from (select %1$s as line, position as value,
                         lag(id) over (partition by corridor, position order by %1$s) as owner
                  from %2$s) s
            where owner is not null order by 1
            """.formatted(RowCheck.LINE, RowCheck.STAGED);

    private static final String POSITIONS_BESIDE = """
            select s.%1$s as line, s.position as value, 'segment' as kind, t.id as owner
            from %2$s s
            join segment_fact t on t.corridor = s.corridor and t.position = s.position and t.superseded_by is null
            where t.id <> s.id and not exists (select from %2$s o where o.id = t.id)
            order by 1
            """.formatted(RowCheck.LINE, RowCheck.STAGED);

    private PlaceTaken() {}

    static void byCode(Connection connection, RowCheck.Beside beside, Consumer<Rejection> rejections)
            throws SQLException {
        if (beside.replacement() != Replacement.DATASET) {
            report(connection, CODES, "unlocode", beside, rejections);
        }
    }

    static void byPosition(Connection connection, RowCheck.Beside beside, Consumer<Rejection> rejections)
            throws SQLException {
        report(connection, POSITIONS_IN_FILE, "seq", beside, rejections);
        if (beside.replacement() != Replacement.DATASET) {
            report(connection, POSITIONS_BESIDE, "seq", beside, rejections);
        }
    }

    private static void report(
            Connection connection, String sql, String column, RowCheck.Beside beside, Consumer<Rejection> rejections)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(RowDoubts.PIECE);
            try (ResultSet taken = statement.executeQuery(sql)) {
                while (taken.next()) {
                    report(taken, column, beside, rejections);
                }
            }
        }
    }

    /** A row that is refused may have been meant to give the place up. */
    private static void report(ResultSet taken, String column, RowCheck.Beside beside, Consumer<Rejection> rejections)
            throws SQLException {
        String owner = taken.getString("owner");
        if (!beside.refused().contains(owner)) {
            rejections.accept(new Rejection(
                    taken.getLong("line"),
                    column,
                    "'" + taken.getString("value") + "' is that of " + taken.getString("kind") + " " + owner
                            + " already"));
        }
    }
}
