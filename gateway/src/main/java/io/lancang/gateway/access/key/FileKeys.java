package io.lancang.gateway.access.key;

import io.lancang.gateway.access.ApiClient;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keys in a file, which is looked at now and then. Whether it is another one is seen by where its links lead, its time and its
 * length: the volume of a Secret swaps a link to the folder, which causes no event of the file itself. One that cannot be read
 * changes nothing once the gateway runs, and stops it from starting.
 */
public final class FileKeys implements KeyBook {
    private static final Logger LOG = Logger.getLogger(FileKeys.class);
    private static final String KEY = "lancang.gateway.keys.file";
    /** Some 20,000 keys; whoever has more has a service. */
    private static final long MAX_LENGTH = 8 << 20;

    private static final Verdict UNKNOWN = new Verdict.Bad(Verdict.Reason.KEY_UNKNOWN);

    private final Vertx vertx;
    private final Path file;
    private final long intervalMillis;
    private final Function<ApiClient, Verdict> admitting;
    private final KeyChanges changes;
    private final AtomicBoolean isLooking = new AtomicBoolean();
    private volatile Map<String, Verdict> current = Map.of();
    // Belong to whoever has set isLooking.
    private volatile @Nullable Stamp last;
    private volatile String problem = "";
    private volatile long timer;

    private record Stamp(Path real, FileTime time, long length) {}

    /** @param admitting makes the verdict on a key that is in the file */
    public FileKeys(
            Vertx vertx, Path file, Duration interval, Function<ApiClient, Verdict> admitting, KeyChanges changes) {
        this.vertx = vertx;
        this.file = file;
        this.intervalMillis = Math.max(100, interval.toMillis());
        this.admitting = admitting;
        this.changes = changes;
    }

    /** @throws ConfigurationException if the file cannot be read */
    @Override
    public void start() {
        read().ifPresent(this::serve);
        timer = vertx.setPeriodic(intervalMillis, ignored -> look());
    }

    /** Completes when what is there now counts, or counts for nothing. */
    Future<Void> look() {
        if (!isLooking.compareAndSet(false, true)) {
            return Future.succeededFuture();
        }
        return vertx.executeBlocking(this::read)
                .onSuccess(found -> {
                    problem = "";
                    found.ifPresent(this::replace);
                })
                .onFailure(failure -> {
                    String message = String.valueOf(failure.getMessage());
                    if (!message.equals(problem)) {
                        problem = message;
                        LOG.warnf("%s The keys before it still count.", message);
                    }
                })
                .onComplete(ended -> isLooking.set(false))
                .transform(ended -> Future.succeededFuture());
    }

    private Optional<KeyFile> read() {
        try {
            Path real = file.toRealPath();
            Stamp stamp = new Stamp(real, Files.getLastModifiedTime(real), Files.size(real));
            if (stamp.equals(last)) {
                return Optional.empty();
            }
            if (stamp.length() > MAX_LENGTH) {
                throw problem("has " + stamp.length() + " bytes, and " + MAX_LENGTH + " are the most");
            }
            KeyFile found = KeyFile.parse(Files.readString(real));
            last = stamp;
            return Optional.of(found);
        } catch (IOException e) {
            throw problem("cannot be read: " + e);
        } catch (IllegalArgumentException e) {
            throw problem(String.valueOf(e.getMessage()));
        }
    }

    private ConfigurationException problem(String what) {
        return new ConfigurationException("The file of keys " + file + " " + what + ". Correct it, or " + KEY + ".");
    }

    private void replace(KeyFile next) {
        serve(next);
        LOG.infof("Other keys count: %d", next.keys().size());
    }

    private void serve(KeyFile next) {
        Map<String, Verdict> verdicts = new HashMap<>();
        next.keys().forEach((hash, client) -> verdicts.put(hash, admitting.apply(client)));
        current = Map.copyOf(verdicts);
        changes.anonymous(next.anonymous());
        changes.changed(any -> true);
    }

    @Override
    public Future<Verdict> find(String hash) {
        return Future.succeededFuture(current.getOrDefault(hash, UNKNOWN));
    }

    @Override
    public boolean hasMet(String hash) {
        return current.containsKey(hash);
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }
}
