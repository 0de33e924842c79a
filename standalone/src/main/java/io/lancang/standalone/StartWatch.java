package io.lancang.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Watches the start of a PostgreSQL, and interrupts the thread that waits for it when neither a program that starts it nor the server
 * itself runs any longer. The library waits for a connection alone: as long for a damaged folder, which nothing will ever serve, as
 * for a server that recovers.
 */
final class StartWatch implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMillis(20);
    /** At most from the end of one program to the beginning of the next, on a busy machine. */
    private static final Duration BETWEEN_PROGRAMS = Duration.ofSeconds(5);

    private final Path data;
    private final Thread waiting;
    private final Thread watching;
    private volatile boolean over;
    private volatile boolean gaveUp;

    private StartWatch(Path data, Thread waiting) {
        this.data = data;
        this.waiting = waiting;
        this.watching = Thread.ofVirtual().name("start of PostgreSQL").unstarted(this::watch);
    }

    /** Watches for the current thread. */
    static StartWatch begin(Path data) {
        StartWatch watch = new StartWatch(data, Thread.currentThread());
        watch.watching.start();
        return watch;
    }

    /**
     * Says that the wait is over.
     *
     * @throws IOException if nothing is left that could be waited for
     */
    void end() throws IOException {
        close();
        if (gaveUp) {
            throw new IOException("its main process ended");
        }
    }

    @Override
    public void close() {
        over = true;
        boolean interrupted = false;
        while (watching.isAlive()) {
            try {
                watching.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        // Ours was for the library; one of somebody else's is handed on.
        if (gaveUp) {
            Thread.interrupted();
        } else if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        boolean begun = false;
        long lastSeen = System.nanoTime();
        while (!over) {
            if (runs()) {
                begun = true;
                lastSeen = System.nanoTime();
            } else if (begun && System.nanoTime() - lastSeen > BETWEEN_PROGRAMS.toNanos()) {
                gaveUp = true;
                waiting.interrupt();
                return;
            }
            try {
                Thread.sleep(PERIOD);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private boolean runs() {
        boolean isBeingStarted = ProcessHandle.current()
                .children()
                .anyMatch(child -> child.info()
                        .commandLine()
                        .filter(line -> line.contains(data.toString()))
                        .isPresent());
        try {
            return isBeingStarted || PostgresProcess.of(data).isPresent();
        } catch (IOException e) {
            // The file with its number is just being written or deleted: the next look will show which.
            return true;
        }
    }
}
