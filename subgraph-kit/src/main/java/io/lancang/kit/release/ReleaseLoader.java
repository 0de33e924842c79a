package io.lancang.kit.release;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * Loads a file as a release of its dataset: one transaction, whole or not at all. The same file twice changes nothing,
 * and two instances that start at once load it once: the second waits for the first and finds it done.
 *
 * <p>Blocks its thread: never to be called on an event loop.
 */
@Singleton
public class ReleaseLoader {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('lancang release ' || ?, 0))";
    private static final String CURRENT =
            "select id, sha256 from release where dataset = ? and withdrawn_at is null order by id desc limit 1";
    private static final String OPEN = "insert into release (dataset, file_name, sha256) values (?, ?, ?) returning id";
    private static final String CLOSE =
            "update release set row_count = ?, facts_added = ?, facts_closed = ? where id = ?";

    private final DataSource dataSource;

    /** @param dataSource the service's database over JDBC: the driver's COPY and temporary tables are used */
    public ReleaseLoader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Loads {@code file} unless it is the current release already.
     *
     * @throws ReleaseRejectedException with every bad row up to a limit
     */
    public LoadResult load(Dataset dataset, ReleaseFile file) throws SQLException, IOException {
        String sha256 = file.sha256();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                LoadResult result = loadWithin(connection, dataset, file, sha256);
                connection.commit();
                return result;
            } catch (SQLException | IOException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }

    private static LoadResult loadWithin(Connection connection, Dataset dataset, ReleaseFile file, String sha256)
            throws SQLException, IOException {
        lock(connection, dataset);
        OptionalLong same = currentIfSame(connection, dataset, sha256);
        if (same.isPresent()) {
            return new LoadResult.Unchanged(same.getAsLong());
        }
        RejectionReport report = new RejectionReport(dataset.id(), file.name());
        long release = open(connection, dataset, file, sha256);
        long rows = 0;
        Publication.Change change = Publication.Change.NONE;
        for (Dataset.Part part : dataset.parts()) {
            Staging staging = new Staging(connection, dataset.header(), part, report);
            rows += staging.fill(file);
            change = change.plus(publishIfSound(connection, release, part, report));
            staging.clear();
        }
        if (rows == 0 && report.isEmpty()) {
            report.add(new Rejection(1, "row", "the file has no rows"));
        }
        report.throwIfAny();
        close(connection, release, rows, change);
        return new LoadResult.Loaded(release, rows, change.added(), change.closed());
    }

    /** After the first bad row the other parts are only read, so that the report is complete; all is rolled back. */
    private static Publication.Change publishIfSound(
            Connection connection, long release, Dataset.Part part, RejectionReport report) throws SQLException {
        if (report.isEmpty()) {
            new StagedRules(connection, part, report).check();
        }
        return report.isEmpty() ? new Publication(connection, release).publish(part.target()) : Publication.Change.NONE;
    }

    private static void lock(Connection connection, Dataset dataset) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, dataset.id());
            statement.execute();
        }
    }

    private static OptionalLong currentIfSame(Connection connection, Dataset dataset, String sha256)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CURRENT)) {
            statement.setString(1, dataset.id());
            try (ResultSet current = statement.executeQuery()) {
                return current.next() && sha256.equals(current.getString("sha256"))
                        ? OptionalLong.of(current.getLong("id"))
                        : OptionalLong.empty();
            }
        }
    }

    private static long open(Connection connection, Dataset dataset, ReleaseFile file, String sha256)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
            statement.setString(1, dataset.id());
            statement.setString(2, file.name());
            statement.setString(3, sha256);
            try (ResultSet release = statement.executeQuery()) {
                release.next();
                return release.getLong("id");
            }
        }
    }

    private static void close(Connection connection, long release, long rows, Publication.Change change)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLOSE)) {
            statement.setLong(1, rows);
            statement.setLong(2, change.added());
            statement.setLong(3, change.closed());
            statement.setLong(4, release);
            statement.executeUpdate();
        }
    }
}
