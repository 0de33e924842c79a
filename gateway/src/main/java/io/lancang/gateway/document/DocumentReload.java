package io.lancang.gateway.document;

import io.lancang.gateway.config.GatewayConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks now and then whether the file of trusted documents is another one, as often as for another supergraph, since a change of the graph
 * often comes with one of its documents. A file that cannot be read is refused, and the documents before it stay.
 */
@Singleton
class DocumentReload {
    private static final Logger LOG = Logger.getLogger(DocumentReload.class);
    private static final long NO_TIMER = -1;

    private final GatewayConfig config;
    private final KnownDocuments documents;
    private final Vertx vertx;
    private final AtomicBoolean isLooking = new AtomicBoolean();
    private volatile @Nullable Stamp last;
    private volatile long timer = NO_TIMER;

    /** By what a file is known to be another one: a ConfigMap's volume swaps a link to its folder. */
    private record Stamp(Path real, FileTime time, long length) {
        static Stamp of(Path file) throws IOException {
            Path real = file.toRealPath();
            return new Stamp(real, Files.getLastModifiedTime(real), Files.size(real));
        }
    }

    @Inject
    DocumentReload(GatewayConfig config, KnownDocuments documents, Vertx vertx) {
        this.config = config;
        this.documents = documents;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) throws IOException {
        if (config.documents().trusted().isEmpty() || !config.supergraphReload().enabled()) {
            return;
        }
        Path file = Path.of(config.documents().trusted().get());
        last = Stamp.of(file);
        timer = vertx.setPeriodic(
                Math.max(100, config.supergraphReload().interval().toMillis()), ignored -> look(file));
    }

    private void look(Path file) {
        if (isLooking.compareAndSet(false, true)) {
            vertx.executeBlocking(() -> replace(file))
                    .onFailure(failure -> LOG.warnf(
                            "%s The documents before it are still trusted.",
                            failure instanceof ConfigurationException problem ? problem.getMessage() : failure))
                    .onComplete(ended -> isLooking.set(false));
        }
    }

    private boolean replace(Path file) throws IOException {
        Stamp stamp = Stamp.of(file);
        if (stamp.equals(last)) {
            return false;
        }
        // Before it is read: what is refused once is not read again, and what changes meanwhile is.
        last = stamp;
        documents.trust(TrustedDocuments.read(file));
        LOG.infof("Other documents are trusted, those of %s", file);
        return true;
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }
}
