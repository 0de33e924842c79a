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

/** Finds the main process of the PostgreSQL that runs on a folder, by the file which the server keeps there. */
final class PostgresProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private PostgresProcess() {}

    /** The server that runs on the folder now. */
    static Optional<ProcessHandle> of(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,9}")) {
            return Optional.empty();
        }
        // The file may be stale and the number another program's by now: only the server on this very folder counts.
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(handle -> handle.info()
                        .commandLine()
                        .filter(line -> line.contains(data.toString()))
                        .isPresent());
    }

    /**
     * Ends a server that outlived the set which started it, after a {@code kill -9} for instance. To be called only by the
     * holder of the folder's lock, so that the server cannot belong to a set that runs.
     */
    static void stopOrphan(Path data) throws IOException {
        Optional<ProcessHandle> server = of(data);
        if (server.isEmpty()) {
            return;
        }
        long pid = server.get().pid();
        server.get().destroy();
        try {
            server.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(
                    "interrupted while waiting for an earlier PostgreSQL (process " + pid + ") to end", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("an earlier PostgreSQL (process " + pid + ") still runs and does not end", e);
        }
    }
}
