package io.lancang.corridor.changes.release;

import io.lancang.corridor.ground.citation.Cited;
import io.lancang.kit.dataset.Derivation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Keeps the recorded changes of status in agreement with the statuses of a file: what is recorded to have led to another status
 * than the file gives is no longer recorded from that release on.
 *
 * @param kind what has the status
 * @param table its facts
 */
record StatusRecord(Cited kind, String table) implements Derivation {
    @Override
    public void derive(Connection connection, long release) throws SQLException {
        String sql = """
                update status_change c set superseded_by = ?
                where c.subject_kind = ? and c.superseded_by is null
                  and exists (select from %1$s f where f.id = c.subject and ? in (f.release_id, f.superseded_by))
                  and c.changed_on > coalesce(
                    (select max(k.changed_on) from current_status_change k
                     join %1$s f on f.id = k.subject and f.superseded_by is null and f.status = k.to_status
                     where k.subject_kind = c.subject_kind and k.subject = c.subject), '-infinity')
                """.formatted(table);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, release);
            statement.setString(2, kind.name());
            statement.setLong(3, release);
            statement.executeUpdate();
        }
    }
}
