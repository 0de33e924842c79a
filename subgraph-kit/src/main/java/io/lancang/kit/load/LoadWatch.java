package io.lancang.kit.load;

import io.lancang.kit.dataset.LoadProgress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes how far a load has come where every instance can read it: the table {@code release_load}, beside the load's
 * transaction. That it cannot be written does not end the load. Belongs to one load and one thread.
 */
public final class LoadWatch implements LoadProgress, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LoadWatch.class);
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final String BEGIN = """
            insert into release_load (dataset, file_name, phase, rows_read, started_at, updated_at, phase_started_at)
            values (?, ?, ?, 0, now(), now(), now())
            on conflict (dataset) do update set file_name = excluded.file_name, phase = excluded.phase, rows_read = 0,
              started_at = excluded.started_at, updated_at = excluded.updated_at, step = null, steps = null,
              phase_started_at = excluded.phase_started_at
            """;
    private static final String UPDATE = """
            update release_load set rows_read = ?, step = ?, steps = ?, updated_at = now(),
              phase_started_at = case when phase = ? then phase_started_at else now() end, phase = ?
            where dataset = ?
            """;
    private static final String END = "delete from release_load where dataset = ?";

    private final DataSource dataSource;
    private final String dataset;
    private final String fileName;
    private Phase phase = Phase.WAITING;
    private long rowsRead;
    private boolean begun;
    private long written;

    /** The advisory lock that a load of a dataset holds from before it is recorded here until after, in SQL. */
    public static String lockOf(String dataset) {
        return "hashtextextended('lancang release ' || " + dataset + ", 0)";
    }

    public LoadWatch(DataSource dataSource, String dataset, String fileName) {
        this.dataSource = dataSource;
        this.dataset = dataset;
        this.fileName = fileName;
    }

    @Override
    public void at(Phase now, long rows) {
        boolean isNews = now != phase || System.nanoTime() - written >= PAUSE_NANOS;
        phase = now;
        rowsRead = rows;
        if (now == Phase.WAITING || !isNews) {
            return;
        }
        written = System.nanoTime();
        if (begun) {
            update(null, null);
        } else {
            begun = true;
            execute(BEGIN, dataset, fileName, now.name());
        }
    }

    @Override
    public void step(Phase now, int step, int steps) {
        phase = now;
        if (begun) {
            written = System.nanoTime();
            update(step, steps);
        }
    }

    private void update(@Nullable Integer step, @Nullable Integer steps) {
        execute(UPDATE, rowsRead, step, steps, phase.name(), phase.name(), dataset);
    }

    @Override
    public void close() {
        if (begun) {
            execute(END, dataset);
        }
    }

    private void execute(String sql, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < parameters.length; place++) {
                if (parameters[place] == null) {
                    statement.setNull(place + 1, Types.INTEGER);
                } else {
                    statement.setObject(place + 1, parameters[place]);
                }
            }
            statement.executeUpdate();
        } catch (SQLException failure) {
            LOG.warnf("The progress of loading %s could not be written: %s", dataset, failure);
        }
    }
}
