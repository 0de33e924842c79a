package io.lancang.corridor.changes.release;

import io.lancang.corridor.feature.finding.FindingSql;
import io.lancang.corridor.feature.finding.Pieces;
import io.lancang.kit.dataset.Doubt;
import io.lancang.kit.dataset.DoubtFinder;
import io.lancang.kit.dataset.RowCheck;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What is doubtful about the segments of a file: the same as is found in the network, with the lines of the file. */
final class SegmentDoubts {
    /** Of a table that was never looked at nothing is known, as of the rows that wait, and plans would compare each row with each. */
    private static final String UNKNOWN =
            "select oid::regclass::text as name from pg_class where reltuples < 0 and oid in ('segment_fact'::regclass, 'location_fact'::regclass)";

    private static final String ANALYZE = "analyze " + RowCheck.STAGED + " (id, corridor, " + RowCheck.LINE + ")";

    private static final DoubtFinder ABOUT_ROWS = RowDoubts.of(FindingSql.OF_SEGMENT_FACTS);
    private static final String JOINS = "select g.corridor, g.from_location, g.to_location, s." + RowCheck.LINE
            + " as line from current_segment g left join " + RowCheck.STAGED + " s on s.id = g.id"
            + " where g.corridor in (select corridor from " + RowCheck.STAGED + ") order by g.corridor, g.position";

    private SegmentDoubts() {}

    /** The pieces of a corridor, and the first line of the file that is about it. */
    private static final class Stated {
        private final Pieces pieces = new Pieces();
        private long line;
    }

    static void find(Connection connection, Consumer<Doubt> doubts) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ANALYZE);
            analyzeUnknown(statement);
            ABOUT_ROWS.find(connection, doubts);
            statement.setFetchSize(RowDoubts.PIECE);
            try (ResultSet rows = statement.executeQuery(JOINS)) {
                reportPieces(rows, doubts);
            }
        }
    }

    private static void analyzeUnknown(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet unknown = statement.executeQuery(UNKNOWN)) {
            while (unknown.next()) {
                tables.add(unknown.getString("name"));
            }
        }
        for (String table : tables) {
            statement.execute("analyze " + table);
        }
    }

    /** The rows come corridor by corridor, so that the pieces of one are in memory at a time. */
    private static void reportPieces(ResultSet rows, Consumer<Doubt> doubts) throws SQLException {
        String corridor = "";
        Stated stated = new Stated();
        while (rows.next()) {
            String next = rows.getString("corridor");
            if (!next.equals(corridor)) {
                report(corridor, stated, doubts);
                corridor = next;
                stated = new Stated();
            }
            stated.pieces.join(rows.getString("from_location"), rows.getString("to_location"));
            long line = rows.getLong("line");
            stated.line = stated.line == 0 ? line : stated.line;
        }
        report(corridor, stated, doubts);
    }

    private static void report(String corridor, Stated stated, Consumer<Doubt> doubts) {
        List<String> beginnings = stated.pieces.beginnings();
        if (beginnings.size() > 1) {
            doubts.accept(new Doubt(
                    stated.line,
                    "corridor_id",
                    "the segments of " + corridor + " do not join: " + beginnings.size() + " pieces, with "
                            + String.join(", ", beginnings)));
        }
    }
}
