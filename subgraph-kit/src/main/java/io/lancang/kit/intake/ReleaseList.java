package io.lancang.kit.intake;

import io.lancang.kit.error.ServiceException;
import io.lancang.kit.load.LoadWatch;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads releases and running loads, as JSON that the database writes. */
@Singleton
class ReleaseList {
    private static final String RELEASE = """
            json_build_object('release', r.id::text, 'dataset', r.dataset, 'fileName', r.file_name, 'sha256', r.sha256,
              'rows', r.row_count, 'added', r.facts_added, 'closed', r.facts_closed, 'loadedAt', r.loaded_at,
              'withdrawnAt', r.withdrawn_at, 'withdraws', r.withdraws::text)
            """;
    private static final int MOST = 500;
    private static final String OF_DATASET = "select coalesce(json_agg(" + RELEASE
            + " order by r.id desc), '[]')::text from (select * from release where ?::text is null or dataset = ?"
            + " order by id desc limit " + MOST + ") r";
    private static final String ONE = "select " + RELEASE + "::text from release r where id = ?";
    private static final String DATASET = "select dataset from release where id = ?";
    /** A load holds the lock of its dataset: what is recorded without it is of an instance that died. */
    private static final String RUNNING = """
            select coalesce(json_agg(json_build_object('dataset', l.dataset, 'fileName', l.file_name, 'phase', l.phase,
              'rowsRead', l.rows_read, 'step', coalesce(h.progress[1]::int, l.step), 'steps', coalesce(h.progress[2]::int, l.steps),
              'startedAt', l.started_at, 'updatedAt', l.updated_at, 'seconds', %s, 'phaseSeconds', %s)
              order by l.started_at), '[]')::text
            from release_load l
            join lateral (
              select case when l.phase = 'DERIVING'
                          then regexp_match(a.application_name, '^lancang load step (\\d+) of (\\d+)$') end as progress
              from pg_locks k left join pg_stat_activity a using (pid)
              where k.locktype = 'advisory' and k.granted
                and k.database = (select oid from pg_database where datname = current_database())
                and (k.classid::bigint << 32) | k.objid::bigint = %s
              limit 1) h on true
            """.formatted(
                    secondsSince("l.started_at"), secondsSince("l.phase_started_at"), LoadWatch.lockOf("l.dataset"));

    private static String secondsSince(String moment) {
        return "round(extract(epoch from clock_timestamp() - " + moment + "), 1)";
    }

    private final DataSource dataSource;

    ReleaseList(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The releases of a dataset, or of all, latest first. */
    String of(@Nullable String dataset) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(OF_DATASET)) {
            statement.setString(1, dataset);
            statement.setString(2, dataset);
            return only(statement);
        }
    }

    String one(long release) throws SQLException {
        return found(ONE, release);
    }

    String datasetOf(long release) throws SQLException {
        return found(DATASET, release);
    }

    String running() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(RUNNING)) {
            return only(statement);
        }
    }

    private String found(String sql, long release) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, release);
            try (ResultSet rows = statement.executeQuery()) {
                if (rows.next()) {
                    return rows.getString(1);
                }
            }
        }
        throw ServiceException.notFound(
                "There is no release " + release + ".", "GET /releases?dataset=CODE lists those of a dataset.");
    }

    private static String only(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }
}
