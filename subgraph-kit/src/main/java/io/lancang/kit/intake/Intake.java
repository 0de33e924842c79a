package io.lancang.kit.intake;

import io.lancang.kit.dataset.LoadProgress;
import io.lancang.kit.dataset.Replacement;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.load.LoadRequest;
import io.lancang.kit.load.LoadResult;
import io.lancang.kit.load.LoadWatch;
import io.lancang.kit.load.ReleaseLoader;
import io.lancang.kit.load.WithdrawalEntry;
import io.lancang.kit.replica.Replicas;
import io.lancang.kit.singlefact.Consent;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/**
 * Loads and withdraws releases. Blocks its thread, so a few at a time are let in: each holds a worker and a connection.
 */
@Singleton
class Intake {
    private final DataSource dataSource;
    private final ReleaseLoader loader;
    private final LoadableDatasets datasets;
    private final SpoolRoom room;
    private final Replicas replicas;
    private final IntakeConfig config;
    private final Semaphore places;

    Intake(
            DataSource dataSource,
            ReleaseLoader loader,
            LoadableDatasets datasets,
            SpoolRoom room,
            Replicas replicas,
            IntakeConfig config) {
        this.dataSource = dataSource;
        this.loader = loader;
        this.datasets = datasets;
        this.room = room;
        this.replicas = replicas;
        this.config = config;
        this.places = new Semaphore(config.concurrentLoads());
    }

    /** Nothing of the body is read before there is a place: who sends nothing waits in a place, and holds no other worker. */
    LoadResult load(
            String code,
            String fileName,
            InputStream body,
            Replacement replacement,
            LoadRequest.Outcome outcome,
            Consent consent)
            throws SQLException, IOException {
        takePlace();
        try (LoadWatch watch = new LoadWatch(dataSource, code, fileName)) {
            Upload upload = Upload.of(fileName, body, config);
            if (upload.isEmpty()) {
                throw ServiceException.badInput(
                        "The file is empty.", "Send a header and rows, or a feature collection.");
            }
            LoadableDatasets.Reading reading = datasets.reading(code, upload);
            LoadResult result = load(new LoadRequest(
                    reading.dataset(),
                    reading.file(),
                    replacement,
                    outcome,
                    consent,
                    LoadRequest.Contention.REFUSE,
                    watch));
            if (result instanceof LoadResult.Loaded loaded) {
                watch.at(LoadProgress.Phase.ANALYZING, loaded.rows());
                loader.analyzeChanged(reading.dataset(), watch);
            }
            return result;
        } finally {
            replicas.changed();
            places.release();
        }
    }

    LoadResult.Loaded withdraw(String code, long release, WithdrawalEntry entry) throws SQLException {
        takePlace();
        try {
            return loader.withdraw(datasets.dataset(code), release, entry);
        } finally {
            replicas.changed();
            places.release();
        }
    }

    /** A file that fills several tables is read once for each, so what comes over the network waits on disk for that. */
    private LoadResult load(LoadRequest request) throws SQLException, IOException {
        if (request.dataset().parts().size() == 1 || request.file().isRepeatable()) {
            return loader.load(request);
        }
        try (SpooledFile file = SpooledFile.of(request.file(), room)) {
            return loader.load(request.with(file));
        }
    }

    private void takePlace() {
        if (!places.tryAcquire()) {
            throw new ServiceException(
                    ErrorCode.UNAVAILABLE,
                    "As many loads are running as this instance takes at once.",
                    "Try again when one is done; GET /loads lists them.");
        }
    }
}
