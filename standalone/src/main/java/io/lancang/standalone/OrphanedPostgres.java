package io.lancang.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends a PostgreSQL that outlived the set which started it, after a {@code kill -9} for instance. Called only by the holder
 * of the folder's lock, so the server cannot belong to a set that runs.
 */
final class OrphanedPostgres {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private OrphanedPostgres() {}

    static void stop(DataFolder folder) throws IOException {
        Path pidFile = folder.postgres().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> server = process(pidFile).filter(handle -> isPostgresOf(handle, folder));
        if (server.isEmpty()) {
            // PostgreSQL recognises a stale file by itself.
            return;
        }
        server.get().destroy();
        try {
            server.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(
                    "interrupted while waiting for PostgreSQL " + server.get().pid() + " to end", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(
                    "an earlier PostgreSQL (process " + server.get().pid() + ") still runs and does not end", e);
        }
    }

    private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    }

    /** A process id can have been given to another program since; only the server on this very folder is ended. */
    private static boolean isPostgresOf(ProcessHandle handle, DataFolder folder) {
        return handle.info()
                .commandLine()
                .filter(line -> line.contains(folder.postgres().toString()))
                .isPresent();
    }
}
