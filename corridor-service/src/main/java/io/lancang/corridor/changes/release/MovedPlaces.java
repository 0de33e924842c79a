package io.lancang.corridor.changes.release;

import io.lancang.corridor.ground.sphere.GreatCircle;
import io.lancang.kit.dataset.Doubt;
import io.lancang.kit.dataset.RowCheck;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/** Doubts locations that a file moves: a place stays where it is, and what is far from it is another one, or a slip. */
final class MovedPlaces {
    /** Further than two gazetteers ever are apart about one place. */
    private static final int NEAR_KM = 50;

    /** Releases are published one after the other, so that the last one is this. */
    private static final String FIND = """
            select s.%1$s as line, round(%2$s) as km
            from %3$s s
            join location_fact n on n.id = s.id and n.superseded_by is null
            join location_fact o on o.id = n.id and o.superseded_by = n.release_id
            where n.release_id = (select max(id) from release) and %2$s > %4$d
            order by 1
            """.formatted(
                    RowCheck.LINE,
                    "(" + GreatCircle.kilometres("n.sphere <-> o.sphere") + ")::numeric",
                    RowCheck.STAGED,
                    NEAR_KM);

    private MovedPlaces() {}

    static void find(Connection connection, Consumer<Doubt> doubts) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(RowDoubts.PIECE);
            try (ResultSet rows = statement.executeQuery(FIND)) {
                while (rows.next()) {
                    doubts.accept(new Doubt(
                            rows.getLong("line"),
                            "lat",
                            "moves by " + rows.getString("km") + " km; a place that moves by more than " + NEAR_KM
                                    + " km is another one"));
                }
            }
        }
    }
}
