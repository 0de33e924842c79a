package io.lancang.corridor.changes.release;

import io.lancang.kit.dataset.Doubt;
import io.lancang.kit.dataset.DoubtFinder;
import io.lancang.kit.dataset.RowCheck;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/** What is doubtful about the rows of a file: the same as is found in the network, with the lines of the file. */
final class RowDoubts {
    /** How many rows of a result are in memory at a time: the driver would else take all of them at once. */
    static final int PIECE = 1000;

    private RowDoubts() {}

    /** @param findings statement of findings, with the ids that the rows of the file have */
    static DoubtFinder of(String findings) {
        return of(findings, "id");
    }

    /** @param id the column of the table that has the ids */
    static DoubtFinder of(String findings, String id) {
        return by("select s." + RowCheck.LINE + " as line, f.detail from (" + findings + ") f join " + RowCheck.STAGED
                + " s on s." + id + " = f.id order by 1, 2");
    }

    /** @param findings statement of findings about segments, where the rows of the file are the corridors of those */
    static DoubtFinder ofSegments(String findings) {
        return by("select s." + RowCheck.LINE + " as line, f.id || ': ' || f.detail as detail from (" + findings
                + ") f join current_segment g on g.id = f.id join " + RowCheck.STAGED
                + " s on s.id = g.corridor order by 1, 2");
    }

    private static DoubtFinder by(String sql) {
        return (connection, doubts) -> {
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(PIECE);
                report(statement, sql, doubts);
            }
        };
    }

    private static void report(Statement statement, String sql, Consumer<Doubt> doubts) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                doubts.accept(new Doubt(rows.getLong("line"), "row", rows.getString("detail")));
            }
        }
    }
}
