package io.lancang.kit.load;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.LoadProgress;
import io.lancang.kit.dataset.ReleaseFile;
import io.lancang.kit.dataset.ReleaseRejectedException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Loads a file as a release of its dataset: one transaction, whole or not at all. Two loads of one dataset at once do
 * not meet: the second waits for the first, or is refused, as it asks for.
 *
 * <p>Blocks its thread: never to be called on an event loop.
 */
@Singleton
public class ReleaseLoader {
    private final DataSource dataSource;
    private final LoadMeter meter;

    /** @param dataSource the service's database over JDBC: the driver's COPY and temporary tables are used */
    @Inject
    public ReleaseLoader(DataSource dataSource, MeterRegistry registry) {
        this.dataSource = dataSource;
        this.meter = new LoadMeter(registry);
    }

    /** A loader that nobody watches. */
    public ReleaseLoader(DataSource dataSource) {
        this(dataSource, new CompositeMeterRegistry());
    }

    /**
     * Loads a file that ships with the service, unless a release had its content.
     *
     * @throws ReleaseRejectedException with every bad row up to a limit
     */
    public LoadResult load(Dataset dataset, ReleaseFile file) throws SQLException, IOException {
        return load(LoadRequest.packaged(dataset, file));
    }

    /**
     * Loads a file.
     *
     * @throws ReleaseRejectedException with every bad row up to a limit
     * @throws LoadRefusedException if another load of the dataset runs and the request does not wait
     */
    public LoadResult load(LoadRequest request) throws SQLException, IOException {
        long start = System.nanoTime();
        try {
            LoadResult result = loadAndCommit(request);
            meter.ended(LoadOutcome.of(result), System.nanoTime() - start);
            return result;
        } catch (SQLException | IOException | RuntimeException failure) {
            meter.ended(LoadOutcome.of(failure), System.nanoTime() - start);
            throw failure;
        }
    }

    /**
     * Those of these files that some release has had, whatever came after it; one statement for all. None is asked where there is no file: a
     * service that ships none need not have releases.
     */
    public Set<ReleaseKey> everLoaded(Collection<ReleaseKey> files) throws SQLException {
        if (files.isEmpty()) {
            return Set.of();
        }
        try (Connection connection = dataSource.getConnection()) {
            return ReleaseTable.ever(connection, files);
        }
    }

    /** Whether the dataset has a release. */
    public boolean isReleased(Dataset dataset) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return new ReleaseTable(connection, dataset.id()).current().isPresent();
        }
    }

    private LoadResult loadAndCommit(LoadRequest request) throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                LoadResult result = loadWithin(connection, request);
                if (result instanceof LoadResult.Loaded) {
                    notifyOfChanges(connection);
                    connection.commit();
                } else {
                    connection.rollback();
                }
                return result;
            } catch (SQLException | IOException | RuntimeException failure) {
                rollBack(connection, failure);
                throw failure;
            }
        }
    }

    /** The database learns at once how many rows changed, and not within a second: see {@link Analysis}. */
    private static void notifyOfChanges(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_stat_force_next_flush()");
        }
    }

    /**
     * Lets the planner know what a load of the dataset changed, if that is much. To be called after loading, not within; no
     * other load of the dataset begins meanwhile.
     */
    public void analyzeChanged(Dataset dataset, LoadProgress progress) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            SessionLock lock = new SessionLock(connection, dataset.id());
            boolean isTaken = lock.take();
            try {
                new Analysis(connection).run(dataset.id(), dataset.tables(), progress);
            } finally {
                if (isTaken) {
                    lock.giveBack();
                }
            }
        }
    }

    /** Lets the planner know all that the tables hold now. To be called after loading, not within. */
    public void analyze(Iterable<String> tables) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables) {
                statement.execute("analyze " + table);
            }
        }
    }

    /**
     * Withdraws the latest release of a dataset: what it superseded is there again, and what it said can still be read
     * as of the time that it was there. The withdrawal can be withdrawn as well, as long as nothing was
     * loaded since: what the file said is there again.
     *
     * @param entry what is written down about it
     * @return the release that stands for the withdrawal
     * @throws LoadRefusedException if it is neither the latest nor its withdrawal, if the dataset has no history, or if a load of it runs
     */
    public LoadResult.Loaded withdraw(Dataset dataset, long release, WithdrawalEntry entry) throws SQLException {
        if (!Withdrawal.isPossible(dataset)) {
            throw LoadRefusedException.terms(dataset.id());
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                ReleaseTable releases = new ReleaseTable(connection, dataset.id());
                releases.lock(LoadRequest.Contention.REFUSE);
                LoadResult.Loaded result = new Withdrawal(connection, releases, dataset, release).run();
                entry.enter(connection, result.release());
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                rollBack(connection, failure);
                throw failure;
            }
        }
    }

    private static LoadResult loadWithin(Connection connection, LoadRequest request) throws SQLException, IOException {
        ReleaseTable releases = new ReleaseTable(connection, request.dataset().id());
        request.progress().at(LoadProgress.Phase.WAITING, 0);
        releases.lock(request.contention());
        if (request.file().isRepeatable()) {
            OptionalLong same = releases.same(request.file().sha256(), request);
            if (same.isPresent()) {
                return new LoadResult.Unchanged(same.getAsLong());
            }
        }
        return new Load(connection, releases, request).run();
    }

    /** A connection that is gone cannot roll back, and need not: the failure that it went with is what is reported. */
    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            failure.addSuppressed(gone);
        }
    }
}
