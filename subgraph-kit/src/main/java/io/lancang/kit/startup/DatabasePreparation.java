package io.lancang.kit.startup;

import io.lancang.kit.dataset.ReleaseRejectedException;
import io.lancang.kit.dataset.Replacement;
import io.lancang.kit.load.LoadRequest;
import io.lancang.kit.load.LoadResult;
import io.lancang.kit.load.ReleaseKey;
import io.lancang.kit.load.ReleaseLoader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * This version's tables and packaged releases in the database: brings them there, or finds out whether they are.
 *
 * <p>Both block their thread. Several processes may prepare at once: migrations and loads wait for each other.
 */
@Singleton
public class DatabasePreparation {
    private static final Logger LOG = Logger.getLogger(DatabasePreparation.class);

    private final Flyway flyway;
    private final ReleaseLoader loader;
    private final PackagedReleases packaged;

    /** @param flyway with the migrations of the kit and of the service */
    public DatabasePreparation(Flyway flyway, ReleaseLoader loader, PackagedReleases packaged) {
        this.flyway = flyway;
        this.loader = loader;
        this.packaged = packaged;
    }

    /**
     * Migrates, and loads every packaged file that no release had before. Done already, it changes nothing.
     *
     * @throws ReleaseRejectedException for a packaged file with a bad row, which is a fault of the build
     */
    public void prepare() {
        flyway.migrate();
        Set<String> changed = new LinkedHashSet<>();
        for (PackagedReleases.Packaged release : packaged.inOrder()) {
            if (load(release) instanceof LoadResult.Loaded) {
                changed.addAll(release.dataset().tables());
            }
        }
        try {
            loader.analyze(changed);
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot analyze " + changed, failure);
        }
    }

    /**
     * Returns if the database has all that this version needs. It may have more: a newer version may have prepared it,
     * which is how a rollback finds it.
     *
     * @throws NotPreparedException with what is missing
     */
    public void verify() {
        try {
            List<String> missing = new MissingMigrations(flyway.getConfiguration()).names();
            if (!missing.isEmpty()) {
                throw new NotPreparedException("The database lacks the migrations " + missing);
            }
            Map<ReleaseKey, String> files = new LinkedHashMap<>();
            for (PackagedReleases.Packaged release : packaged.inOrder()) {
                files.put(
                        new ReleaseKey(release.dataset().id(), release.file().sha256()),
                        release.file().name());
            }
            files.keySet().removeAll(loader.everLoaded(files.keySet()));
            if (!files.isEmpty()) {
                throw new NotPreparedException("The database lacks the packaged releases " + files.values());
            }
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException("Cannot tell whether the database is prepared", failure);
        }
    }

    /**
     * A first file that is read in another way than before, or has changed, does not stand for all of a dataset any more where later files add
     * to it: what those added, and what refers to that, would be gone until they come.
     */
    private Replacement replacement(PackagedReleases.Packaged release) throws SQLException {
        boolean hasLater = packaged.inOrder().stream()
                .anyMatch(other -> !other.equals(release)
                        && other.dataset().id().equals(release.dataset().id()));
        return hasLater && loader.isReleased(release.dataset()) ? Replacement.SLICES : release.replacement();
    }

    private LoadResult load(PackagedReleases.Packaged release) {
        long start = System.nanoTime();
        try {
            LoadResult result =
                    loader.load(LoadRequest.packaged(release.dataset(), release.file(), replacement(release)));
            switch (result) {
                case LoadResult.Unchanged(long id) ->
                    LOG.debugf("%s is release %d already", release.file().name(), id);
                case LoadResult.Checked checked ->
                    throw new IllegalStateException("A packaged file is loaded, not checked: " + checked);
                case LoadResult.Loaded loaded -> {
                    LOG.infof(
                            "Loaded %s as release %d: %d rows, %d added, %d closed, %d ms",
                            release.file().name(),
                            loaded.release(),
                            loaded.rows(),
                            loaded.added(),
                            loaded.closed(),
                            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
                    loaded.undone()
                            .forEach(edit -> LOG.warnf(
                                    "%s undoes %s. If the steward was right, record it again.",
                                    release.file().name(), edit));
                }
            }
            return result;
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException("Cannot load " + release.file().name(), failure);
        }
    }
}
